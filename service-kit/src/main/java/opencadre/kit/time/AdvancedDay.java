package opencadre.kit.time;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The legal day of a demo, which can be moved ahead of the calendar so that what is decided for a later day can be
 * seen. Where that is not allowed, the calendar's day counts whatever is kept here.
 */
public final class AdvancedDay implements LegalDay {

    private final LegalDay calendar;
    private final boolean allowed;
    private final DSLContext db;

    public AdvancedDay(LegalDay calendar, boolean allowed, DSLContext db) {
        this.calendar = calendar;
        this.allowed = allowed;
        this.db = db;
    }

    /** A day, and how often it was moved. */
    public record Kept(LocalDate day, long revision) {}

    /** Whether this house lets anybody move the day. */
    public boolean isAllowed() {
        return allowed;
    }

    /** Asked for at each request, so that every instance of a service lives in the same day. */
    @Override
    public LocalDate today() {
        LocalDate today = calendar.today();
        return allowed ? kept().map(Kept::day).filter(today::isBefore).orElse(today) : today;
    }

    public Optional<Kept> kept() {
        return db.fetchOptional("SELECT day, revision FROM advanced_day")
                .map(row -> new Kept(row.get("day", LocalDate.class), row.get("revision", Long.class)));
    }

    /** Keeps a day; nothing earlier than what is kept. */
    public void keep(Kept later) {
        db.execute("""
            INSERT INTO advanced_day (day, revision) VALUES (?, ?)
            ON CONFLICT (one) DO UPDATE SET day = excluded.day, revision = excluded.revision
             WHERE advanced_day.revision < excluded.revision
            """, later.day(), later.revision());
    }

    /** The calendar's day again. */
    public void forget() {
        db.execute("DELETE FROM advanced_day");
    }
}
