package opencadre.personnel.notice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import opencadre.personnel.notice.NoticePost;
import opencadre.personnel.notice.WorkNotices;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the account is told by mail that work waits; always the own one. */
@RestController
@RequestMapping("/api/personnel/work-notice")
final class WorkNoticeController {

    private final WorkNotices notices;
    private final NoticePost post;
    private final Accounts accounts;
    private final ScopedWork work;
    private final Audit audit;

    WorkNoticeController(WorkNotices notices, NoticePost post, Accounts accounts, ScopedWork work, Audit audit) {
        this.notices = notices;
        this.post = post;
        this.accounts = accounts;
        this.work = work;
        this.audit = audit;
    }

    /**
     * What is so now.
     *
     * @param offered whether the house sends mail
     * @param address where it goes; null where the account has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkNotice(
            boolean offered, boolean wanted, @Nullable String address) {}

    record WantedNotice(@NotNull Boolean wanted) {}

    @GetMapping
    WorkNotice showWorkNotice(Actor actor) {
        return work.read(actor, () -> standing(actor));
    }

    @PutMapping
    WorkNotice putWorkNotice(Actor actor, @RequestBody @Valid WantedNotice body) {
        return work.as(actor, () -> {
            if (body.wanted()) {
                WorkNotice now = standing(actor);
                if (!now.offered() || now.address() == null) {
                    throw Refused.unlawful(List.of(
                            Finding.of("wanted", now.offered() ? "notice-without-address" : "notice-not-offered")));
                }
                notices.want(actor.account());
            } else {
                notices.forget(actor.account());
            }
            audit.write(Audit.Entry.of("putWorkNotice"));
            return standing(actor);
        });
    }

    private WorkNotice standing(Actor actor) {
        return new WorkNotice(
                post.isOpen(),
                notices.isWanted(actor.account()),
                accounts.find(actor.account()).map(Account::email).orElse(null));
    }
}
