package opencadre.personnel.savedfilter.data;

import static opencadre.personnel.jooq.Tables.SAVED_FILTER;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.savedfilter.SavedFilter;
import opencadre.personnel.savedfilter.SavedFilters;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqSavedFilters implements SavedFilters {

    private static final int LOCK_SPACE = 0x0c0e;

    private final DSLContext db;

    JooqSavedFilters(DSLContext db) {
        this.db = db;
    }

    @Override
    public void hold(String account) {
        db.fetch("SELECT pg_advisory_xact_lock(?, hashtext(?))", LOCK_SPACE, account);
    }

    @Override
    public List<SavedFilter> of(String account) {
        return db.selectFrom(SAVED_FILTER)
                .where(SAVED_FILTER.ACCOUNT.eq(account))
                .orderBy(SAVED_FILTER.NAME.collate("vi-x-icu"), SAVED_FILTER.ID)
                .fetch(row -> new SavedFilter(
                        row.get(SAVED_FILTER.ID), row.get(SAVED_FILTER.NAME), row.get(SAVED_FILTER.QUERY)));
    }

    @Override
    public void put(String account, SavedFilter filter, Instant savedAt) {
        var at = savedAt.atOffset(ZoneOffset.UTC);
        db.insertInto(SAVED_FILTER)
                .set(SAVED_FILTER.ACCOUNT, account)
                .set(SAVED_FILTER.ID, filter.id())
                .set(SAVED_FILTER.NAME, filter.name())
                .set(SAVED_FILTER.QUERY, filter.query())
                .set(SAVED_FILTER.SAVED_AT, at)
                .onConflict(SAVED_FILTER.ACCOUNT, SAVED_FILTER.ID)
                .doUpdate()
                .set(SAVED_FILTER.NAME, filter.name())
                .set(SAVED_FILTER.QUERY, filter.query())
                .set(SAVED_FILTER.SAVED_AT, at)
                .execute();
    }

    @Override
    public boolean remove(String account, UUID id) {
        return db.deleteFrom(SAVED_FILTER)
                        .where(SAVED_FILTER.ACCOUNT.eq(account))
                        .and(SAVED_FILTER.ID.eq(id))
                        .execute()
                > 0;
    }
}
