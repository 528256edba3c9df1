package opencadre.personnel.account.data;

import static opencadre.personnel.jooq.Tables.SESSION_TO_END;

import java.util.List;
import opencadre.personnel.account.SessionsToEnd;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqSessionsToEnd implements SessionsToEnd {

    private final DSLContext db;

    JooqSessionsToEnd(DSLContext db) {
        this.db = db;
    }

    @Override
    public void add(Pending pending) {
        db.insertInto(SESSION_TO_END, SESSION_TO_END.ACCOUNT, SESSION_TO_END.AUTHZ_VERSION)
                .values(pending.account(), pending.authzVersion())
                .onConflict(SESSION_TO_END.ACCOUNT)
                .doUpdate()
                .set(SESSION_TO_END.AUTHZ_VERSION, pending.authzVersion())
                .execute();
    }

    @Override
    public void done(Pending pending) {
        db.deleteFrom(SESSION_TO_END)
                .where(SESSION_TO_END.ACCOUNT.eq(pending.account()))
                .and(SESSION_TO_END.AUTHZ_VERSION.le(pending.authzVersion()))
                .execute();
    }

    @Override
    public List<Pending> all() {
        return db.select(SESSION_TO_END.ACCOUNT, SESSION_TO_END.AUTHZ_VERSION)
                .from(SESSION_TO_END)
                .orderBy(SESSION_TO_END.SINCE)
                .fetch(row -> new Pending(row.value1(), row.value2()));
    }
}
