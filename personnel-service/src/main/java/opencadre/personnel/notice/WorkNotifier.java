package opencadre.personnel.notice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.WorkingDays;
import opencadre.kit.time.LegalDay;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import opencadre.personnel.work.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells accounts on each working day that work waits for them. What is counted is what the account would see on its
 * page at that moment, and only the number leaves the house.
 */
@Component
public class WorkNotifier {

    private static final Logger LOG = LoggerFactory.getLogger(WorkNotifier.class);
    private static final String ACTION = "work.read";

    /** Nobody is told at night. */
    private static final LocalTime FROM = LocalTime.of(7, 0);

    private static final LocalTime UNTIL = LocalTime.of(18, 0);

    private final WorkNotices notices;
    private final NoticePost post;
    private final Accounts accounts;
    private final Waiting waiting;
    private final Access access;
    private final Regulations regulations;
    private final ScopedWork work;
    private final Audit audit;
    private final LegalDay legalDay;
    private final Clock clock;

    WorkNotifier(
            WorkNotices notices,
            NoticePost post,
            Accounts accounts,
            Waiting waiting,
            Access access,
            Regulations regulations,
            ScopedWork work,
            Audit audit,
            LegalDay legalDay,
            Clock clock) {
        this.notices = notices;
        this.post = post;
        this.accounts = accounts;
        this.waiting = waiting;
        this.access = access;
        this.regulations = regulations;
        this.work = work;
        this.audit = audit;
        this.legalDay = legalDay;
        this.clock = clock;
    }

    /** Whoever was not told today yet, while people are at work. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    public void tellInWorkingHours() {
        LocalTime now = LocalTime.now(clock.withZone(LegalDay.ZONE));
        if (post.isOpen() && !now.isBefore(FROM) && now.isBefore(UNTIL)) {
            tellAll(legalDay.today());
        }
    }

    /** Whoever was not told on the day yet, where it is a working day. */
    public void tellAll(LocalDate day) {
        if (!WorkingDays.contain(day, regulations)) {
            return;
        }
        for (Account account : work.asSystem("work notices", () -> accounts.all(notices.untold(day)))
                .values()) {
            try {
                tell(account, day);
            } catch (NoticePost.Undeliverable e) {
                LOG.warn("no notice of work came to {}", account.username(), e);
            } catch (NoticePost.Unreachable e) {
                LOG.warn("notices of work are not sent, will try again", e);
                return;
            }
        }
    }

    private void tell(Account account, LocalDate day) {
        String address = account.email();
        if (address == null || !account.enabled() || account.administers()) {
            return;
        }
        Optional<Actor> asker = access.inTheNameOf(account.account(), account.username(), account.name(), ACTION);
        if (asker.isEmpty()) {
            return;
        }
        Actor actor = asker.get();
        int count = work.read(actor, () -> waiting.count(actor));
        if (count == 0) {
            return;
        }
        // Taken first, and kept only when it was sent: two instances send one, and one that failed comes later.
        work.as(actor, () -> {
            if (notices.take(account.account(), day)) {
                audit.write(Audit.Entry.of("sendWorkNotice").counting(count));
                post.send(address, count);
            }
            return null;
        });
    }
}
