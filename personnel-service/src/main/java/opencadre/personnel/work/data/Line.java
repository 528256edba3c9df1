package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.UNIT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.time.LegalDay;
import opencadre.personnel.work.WorkItem;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectSelectStep;
import org.jooq.impl.DSL;

/** The columns of what waits: the same for each kind, so that all of them are one statement. */
final class Line {

    static final Field<UUID> ID = field("id", UUID.class);
    static final Field<String> TYPE = field("type", String.class);
    static final Field<UUID> PERSON_ID = field("person_id", UUID.class);
    static final Field<String> SUBJECT = field("subject", String.class);
    static final Field<String> BY = field("by", String.class);
    static final Field<OffsetDateTime> SINCE = field("since", OffsetDateTime.class);
    static final Field<LocalDate> DUE = field("due", LocalDate.class);
    static final Field<Boolean> PUBLIC_EMPLOYEE = field("public_employee", Boolean.class);
    static final Field<Integer> YEAR = field("year", Integer.class);
    static final Field<Integer> QUARTER = field("quarter", Integer.class);

    private final Field<String> type;
    private final Field<UUID> id;
    private final Field<OffsetDateTime> since;
    private Field<UUID> personId = inline((UUID) null, UUID.class);
    private Field<String> subject = inline("");
    private Field<String> by = inline("");
    private Field<LocalDate> due = inline((LocalDate) null, LocalDate.class);
    private Field<Boolean> publicEmployee = inline(false);
    private Field<Integer> year = inline((Integer) null, Integer.class);
    private Field<Integer> quarter = inline((Integer) null, Integer.class);

    private Line(WorkItem.Type type, Field<UUID> id, Field<OffsetDateTime> since) {
        this.type = inline(type.name());
        this.id = id;
        this.since = since;
    }

    static Line of(WorkItem.Type type, Field<UUID> id, Field<OffsetDateTime> since) {
        return new Line(type, id, since);
    }

    Line person(Field<UUID> asked) {
        personId = asked;
        return this;
    }

    Line subject(Field<String> asked) {
        subject = asked;
        return this;
    }

    Line by(Field<String> asked) {
        by = asked;
        return this;
    }

    Line due(Field<LocalDate> asked) {
        due = asked;
        return this;
    }

    Line publicEmployee(Field<Boolean> asked) {
        publicEmployee = asked;
        return this;
    }

    Line period(Field<Integer> ofYear, Field<Integer> ofQuarter) {
        year = ofYear;
        quarter = ofQuarter;
        return this;
    }

    /** From here on the kind says which rows. */
    SelectSelectStep<Record> select() {
        return DSL.select(List.of(
                id.as(ID),
                type.as(TYPE),
                personId.as(PERSON_ID),
                subject.as(SUBJECT),
                by.as(BY),
                since.as(SINCE),
                due.as(DUE),
                publicEmployee.as(PUBLIC_EMPLOYEE),
                year.as(YEAR),
                quarter.as(QUARTER)));
    }

    /** The latest name of a unit: what waits is of today. */
    static Field<String> unitName(Field<UUID> unitId) {
        return field(DSL.select(UNIT.NAME)
                .from(UNIT)
                .where(UNIT.ID.eq(unitId))
                .orderBy(UNIT.VALID_FROM.desc())
                .limit(1));
    }

    /** The beginning, in Việt Nam, of a day so many days before. */
    static Field<OffsetDateTime> daysBefore(Field<LocalDate> day, int days) {
        return field(
                "(({0} - {1})::timestamp AT TIME ZONE {2})",
                OffsetDateTime.class, day, inline(days), inline(LegalDay.ZONE.getId()));
    }

    /** The people behind an actor, as a column of hands keeps them. */
    static Field<String[]> hands(Actor actor, Field<String[]> column) {
        return val(actor.hands().toArray(String[]::new), column);
    }
}
