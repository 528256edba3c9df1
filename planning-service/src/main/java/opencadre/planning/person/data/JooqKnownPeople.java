package opencadre.planning.person.data;

import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.UNIT_COPY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.planning.person.KnownPeople;
import opencadre.planning.person.KnownPerson;
import opencadre.planning.person.Tree;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
final class JooqKnownPeople implements KnownPeople {

    private final DSLContext db;
    private final Places places;

    JooqKnownPeople(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public Optional<KnownPerson> find(UUID id, LocalDate day) {
        List<KnownPerson.Post> posts = db.select(POST_COPY.fields())
                .select(coalesce(UNIT_COPY.NAME, inline("")).as("unit_name"))
                .from(POST_COPY)
                .leftJoin(UNIT_COPY)
                .on(UNIT_COPY.UNIT_ID.eq(POST_COPY.UNIT_ID))
                .and(UNIT_COPY.VALID_FROM.le(day))
                .and(UNIT_COPY.VALID_TO.gt(day))
                .where(POST_COPY.PERSON_ID.eq(id))
                .and(POST_COPY.VALID_FROM.le(day))
                .and(POST_COPY.VALID_TO.gt(day))
                .orderBy(POST_COPY.TREE, POST_COPY.VALID_FROM, POST_COPY.ASSIGNMENT_ID)
                .fetch(row -> new KnownPerson.Post(
                        row.get(POST_COPY.TITLE),
                        row.get(POST_COPY.UNIT_ID),
                        row.get("unit_name", String.class),
                        Tree.valueOf(row.get(POST_COPY.TREE)),
                        row.get(POST_COPY.VALID_FROM)));
        return db.selectFrom(PERSON_COPY)
                .where(PERSON_COPY.PERSON_ID.eq(id))
                .fetchOptional(row -> new KnownPerson(
                        row.get(PERSON_COPY.PERSON_ID),
                        row.get(PERSON_COPY.FULL_NAME),
                        posts,
                        row.get(PERSON_COPY.REVISION),
                        row.get(PERSON_COPY.RECORDED_AT).toInstant(),
                        row.get(PERSON_COPY.APPLIED_AT).toInstant()));
    }

    @Override
    public Optional<UUID> numbered(Actor actor, String fileNumber) {
        List<UUID> found = db.select(PERSON_COPY.PERSON_ID)
                .from(PERSON_COPY)
                .where(PERSON_COPY.FILE_NUMBER.eq(fileNumber))
                .and(places.visible(actor, PERSON_COPY.PERSON_ID))
                .fetch(PERSON_COPY.PERSON_ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return db.select(PERSON_COPY.PERSON_ID, PERSON_COPY.FULL_NAME)
                .from(PERSON_COPY)
                .where(PERSON_COPY.PERSON_ID.in(ids))
                .fetchMap(PERSON_COPY.PERSON_ID, PERSON_COPY.FULL_NAME);
    }
}
