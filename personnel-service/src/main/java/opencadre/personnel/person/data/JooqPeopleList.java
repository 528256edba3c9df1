package opencadre.personnel.person.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.FILE_NUMBER;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.SEAT;
import static org.jooq.impl.DSL.bitOrAgg;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.person.AgeBand;
import opencadre.personnel.person.Facets;
import opencadre.personnel.person.PeopleFilter;
import opencadre.personnel.person.PeopleList;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import opencadre.personnel.unit.Units;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the list shows, the places say; what else is asked of somebody, their facts of the day. */
@Component
final class JooqPeopleList implements PeopleList {

    private final DSLContext db;
    private final Places places;
    private final Units units;

    JooqPeopleList(DSLContext db, Places places, Units units) {
        this.db = db;
        this.places = places;
        this.units = units;
    }

    @Override
    public List<Places.Line> page(
            Actor actor, PeopleFilter filter, LocalDate day, Places.@Nullable Line after, int limit) {
        return places.page(actor, query(actor, filter, day), after, limit);
    }

    @Override
    public long count(Actor actor, PeopleFilter filter, LocalDate day) {
        return places.count(actor, query(actor, filter, day));
    }

    /** In one pass, since each row about somebody asks its policy: three would take three times as long. */
    @Override
    public Facets facets(Actor actor, PeopleFilter filter, LocalDate day) {
        Table<Record1<UUID>> listed =
                places.people(actor, query(actor, filter.undivided(), day)).asTable("listed");
        Field<String> sex = min(IDENTITY.SEX).as("sex");
        Field<String> band = min(band(day)).as("band");
        Field<Integer> scopes =
                coalesce(bitOrAgg(inline(1).shl(ASSIGNMENT.SCOPE)), inline(0)).as("scopes");
        Table<Record3<String, String, Integer>> people = db.select(sex, band, scopes)
                .from(listed)
                .join(IDENTITY)
                .on(IDENTITY.ID.eq(personOf(listed)))
                .and(holds(IDENTITY.VALID_FROM, IDENTITY.VALID_TO, day))
                .leftJoin(ASSIGNMENT)
                .on(ASSIGNMENT.PERSON_ID.eq(personOf(listed)))
                .and(holds(ASSIGNMENT.VALID_FROM, ASSIGNMENT.VALID_TO, day))
                .groupBy(personOf(listed))
                .asTable("people");
        return Facets.of(
                db.select(people.field(sex), people.field(band), people.field(scopes), DSL.count())
                        .from(people)
                        .groupBy(people.field(sex), people.field(band), people.field(scopes))
                        .fetch(line -> new Facets.Alike(
                                Sex.valueOf(line.value1()),
                                AgeBand.valueOf(line.value2()),
                                scopes(line.value3()),
                                line.value4())),
                filter);
    }

    private static Set<ManagementScope> scopes(int bits) {
        return Stream.of(ManagementScope.values())
                .filter(scope -> (bits & 1 << scope.ordinal()) != 0)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Field<UUID> personOf(Table<Record1<UUID>> listed) {
        return field(name(listed.getName(), "person_id"), UUID.class);
    }

    /** Where people are today the places know; where they were on another day, or by successors, their posts. */
    private Places.Query query(Actor actor, PeopleFilter filter, LocalDate day) {
        UUID unit = filter.unit();
        boolean isAsPlaced = unit == null || (filter.basis() == UnitBasis.HISTORICAL && day.equals(actor.today()));
        String counting = unit == null || isAsPlaced
                ? ""
                : units.standing(unit, day, filter.basis(), actor.today()).stream()
                        .map(each -> each.id().toString())
                        .distinct()
                        .collect(Collectors.joining(",", "{", "}"));
        return new Places.Query(
                filter.number().isPresent() ? null : filter.words(),
                isAsPlaced ? unit : null,
                person -> ofIdentity(filter, person, day)
                        .and(ofPost(filter, person, day))
                        .and(ofSeat(filter, person, day))
                        .and(filter.number()
                                .map(number -> ofNumber(number, person))
                                .orElse(noCondition()))
                        .and(isAsPlaced ? noCondition() : ofUnits(counting, person, day)));
    }

    private static Condition ofUnits(String units, Field<UUID> person, LocalDate day) {
        return exists(selectOne()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(person))
                .and("assignment.unit_id = ANY ({0}::uuid[])", inline(units))
                .and(holds(ASSIGNMENT.VALID_FROM, ASSIGNMENT.VALID_TO, day)));
    }

    private static Condition ofIdentity(PeopleFilter filter, Field<UUID> person, LocalDate day) {
        if (filter.sex() == null && filter.age() == null) {
            return noCondition();
        }
        return exists(selectOne()
                .from(IDENTITY)
                .where(IDENTITY.ID.eq(person))
                .and(holds(IDENTITY.VALID_FROM, IDENTITY.VALID_TO, day))
                .and(
                        filter.sex() == null
                                ? noCondition()
                                : IDENTITY.SEX.eq(filter.sex().name()))
                .and(
                        filter.age() == null
                                ? noCondition()
                                : band(day).eq(filter.age().name())));
    }

    private static Condition ofPost(PeopleFilter filter, Field<UUID> person, LocalDate day) {
        if (filter.scope() == null) {
            return noCondition();
        }
        return exists(selectOne()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(person))
                .and(ASSIGNMENT.SCOPE.eq((short) filter.scope().ordinal()))
                .and(holds(ASSIGNMENT.VALID_FROM, ASSIGNMENT.VALID_TO, day)));
    }

    private static Condition ofSeat(PeopleFilter filter, Field<UUID> person, LocalDate day) {
        if (filter.title() == null) {
            return noCondition();
        }
        return person.in(select(ASSIGNMENT.PERSON_ID)
                .from(ASSIGNMENT)
                .join(SEAT)
                .on(SEAT.ID.eq(ASSIGNMENT.SEAT_ID))
                .where(SEAT.TITLE_CODE.eq(filter.title()))
                .and(holds(ASSIGNMENT.VALID_FROM, ASSIGNMENT.VALID_TO, day)));
    }

    /** By its beginning, small letters as capitals. */
    private static Condition ofNumber(String number, Field<UUID> person) {
        return person.in(select(FILE_NUMBER.PERSON_ID)
                .from(FILE_NUMBER)
                .where("upper(file_number.number) LIKE upper({0}) || '%'", val(DSL.escape(number, '\\'))));
    }

    private static Condition holds(Field<LocalDate> from, Field<LocalDate> to, LocalDate day) {
        return from.le(day).and(to.gt(day));
    }

    /** A birth that is known by year or month alone counts from its first day; as text it is in the order of days. */
    private static Field<String> band(LocalDate day) {
        Field<String> earliest =
                field("({0} || substr('-01-01', length({0}) - 3)) COLLATE \"C\"", String.class, IDENTITY.BIRTH);
        CaseConditionStep<String> cases = null;
        for (AgeBand band : AgeBand.oldestFirst().toList()) {
            Condition isIn = earliest.le(inline(band.bornBy(day).toString()));
            cases = cases == null ? DSL.when(isIn, inline(band.name())) : cases.when(isIn, inline(band.name()));
        }
        return Objects.requireNonNull(cases).otherwise(inline(AgeBand.TO_30.name()));
    }
}
