package opencadre.personnel.notice.data;

import static opencadre.personnel.jooq.Tables.WORK_NOTICE;

import java.time.LocalDate;
import java.util.List;
import opencadre.personnel.notice.WorkNotices;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqWorkNotices implements WorkNotices {

    private final DSLContext db;

    JooqWorkNotices(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean isWanted(String account) {
        return db.fetchExists(WORK_NOTICE, WORK_NOTICE.ACCOUNT.eq(account));
    }

    @Override
    public void want(String account) {
        db.insertInto(WORK_NOTICE)
                .set(WORK_NOTICE.ACCOUNT, account)
                .onConflictDoNothing()
                .execute();
    }

    @Override
    public void forget(String account) {
        db.deleteFrom(WORK_NOTICE).where(WORK_NOTICE.ACCOUNT.eq(account)).execute();
    }

    @Override
    public List<String> untold(LocalDate day) {
        return db.select(WORK_NOTICE.ACCOUNT)
                .from(WORK_NOTICE)
                .where(notToldOn(day))
                .orderBy(WORK_NOTICE.ACCOUNT)
                .fetch(WORK_NOTICE.ACCOUNT);
    }

    @Override
    public boolean take(String account, LocalDate day) {
        return db.update(WORK_NOTICE)
                        .set(WORK_NOTICE.SENT_ON, day)
                        .where(WORK_NOTICE.ACCOUNT.eq(account))
                        .and(notToldOn(day))
                        .execute()
                == 1;
    }

    private static Condition notToldOn(LocalDate day) {
        return WORK_NOTICE.SENT_ON.isDistinctFrom(day);
    }
}
