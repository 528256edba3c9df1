package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.TERM_OF_OFFICE;

import java.time.LocalDate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.work.WorkItem;
import org.jooq.Record;
import org.jooq.Select;

/** Terms of office that come to their end: the whole body is elected or designated anew. */
final class TermWork {

    /** How long before its end a term is asked about. */
    private static final int NOTICE_DAYS = 180;

    /** The longest after its end: then the next one should be on record, or the end was put off. */
    private static final int OVERDUE_DAYS = 365;

    private TermWork() {}

    /** Of bodies that the author reaches in any scope, until a later term of the body is on record. */
    static Select<Record> ending(Places places, Actor author) {
        LocalDate today = author.today();
        var next = TERM_OF_OFFICE.as("next");
        return Line.of(
                        WorkItem.Type.BODY_TERM_ENDS,
                        TERM_OF_OFFICE.UNIT_ID,
                        Line.daysBefore(TERM_OF_OFFICE.VALID_TO, NOTICE_DAYS))
                .subject(TERM_OF_OFFICE.NAME)
                .by(Line.unitName(TERM_OF_OFFICE.UNIT_ID))
                .due(TERM_OF_OFFICE.VALID_TO)
                .select()
                .from(TERM_OF_OFFICE)
                .where(TERM_OF_OFFICE.VALID_TO.le(today.plusDays(NOTICE_DAYS)))
                .and(TERM_OF_OFFICE.VALID_TO.gt(today.minusDays(OVERDUE_DAYS)))
                .andNotExists(org.jooq
                        .impl
                        .DSL
                        .selectOne()
                        .from(next)
                        .where(next.UNIT_ID.eq(TERM_OF_OFFICE.UNIT_ID))
                        .and(next.VALID_FROM.ge(TERM_OF_OFFICE.VALID_TO)))
                .and(places.touches(author, TERM_OF_OFFICE.UNIT_ID));
    }
}
