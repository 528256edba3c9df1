package opencadre.personnel.account.data;

import static opencadre.personnel.jooq.Tables.ACCOUNT_ENTRY;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqAccounts implements Accounts {

    private static final Field<Long> VERSION = field(
            "coalesce((SELECT a.authz_version FROM account a WHERE a.account = account_entry.account), 0)", Long.class);
    private static final Field<Boolean> PENDING =
            field("EXISTS (SELECT FROM session_to_end s WHERE s.account = account_entry.account)", Boolean.class);

    private final DSLContext db;

    JooqAccounts(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<Account> find(String account) {
        return db.selectFrom(ACCOUNT_ENTRY)
                .where(ACCOUNT_ENTRY.ACCOUNT.eq(account))
                .fetchOptional(JooqAccounts::account);
    }

    @Override
    public Optional<Account> named(String username) {
        return db.selectFrom(ACCOUNT_ENTRY)
                .where(ACCOUNT_ENTRY.USERNAME.eq(username))
                .fetchOptional(JooqAccounts::account);
    }

    @Override
    public List<Account> untold() {
        return db.selectFrom(ACCOUNT_ENTRY)
                .where(ACCOUNT_ENTRY.PERSON_ID.isNotNull())
                .and("account_entry.person_id IS DISTINCT FROM"
                        + " (SELECT a.holder FROM account a WHERE a.account = account_entry.account)")
                .orderBy(ACCOUNT_ENTRY.ACCOUNT)
                .fetch(JooqAccounts::account);
    }

    @Override
    public Map<String, Account> all(Collection<String> accounts) {
        return db.selectFrom(ACCOUNT_ENTRY)
                .where(ACCOUNT_ENTRY.ACCOUNT.in(accounts))
                .fetchMap(ACCOUNT_ENTRY.ACCOUNT, JooqAccounts::account);
    }

    @Override
    public Optional<Line> line(String username, LocalDate day) {
        return lines(day).where(ACCOUNT_ENTRY.USERNAME.eq(username)).fetchOptional(JooqAccounts::line);
    }

    @Override
    public List<Line> page(Query query, @Nullable String after, int limit) {
        return lines(query.day())
                .where(after == null ? noCondition() : ACCOUNT_ENTRY.USERNAME.gt(after))
                .and(query.enabled() == null ? noCondition() : ACCOUNT_ENTRY.ENABLED.eq(query.enabled()))
                .and(matching(query.words()))
                .orderBy(ACCOUNT_ENTRY.USERNAME)
                .limit(limit)
                .fetch(JooqAccounts::line);
    }

    @Override
    public void keep(Account account) {
        // A user name may pass to another account; what is on record here never passes with it.
        db.update(ACCOUNT_ENTRY)
                .set(ACCOUNT_ENTRY.USERNAME, ACCOUNT_ENTRY.ACCOUNT)
                .where(ACCOUNT_ENTRY.USERNAME.eq(account.username()))
                .and(ACCOUNT_ENTRY.ACCOUNT.ne(account.account()))
                .execute();
        Account.Change changed = account.changed();
        Map<Field<?>, @Nullable Object> row = new HashMap<>();
        row.put(ACCOUNT_ENTRY.ACCOUNT, account.account());
        row.put(ACCOUNT_ENTRY.USERNAME, account.username());
        row.put(ACCOUNT_ENTRY.NAME, account.name());
        row.put(ACCOUNT_ENTRY.EMAIL, account.email());
        row.put(ACCOUNT_ENTRY.PERSON_ID, account.personId());
        row.put(ACCOUNT_ENTRY.ENABLED, account.enabled());
        row.put(ACCOUNT_ENTRY.ADMINISTERS, account.administers());
        row.put(ACCOUNT_ENTRY.ANEW, account.toTell().anew());
        row.put(ACCOUNT_ENTRY.LET_IN, account.toTell().letIn());
        row.put(ACCOUNT_ENTRY.CHANGED_AT, changed == null ? null : changed.at().atOffset(ZoneOffset.UTC));
        row.put(ACCOUNT_ENTRY.CHANGED_BY, changed == null ? null : changed.by());
        db.insertInto(ACCOUNT_ENTRY)
                .set(row)
                .onConflict(ACCOUNT_ENTRY.ACCOUNT)
                .doUpdate()
                .set(row)
                .execute();
    }

    private SelectJoinStep<? extends Record> lines(LocalDate day) {
        return db.select(ACCOUNT_ENTRY.fields())
                .select(
                        VERSION.as("version"),
                        PENDING.as("pending"),
                        grants(day).as("grants"))
                .from(ACCOUNT_ENTRY);
    }

    private static Field<Integer> grants(LocalDate day) {
        return field(
                "(SELECT count(*)::int FROM access_grant g WHERE g.account = account_entry.account"
                        + " AND is_in_force(g, {0}))",
                Integer.class, val(day));
    }

    /** Each word somewhere in the name or the user name; accents do not matter. */
    private static Condition matching(@Nullable String words) {
        Condition all = noCondition();
        if (words != null) {
            for (String word : Normalizer.normalize(words, Normalizer.Form.NFC)
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .split("\\s+", -1)) {
                all = all.and(condition("strpos(account_entry.search, fold({0})) > 0", val(word)));
            }
        }
        return all;
    }

    private static Line line(Record row) {
        return new Line(
                account(row),
                row.get("grants", Integer.class),
                row.get("version", Long.class),
                row.get("pending", Boolean.class));
    }

    private static Account account(Record row) {
        OffsetDateTime at = row.get(ACCOUNT_ENTRY.CHANGED_AT);
        return new Account(
                row.get(ACCOUNT_ENTRY.ACCOUNT),
                row.get(ACCOUNT_ENTRY.USERNAME),
                row.get(ACCOUNT_ENTRY.NAME),
                row.get(ACCOUNT_ENTRY.EMAIL),
                row.get(ACCOUNT_ENTRY.PERSON_ID),
                row.get(ACCOUNT_ENTRY.ENABLED),
                row.get(ACCOUNT_ENTRY.ADMINISTERS),
                new Account.ToTell(row.get(ACCOUNT_ENTRY.ANEW), row.get(ACCOUNT_ENTRY.LET_IN)),
                at == null
                        ? null
                        : new Account.Change(
                                at.toInstant(), Objects.requireNonNull(row.get(ACCOUNT_ENTRY.CHANGED_BY))));
    }
}
