package opencadre.personnel.account.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.audit.Audit;
import opencadre.kit.rule.Finding;
import opencadre.kit.web.Refused;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.AccountDirectory;
import opencadre.personnel.account.IdentityProvider;
import opencadre.personnel.account.OwnRecords;
import opencadre.personnel.account.SessionEnding;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What every operation on an account begins and ends with. */
@Component
final class AccountDoor {

    private final AccountDirectory directory;
    private final SessionEnding sessions;
    private final OwnRecords own;
    private final Audit audit;

    AccountDoor(AccountDirectory directory, SessionEnding sessions, OwnRecords own, Audit audit) {
        this.directory = directory;
        this.sessions = sessions;
        this.own = own;
        this.audit = audit;
    }

    /** The account of a user name; 404, or 503 where only the identity provider could say. Outside of a transaction. */
    Account known(String username) {
        return found(() -> directory.find(username));
    }

    /** The same, and the identity provider is asked what it alone decides. */
    Account confirmed(String username) {
        return found(() -> directory.confirmed(username));
    }

    /** Tells the identity provider what was recorded; 503 with this code where it does not answer. */
    void settle(String account, String code) {
        try {
            sessions.settle(account);
            sessions.settleAll();
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, code, List.of());
        }
    }

    /** Whose dossier has the number; 422 where there is none. Inside a transaction. */
    @Nullable
    UUID person(@Nullable String fileNumber) {
        if (fileNumber == null) {
            return null;
        }
        return own.person(fileNumber)
                .orElseThrow(
                        () -> Refused.unlawful(List.of(Finding.of("fileNumber", "no-such-file-number", fileNumber))));
    }

    void audited(String operation, @Nullable String detail) {
        audit.write(Audit.Entry.of(operation).because(detail));
    }

    private static Account found(java.util.function.Supplier<Optional<Account>> question) {
        try {
            return question.get().orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "unknown-account", List.of()));
        } catch (IdentityProvider.Unreachable e) {
            throw new Refused(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of());
        }
    }
}
