package opencadre.kit.time;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The legal day of a house. A demo has a first day of its own and stays there until it is moved, so that its papers do
 * not grow old by themselves and what is decided for a later day can be seen. In any other house the calendar's day
 * counts, whatever is kept here.
 */
public final class AdvancedDay implements LegalDay {

    private final LegalDay calendar;
    private final Optional<LocalDate> begins;
    private final DSLContext db;

    public AdvancedDay(LegalDay calendar, Optional<LocalDate> begins, DSLContext db) {
        this.calendar = calendar;
        this.begins = begins;
        this.db = db;
    }

    /** A day, and how often it was moved. */
    public record Kept(LocalDate day, long revision) {}

    /** Whether this house lets anybody move the day. */
    public boolean isAllowed() {
        return begins.isPresent();
    }

    /** Asked for at each request, so that every instance of a service lives in the same day. */
    @Override
    public LocalDate today() {
        return begins.map(first -> kept().map(Kept::day).filter(first::isBefore).orElse(first))
                .orElseGet(calendar::today);
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

    /** The first day again. */
    public void forget() {
        db.execute("DELETE FROM advanced_day");
    }
}
