package opencadre.planning.work.data;

import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.when;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.time.PartialDate;
import opencadre.planning.work.Retiree;
import opencadre.planning.work.Retirees;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class JooqRetirees implements Retirees {

    private static final int MONTH = 7;

    private final DSLContext db;
    private final Places places;

    JooqRetirees(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Retiree> inPost(Actor actor, LocalDate day, YearMonth menBornUntil, YearMonth womenBornUntil) {
        return db.select(
                        PERSON_COPY.PERSON_ID,
                        PERSON_COPY.FULL_NAME,
                        PERSON_COPY.BIRTH,
                        PERSON_COPY.FEMALE,
                        POST_COPY.TITLE,
                        POST_COPY.VALID_TO,
                        coalesce(UNIT_COPY.NAME, inline("")).as("unit_name"))
                .distinctOn(PERSON_COPY.PERSON_ID)
                .from(PERSON_COPY)
                .join(POST_COPY)
                .on(POST_COPY.PERSON_ID.eq(PERSON_COPY.PERSON_ID))
                .leftJoin(UNIT_COPY)
                .on(UNIT_COPY.UNIT_ID.eq(POST_COPY.UNIT_ID))
                .and(UNIT_COPY.VALID_FROM.le(day))
                .and(UNIT_COPY.VALID_TO.gt(day))
                // A year alone stands before each of its months, and the law takes its January.
                .where(left(PERSON_COPY.BIRTH, MONTH)
                        .le(when(PERSON_COPY.FEMALE, womenBornUntil.toString()).otherwise(menBornUntil.toString())))
                .and(POST_COPY.VALID_FROM.le(day))
                .and(POST_COPY.VALID_TO.gt(day))
                .andNot(POST_COPY.ACTING)
                .and(places.visible(actor, PERSON_COPY.PERSON_ID))
                .orderBy(PERSON_COPY.PERSON_ID, POST_COPY.VALID_TO.desc(), POST_COPY.TREE, POST_COPY.ASSIGNMENT_ID)
                .fetch(JooqRetirees::retiree);
    }

    private static Retiree retiree(Record line) {
        String unit = line.get("unit_name", String.class);
        String title = line.get(POST_COPY.TITLE);
        LocalDate to = line.get(POST_COPY.VALID_TO);
        return new Retiree(
                line.get(PERSON_COPY.PERSON_ID),
                line.get(PERSON_COPY.FULL_NAME),
                PartialDate.parse(Objects.requireNonNull(line.get(PERSON_COPY.BIRTH))),
                Boolean.TRUE.equals(line.get(PERSON_COPY.FEMALE)),
                unit.isEmpty() ? title : title + " – " + unit,
                to.getYear() > 9999 ? null : to);
    }
}
