package opencadre.kit.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The accounts and grants that this service knows; the owner's truth in one service, a copy in the others. */
public final class Grants {

    private final DSLContext db;
    private final Places places;

    public Grants(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    /**
     * One account: its floor of rights and what it holds.
     *
     * @param holder whose account it is, where that is known: two accounts of one holder are one hand
     */
    public record Account(
            String account, String username, @Nullable UUID holder, long authzVersion, List<Grant> grants) {

        /** One of which nobody knows whose it is. */
        public Account(String account, String username, long authzVersion, List<Grant> grants) {
            this(account, username, null, authzVersion, grants);
        }
    }

    /** A grant in force with the interval that it reaches; null bounds while its unit or person is unknown here. */
    record InForce(Grant grant, @Nullable Long lo, @Nullable Long hi) {}

    /** What is known of an account on a day, in one query; its hands are it and whoever holds it. */
    record Known(long authzVersion, Set<String> hands, List<InForce> grants) {}

    Optional<Known> known(String account, LocalDate day) {
        var rows = db.fetch("""
            SELECT a.authz_version, (SELECT hands(ARRAY[{0}::text])) AS hands, g.id, g.role, g.unit_id, g.person_id, g.scopes, g.class, g.valid_from, g.valid_to,
                   g.delegated_grant, g.delegated_by,
                   CASE WHEN g.person_id IS NULL THEN n.lo ELSE o.position END AS lo,
                   CASE WHEN g.person_id IS NULL THEN n.hi ELSE o.position END AS hi
              FROM account a
              LEFT JOIN access_grant g ON g.account = a.account AND is_in_force(g, {1})
              LEFT JOIN unit_node n ON n.unit_id = g.unit_id
              LEFT JOIN own_record o ON o.person_id = g.person_id
             WHERE a.account = {0}
            """, org.jooq.impl.DSL.val(account), org.jooq.impl.DSL.val(day));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<InForce> inForce = new ArrayList<>();
        for (Record row : rows) {
            if (row.get("role") != null) {
                inForce.add(new InForce(grant(row), row.get("lo", Long.class), row.get("hi", Long.class)));
            }
        }
        return Optional.of(new Known(
                rows.getFirst().get("authz_version", Long.class),
                Set.of(rows.getFirst().get("hands", String[].class)),
                inForce));
    }

    /**
     * Whose hands these are: the accounts among them, and whoever is known to hold one; other hands stay as they are.
     */
    public Set<String> hands(Collection<String> hands) {
        return Set.of(db.fetchSingle("SELECT hands(?::text[])", (Object) hands.toArray(String[]::new))
                .get(0, String[].class));
    }

    /** An account with every grant, past and future ones too. */
    public Optional<Account> find(String account) {
        return db.fetchOptional(
                        "SELECT account, username, holder, authz_version FROM account WHERE account = ?", account)
                .map(row -> new Account(
                        row.get("account", String.class),
                        row.get("username", String.class),
                        row.get("holder", UUID.class),
                        row.get("authz_version", Long.class),
                        all(row.get("account", String.class))));
    }

    /** Holds an account until the end of the transaction, so that changes of its grants come one after another. */
    public void lock(String account) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", account);
    }

    /** A right that an account handed on, and who holds it now. */
    public record Handed(String account, String username, Grant grant) {}

    /** What an account handed on of its rights, past and future too. */
    public List<Handed> handedOnBy(String account) {
        return db.fetch("""
            SELECT a.account, a.username, g.id, g.role, g.unit_id, g.person_id, g.scopes, g.class,
                   g.valid_from, g.valid_to, g.delegated_grant, g.delegated_by
              FROM access_grant g JOIN account a ON a.account = g.account
             WHERE g.delegated_by = ? ORDER BY a.username, g.valid_from, g.id
            """, account)
                .map(row ->
                        new Handed(row.get("account", String.class), row.get("username", String.class), grant(row)));
    }

    /** Lets an account be known that holds nothing yet; one that is known already stays as it is. */
    public void know(String account, String username, long authzVersion) {
        freeUsername(account, username);
        db.execute(
                "INSERT INTO account (account, username, authz_version) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                account,
                username,
                authzVersion);
    }

    /** A user name may pass to another account; rights never pass with it. */
    private void freeUsername(String account, String username) {
        db.execute("UPDATE account SET username = account WHERE username = ? AND account <> ?", username, account);
    }

    /** Replaces what is known of an account; an older version than the one here changes nothing. */
    public void replace(Account account) {
        freeUsername(account.account(), account.username());
        int taken = db.execute("""
            INSERT INTO account (account, username, holder, authz_version) VALUES (?, ?, ?, ?)
            ON CONFLICT (account) DO UPDATE
               SET username = excluded.username, holder = excluded.holder, authz_version = excluded.authz_version
             WHERE account.authz_version <= excluded.authz_version
            """, account.account(), account.username(), account.holder(), account.authzVersion());
        if (taken == 0) {
            return;
        }
        db.execute("DELETE FROM access_grant WHERE account = ?", account.account());
        for (Grant grant : account.grants()) {
            db.execute(
                    """
                    INSERT INTO access_grant (account, id, role, unit_id, person_id, scopes, class, valid_from,
                                              valid_to, delegated_grant, delegated_by)
                    VALUES (?, ?, ?, ?, ?, ?::smallint[], ?, ?, coalesce(?::date, 'infinity'), ?, ?)
                    """,
                    account.account(),
                    grant.id(),
                    grant.role(),
                    grant.unitId(),
                    grant.personId(),
                    grant.scopes().toArray(Integer[]::new),
                    grant.securityClass(),
                    grant.validFrom(),
                    grant.validTo(),
                    grant.delegation() == null ? null : grant.delegation().grantId(),
                    grant.delegation() == null ? null : grant.delegation().account());
            if (grant.personId() != null) {
                places.own(grant.personId());
            }
        }
    }

    /** Forgets an account, or all of them when none is named. */
    public void forget(@Nullable String account) {
        db.execute("DELETE FROM account WHERE account = coalesce(?, account)", account);
    }

    private List<Grant> all(String account) {
        return db.fetch("""
            SELECT id, role, unit_id, person_id, scopes, class, valid_from, valid_to, delegated_grant,
                   delegated_by
              FROM access_grant WHERE account = ? ORDER BY role, unit_id, valid_from, id
            """, account).map(Grants::grant);
    }

    private static Grant grant(Record row) {
        LocalDate to = row.get("valid_to", LocalDate.class);
        Short[] scopes = row.get("scopes", Short[].class);
        UUID delegated = row.get("delegated_grant", UUID.class);
        return new Grant(
                row.get("id", UUID.class),
                row.get("role", String.class),
                row.get("unit_id", UUID.class),
                row.get("person_id", UUID.class),
                java.util.Arrays.stream(scopes).map(Short::intValue).toList(),
                row.get("class", Integer.class),
                row.get("valid_from", LocalDate.class),
                isOpen(to) ? null : to,
                delegated == null ? null : new Grant.Delegation(delegated, row.get("delegated_by", String.class)));
    }

    /** The driver reads {@code infinity} as a day at the end of all calendars. */
    private static boolean isOpen(LocalDate to) {
        return to.getYear() > 9999;
    }
}
