package opencadre.personnel.notice;

import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of the wish to be told that work waits: always that of whoever asks. */
@Service
public class WorkNoticeRegister {

    private final WorkNotices notices;
    private final NoticePost post;
    private final Accounts accounts;

    WorkNoticeRegister(WorkNotices notices, NoticePost post, Accounts accounts) {
        this.notices = notices;
        this.post = post;
        this.accounts = accounts;
    }

    /**
     * What is so of an account.
     *
     * @param offered whether the house sends mail
     * @param address where it goes; null where the account has none
     */
    public record Standing(
            boolean offered, boolean wanted, @Nullable String address) {}

    /** What is so now. */
    public Standing of(Actor actor) {
        return new Standing(
                post.isOpen(),
                notices.isWanted(actor.account()),
                accounts.find(actor.account()).map(Account::email).orElse(null));
    }

    /** Keeps the wish; what is against it, and nothing where it was kept. */
    public List<Finding> want(Actor actor) {
        Standing now = of(actor);
        if (!now.offered()) {
            return List.of(Finding.of("wanted", "notice-not-offered"));
        }
        if (now.address() == null) {
            return List.of(Finding.of("wanted", "notice-without-address"));
        }
        notices.want(actor.account());
        return List.of();
    }

    /** The account wants it no more. */
    public void forget(Actor actor) {
        notices.forget(actor.account());
    }
}
