package opencadre.personnel.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What every change of an account ends in: the version of its rights rises and is enforced here at once, the others are
 * told, and that the identity provider has to be told stays noted until it was. What the account handed on of a right
 * that ends, ends with it in the same transaction.
 */
@Component
class AccountRights {

    private final Accounts accounts;
    private final Grants grants;
    private final AccountEvents events;
    private final SessionsToEnd sessions;

    AccountRights(Accounts accounts, Grants grants, AccountEvents events, SessionsToEnd sessions) {
        this.accounts = accounts;
        this.grants = grants;
        this.events = events;
        this.sessions = sessions;
    }

    /** What an account holds, held until the end of the transaction; version 0 for one that was never changed. */
    Grants.Account standing(String account, String username) {
        // With those to whom it handed something on, in one order: a change of one may be a change of all.
        TreeSet<String> touched = grants.handedOnBy(account).stream()
                .map(Grants.Handed::account)
                .collect(Collectors.toCollection(TreeSet::new));
        touched.add(account);
        touched.forEach(grants::lock);
        return grants.find(account).orElseGet(() -> new Grants.Account(account, username, 0, List.of()));
    }

    /** Takes an account that is held to its next version. */
    Grants.Account change(Grants.Account standing, List<Grant> wanted) {
        Grants.Account changed = raise(standing, wanted);
        Map<UUID, Grant> sources = wanted.stream().collect(Collectors.toMap(Grant::id, Function.identity()));
        cutBack(changed.account(), part -> within(part, sources.get(source(part))));
        return changed;
    }

    /** The same for an account that acts no longer: what it handed on goes, whatever of its own rights stands. */
    Grants.Account changeAndTakeBack(Grants.Account standing) {
        Grants.Account changed = raise(standing, standing.grants());
        cutBack(changed.account(), part -> null);
        return changed;
    }

    private Grants.Account raise(Grants.Account standing, List<Grant> wanted) {
        Grants.Account changed = new Grants.Account(
                standing.account(),
                standing.username(),
                accounts.find(standing.account()).map(Account::personId).orElse(null),
                standing.authzVersion() + 1,
                wanted);
        grants.replace(changed);
        sessions.add(new SessionsToEnd.Pending(changed.account(), changed.authzVersion()));
        events.changed(changed);
        return changed;
    }

    /** Leaves of what an account handed on what is still within what it holds. */
    private void cutBack(String giver, Function<Grant, @Nullable Grant> left) {
        Map<String, List<Grants.Handed>> cut = grants.handedOnBy(giver).stream()
                .filter(handed -> !handed.grant().equals(left.apply(handed.grant())))
                .collect(Collectors.groupingBy(Grants.Handed::account, TreeMap::new, Collectors.toList()));
        cut.forEach((receiver, parts) -> {
            Grants.Account standing = standing(receiver, parts.getFirst().username());
            List<Grant> now = new ArrayList<>();
            for (Grant grant : standing.grants()) {
                boolean handed = grant.delegation() != null
                        && grant.delegation().account().equals(giver);
                Grant kept = handed ? left.apply(grant) : grant;
                if (kept != null) {
                    now.add(kept);
                }
            }
            raise(standing, now);
        });
    }

    private static UUID source(Grant part) {
        return Objects.requireNonNull(part.delegation()).grantId();
    }

    /** A part as far as it lies in the days of what it is a part of; nothing where no day is left. */
    static @Nullable Grant within(Grant part, @Nullable Grant source) {
        if (source == null) {
            return null;
        }
        LocalDate end = source.validTo();
        if (end == null || (part.validTo() != null && !part.validTo().isAfter(end))) {
            return part;
        }
        return part.validFrom().isBefore(end) ? part.until(end) : null;
    }
}
