package opencadre.personnel.account.data;

import static opencadre.personnel.jooq.Tables.GRANT_ACT;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import opencadre.personnel.account.GrantActs;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqGrantActs implements GrantActs {

    private final DSLContext db;

    JooqGrantActs(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Act act) {
        db.insertInto(GRANT_ACT)
                .set(GRANT_ACT.GRANT_ID, act.grantId())
                .set(GRANT_ACT.ACCOUNT, act.account())
                .set(GRANT_ACT.ACT, act.kind().name())
                .set(GRANT_ACT.BY_ACCOUNT, act.byAccount())
                .set(GRANT_ACT.BY_USERNAME, act.byUsername())
                .set(GRANT_ACT.AT, act.at().atOffset(ZoneOffset.UTC))
                .set(GRANT_ACT.REASON, act.reason())
                .execute();
    }

    @Override
    public Map<UUID, Act> given(String account) {
        return given(GRANT_ACT.ACCOUNT.eq(account));
    }

    @Override
    public Map<UUID, Act> givenBy(String account) {
        return given(GRANT_ACT.BY_ACCOUNT.eq(account));
    }

    private Map<UUID, Act> given(Condition which) {
        Map<UUID, Act> given = new HashMap<>();
        // A right that was taken away and given again has two such acts; the later one tells.
        db.selectFrom(GRANT_ACT)
                .where(which)
                .and(GRANT_ACT.ACT.eq(Kind.GIVEN.name()))
                .orderBy(GRANT_ACT.AT)
                .forEach(row -> given.put(
                        row.get(GRANT_ACT.GRANT_ID),
                        new Act(
                                row.get(GRANT_ACT.GRANT_ID),
                                row.get(GRANT_ACT.ACCOUNT),
                                Kind.GIVEN,
                                row.get(GRANT_ACT.BY_ACCOUNT),
                                row.get(GRANT_ACT.BY_USERNAME),
                                row.get(GRANT_ACT.AT).toInstant(),
                                row.get(GRANT_ACT.REASON))));
        return given;
    }
}
