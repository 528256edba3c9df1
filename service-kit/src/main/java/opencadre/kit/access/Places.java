package opencadre.kit.access;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Where people are, for the fences and for lists. Lists drive from here: first the ids of a page in name order inside
 * the actor's reach, then their rows by key.
 */
public final class Places {

    private static final Table<?> PLACE = table(name("place"));
    private static final Field<UUID> PERSON_ID = field(name("place", "person_id"), UUID.class);
    private static final Field<UUID> UNIT_ID = field(name("place", "unit_id"), UUID.class);
    private static final Field<Long> POSITION = field(name("place", "position"), Long.class);
    private static final Field<String> NAME_KEY = field(name("place", "name_key"), String.class);
    private static final Field<Integer> SCOPE = field(name("place", "scope"), Integer.class);
    private static final Field<Integer> CLASS = field(name("place", "class"), Integer.class);
    private static final Field<LocalDate> VALID_FROM = field(name("place", "valid_from"), LocalDate.class);
    private static final Field<LocalDate> VALID_TO = field(name("place", "valid_to"), LocalDate.class);

    /** Closed records are reached by their ids alone. */
    private static final Condition LISTED = condition("NOT place.closed");

    /** The source of the place that a person has only for whoever sees their own record. */
    private static final UUID OWN = new UUID(0, 0);

    private final DSLContext db;
    private final Fences fences;

    public Places(DSLContext db, Fences fences) {
        this.db = db;
        this.fences = fences;
    }

    /** Which of the two fences stand. Both, but in the tests that take one away to see the other hold alone. */
    public enum Fences {
        BOTH,
        ROW_SECURITY_ONLY
    }

    /** A post or custody of a person, before its position is known. */
    public record Place(
            UUID sourceId,
            UUID unitId,
            int scope,
            int securityClass,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /**
     * What a list asks for: words of a name, and a unit with all below it.
     *
     * @param also what else is asked of somebody by whose id, of facts that a service keeps itself
     */
    public record Query(@Nullable String words, @Nullable UUID unitId, Function<Field<UUID>, Condition> also) {

        public Query(@Nullable String words, @Nullable UUID unitId) {
            this(words, unitId, person -> noCondition());
        }
    }

    /** One line of a page: the key of the order, and whom it stands for. */
    public record Line(String nameKey, UUID personId) {}

    /** The first lines after a line, in name order: given name, family name, middle name, then id. */
    public List<Line> page(Actor actor, Query query, @Nullable Line after, int limit) {
        return db.selectDistinct(NAME_KEY, PERSON_ID)
                .from(PLACE)
                .where(matching(actor, query))
                .and(after == null ? noCondition() : row(NAME_KEY, PERSON_ID).gt(after.nameKey(), after.personId()))
                .orderBy(NAME_KEY, PERSON_ID)
                .limit(inline(limit))
                .fetch(line -> new Line(line.value1(), line.value2()));
    }

    /** How many people the list would show in all. */
    public long count(Actor actor, Query query) {
        return db.select(countDistinct(PERSON_ID))
                .from(PLACE)
                .where(matching(actor, query))
                .fetchSingle()
                .value1();
    }

    /** Those whom the list would show, each once: as a table, to be counted by what else is known of them. */
    public Select<Record1<UUID>> people(Actor actor, Query query) {
        return db.selectDistinct(PERSON_ID).from(PLACE).where(matching(actor, query));
    }

    /**
     * Everybody in reach with the key of their name, each once: as a table, for a question about all of them together,
     * as who has whose name. Columns: {@code person_id}, {@code name_key}.
     */
    public Select<Record2<UUID, String>> everybody(Actor actor) {
        return db.selectDistinct(PERSON_ID, NAME_KEY)
                .from(PLACE)
                .where(inReach(actor, DSL::inline))
                .and(LISTED);
    }

    /** Places in reach that lists show, for a question about places themselves: of whoever asks {@code FROM place}. */
    public Condition listed(Actor actor) {
        return inReach(actor, DSL::inline).and(LISTED);
    }

    /**
     * Everybody in reach who has a place in a unit or below it, with the unit directly below it under which that is, or
     * the unit itself: as a table, for figures by unit. Whoever has places under two of them is in both. Columns:
     * {@code person_id}, {@code unit_id}.
     */
    public Select<Record2<UUID, UUID>> branches(Actor actor, UUID unitId) {
        Condition branch = condition(
                "branch.parent_id = {0} AND place.position BETWEEN branch.lo AND branch.hi"
                        + " OR branch.unit_id = {0} AND place.position = branch.lo",
                val(unitId));
        return db.selectDistinct(PERSON_ID, field(name("branch", "unit_id"), UUID.class))
                .from(PLACE)
                .join(table(name("unit_node")).as("branch"))
                .on(branch)
                .where(inReach(actor, DSL::inline))
                .and(LISTED);
    }

    /** Whether the person exists for the actor. */
    public boolean isVisible(Actor actor, UUID personId) {
        return db.fetchExists(
                selectOne().from(PLACE).where(PERSON_ID.eq(personId)).and(inReach(actor)));
    }

    /** Those of several people who exist for the actor. */
    public Set<UUID> visible(Actor actor, Collection<UUID> personIds) {
        return personIds.isEmpty()
                ? Set.of()
                : db.selectDistinct(PERSON_ID)
                        .from(PLACE)
                        .where(PERSON_ID.in(personIds))
                        .and(inReach(actor))
                        .fetchSet(PERSON_ID);
    }

    /** The same question for the rows of a list about people that is not in name order, as work that waits. */
    public Condition visible(Actor actor, Field<UUID> personId) {
        return exists(selectOne().from(PLACE).where(PERSON_ID.eq(personId)).and(inReach(actor)));
    }

    /**
     * The key of the order of lists of somebody whom the actor sees, no row of anybody else: to be asked for each row
     * where people are counted. The limit keeps it a look-up by person, however few the planner believes to be in
     * reach.
     */
    public Select<Record1<String>> seen(Actor actor, Field<UUID> personId) {
        return db.select(NAME_KEY)
                .from(PLACE)
                .where(PERSON_ID.eq(personId))
                .and(inReach(actor, DSL::inline))
                .and(LISTED)
                .limit(inline(1));
    }

    /**
     * The question of {@link Units#isInReach} for the rows of a list about units, as seats: the unit as it stands
     * today, in the management scope of the row.
     */
    public Condition unitInReach(Actor actor, Field<UUID> unitId, Field<Short> scope) {
        if (fences == Fences.ROW_SECURITY_ONLY) {
            return trueCondition();
        }
        return reaches(actor, unitId, scope);
    }

    /** The same as part of a rule and not of a fence, as whose work a row is: asked whichever fences stand. */
    public Condition reaches(Actor actor, Field<UUID> unitId, Field<Short> scope) {
        return condition(
                "EXISTS (SELECT FROM unit_node n WHERE n.unit_id = {0}"
                        + " AND {1}::bigint * 281474976710656 + n.lo <@ (SELECT {2}::int8multirange))",
                unitId, scope, val(actor.reach().multirange()));
    }

    /** The question of {@link Reach#touches} for rows about a unit alone, as its term of office: in any scope. */
    public Condition touches(Actor actor, Field<UUID> unitId) {
        return condition(
                "EXISTS (SELECT FROM unit_node n WHERE n.unit_id = {0} AND n.lo <@ (SELECT {1}::int8multirange))",
                unitId, val(actor.reach().touched()));
    }

    /** The same for rows about several units at once, as a reorganisation: all of them. */
    public Condition unitsInReach(Actor actor, Field<UUID[]> unitIds, Field<Short> scope) {
        return condition(
                "(SELECT count(*) FROM unit_node touched WHERE touched.unit_id = ANY ({0}) AND {1}) = cardinality({0})",
                unitIds, unitInReach(actor, field("touched.unit_id", UUID.class), scope));
    }

    /**
     * Whether the actor reaches anything in a unit or below it, in one of these scopes: for rows about a unit with all
     * below it, of which whoever reaches a part sees that part.
     */
    public Condition anyInReach(Actor actor, Field<UUID> unitId, Field<Short[]> scopes) {
        if (fences == Fences.ROW_SECURITY_ONLY) {
            return trueCondition();
        }
        return condition(
                "EXISTS (SELECT FROM unit_node n CROSS JOIN unnest({1}) AS s (scope) WHERE n.unit_id = {0}"
                        + " AND int8range(s.scope::bigint * 281474976710656 + n.lo,"
                        + " s.scope::bigint * 281474976710656 + n.hi, '[]') && (SELECT {2}::int8multirange))",
                unitId, scopes, val(actor.reach().multirange()));
    }

    /**
     * Replaces the places that one fact gives a person. With no source named, all the person's places are replaced.
     *
     * @param nameKey see {@link #nameKey}
     */
    public void replace(UUID personId, @Nullable UUID source, String nameKey, List<Place> places) {
        db.execute("SELECT pg_advisory_xact_lock_shared(?)", Units.PLACES);
        asService(() -> db.execute(
                "DELETE FROM place WHERE person_id = ? AND source_id = coalesce(?::uuid, source_id)",
                personId,
                source));
        add(personId, nameKey, places);
    }

    /**
     * The same for a fact that may lie in units which the actor does not reach: a post of earlier times, custody that
     * others arranged. Whether it may be so was judged before.
     */
    public void keep(UUID personId, UUID source, String nameKey, List<Place> places) {
        asService(() -> replace(personId, source, nameKey, places));
    }

    private void add(UUID personId, String nameKey, List<Place> places) {
        for (Place place : places) {
            db.execute(
                    """
                    INSERT INTO place (person_id, source_id, unit_id, position, scope, class, valid_from, valid_to, name_key)
                    VALUES (?, ?, ?, coalesce((SELECT lo FROM unit_node WHERE unit_id = ?), -1), ?, ?, ?,
                            coalesce(?::date, 'infinity'), ?)
                    """,
                    personId,
                    place.sourceId(),
                    place.unitId(),
                    place.unitId(),
                    place.scope(),
                    place.securityClass(),
                    place.validFrom(),
                    place.validTo(),
                    nameKey);
        }
        ownPlace(personId);
    }

    /** Lets an account that is granted it see the person's record as its own, now or once the person is known here. */
    public void own(UUID personId) {
        asService(() -> db.execute("INSERT INTO own_record (person_id) VALUES (?) ON CONFLICT DO NOTHING", personId));
        ownPlace(personId);
    }

    /** In the lowest scope and class and on every day: one's own record is never a question of where it is. */
    private void ownPlace(UUID personId) {
        if (db.fetch("SELECT FROM own_record WHERE person_id = ?", personId).isEmpty()) {
            return;
        }
        asService(() -> db.execute("""
            INSERT INTO place (person_id, source_id, unit_id, position, scope, class, valid_from, name_key)
            SELECT o.person_id, {1}, {1}, o.position, 0, 0, '0001-01-01', min(p.name_key)
              FROM own_record o JOIN place p ON p.person_id = o.person_id
             WHERE o.person_id = {0}
             GROUP BY o.person_id, o.position
            ON CONFLICT DO NOTHING
            """, val(personId), val(OWN)));
    }

    /** Puts a person under the words of a name, in lists and in search. */
    public void index(UUID personId, String fullName) {
        asService(() -> {
            db.execute("UPDATE place SET name_key = ? WHERE person_id = ?", nameKey(fullName), personId);
            db.execute("DELETE FROM person_word WHERE person_id = ?", personId);
        });
        // In one order everywhere: two names with the same new words would otherwise wait for each other.
        String[] words = Arrays.stream(words(fullName)).distinct().sorted().toArray(String[]::new);
        db.execute("INSERT INTO name_word (word) SELECT unnest(?::text[]) ON CONFLICT DO NOTHING", (Object) words);
        db.execute(
                "INSERT INTO person_word (word_id, person_id) SELECT id, ?::uuid FROM name_word WHERE word = ANY"
                        + " (?::text[])",
                personId,
                words);
    }

    /**
     * Takes away or renames what stands, also where the actor does not see it: places of other days, and of other
     * units. Whether the actor may change the person was asked before; what is added stays under both fences. Where a
     * statement fails the transaction is lost, and the setting with it.
     */
    public void asService(Runnable statements) {
        String before = db.fetchSingle("SELECT coalesce(current_setting('opencadre.system', true), '')")
                .get(0, String.class);
        db.fetch("SELECT set_config('opencadre.system', 'on', true)");
        statements.run();
        db.fetch("SELECT set_config('opencadre.system', ?, true)", before);
    }

    /**
     * Takes a record off every list, count and search, as one that went into another: it is reached by its id alone,
     * until its places are replaced.
     */
    public void close(UUID personId) {
        asService(() -> db.execute("UPDATE place SET closed = true WHERE person_id = ?", personId));
    }

    /** Forgets a person, or everybody when nobody is named. */
    public void forget(@Nullable UUID personId) {
        db.execute("DELETE FROM person_word WHERE person_id = coalesce(?::uuid, person_id)", personId);
        db.execute("DELETE FROM place WHERE person_id = coalesce(?::uuid, person_id)", personId);
        if (personId != null) {
            db.execute("DELETE FROM own_record WHERE person_id = ?", personId);
        }
    }

    /** The same for a person whose registration is taken back, wherever they had a place. */
    public void withdraw(UUID personId) {
        asService(() -> forget(personId));
    }

    /** Given name first, as Vietnamese lists are ordered: {@code Dương Minh Khải} gives {@code khải dương minh}. */
    public static String nameKey(String fullName) {
        String[] words = words(fullName);
        if (words.length < 2) {
            return String.join(" ", words);
        }
        String middle = String.join(" ", Arrays.copyOfRange(words, 1, words.length - 1));
        return (words[words.length - 1] + " " + words[0] + " " + middle).strip();
    }

    /**
     * Where is looked and for which words stands in the statement as numbers, so that the planner knows from its
     * statistics whether to walk down the list or to fetch a few people: a page of a province and one of an office want
     * other plans.
     */
    private Condition matching(Actor actor, Query query) {
        Condition matching = inReach(actor, DSL::inline).and(LISTED);
        if (query.unitId() != null) {
            matching = matching.and(below(query.unitId()));
        }
        if (query.words() != null) {
            for (List<Integer> spellings : spellings(words(query.words()))) {
                matching = matching.and(hasOneOf(spellings));
            }
        }
        return matching.and(query.also().apply(PERSON_ID));
    }

    private Condition below(UUID unitId) {
        return db.fetchOptional("SELECT lo, hi FROM unit_node WHERE unit_id = ?", unitId)
                .map(node -> POSITION.between(inline(node.get("lo", Long.class)), inline(node.get("hi", Long.class))))
                .orElse(falseCondition());
    }

    /**
     * For each word its entries in the dictionary. A word typed with accents means just that spelling; one without
     * means every spelling. Beginnings suffice.
     */
    private List<List<Integer>> spellings(String[] words) {
        return db.fetch("""
            SELECT array_agg(w.id ORDER BY w.id) FILTER (WHERE w.id IS NOT NULL) AS ids
              FROM (SELECT word, fold(word) AS folded, ordinality
                      FROM unnest(?::text[]) WITH ORDINALITY AS typed (word) OFFSET 0) AS t
              LEFT JOIN name_word w ON w.folded ^@ t.folded AND (t.folded = t.word OR w.word ^@ t.word)
             GROUP BY t.ordinality ORDER BY t.ordinality
            """, (Object) words).map(row -> {
            Integer[] ids = row.get("ids", Integer[].class);
            return ids == null ? List.of() : List.of(ids);
        });
    }

    private static Condition hasOneOf(List<Integer> spellings) {
        if (spellings.isEmpty()) {
            return falseCondition();
        }
        Field<Integer> word = field(name("pw", "word_id"), Integer.class);
        return PERSON_ID.in(select(field(name("pw", "person_id"), UUID.class))
                .from(table(name("person_word")).as("pw"))
                .where(word.in(spellings.stream().map(DSL::inline).toList())));
    }

    private Condition inReach(Actor actor) {
        return inReach(actor, DSL::val);
    }

    /** How a value gets into a statement: beside it, or as part of its text. */
    private interface Written {
        <T> Field<T> value(T value);
    }

    /**
     * The service's own fence: the same question as the policy of {@code place}, in a form that reaches the index. The
     * planner takes {@code <@} for something that one row in two hundred holds, while most of what the positions leave
     * does; behind a CASE it does not count. The reach is read from its text in a query of its own: once, and not for
     * each row, as a cast would be in a plan that is kept for other values.
     */
    private Condition inReach(Actor actor, Written written) {
        if (fences == Fences.ROW_SECURITY_ONLY) {
            return trueCondition();
        }
        Condition positions = or(actor.reach().positions().stream()
                .map(range -> POSITION.between(written.value(range.lo()), written.value(range.hi())))
                .toList());
        return positions
                .and(
                        "CASE WHEN place.fence <@ (SELECT {0}::int8multirange) THEN true ELSE false END",
                        val(actor.reach().multirange()))
                .and(VALID_FROM.le(written.value(actor.today())))
                .and(VALID_TO.gt(written.value(actor.today())));
    }

    private static String[] words(String text) {
        String composed =
                Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
        return composed.isEmpty() ? new String[0] : composed.split("\\s+");
    }

    /** Where a place is, as a reach asks for it. */
    public record Spot(long position, int scope, int securityClass) {}

    /**
     * Where the person's places are that the actor reaches today; none of somebody who does not exist for the actor.
     */
    public List<Spot> spots(Actor actor, UUID personId) {
        return db.selectDistinct(POSITION, SCOPE, CLASS)
                .from(PLACE)
                .where(PERSON_ID.eq(personId))
                .and(inReach(actor))
                .fetch(spot -> new Spot(spot.value1(), spot.value2(), spot.value3()));
    }

    /** The unit on which a person's places hang, for the ones in reach today. */
    public List<UUID> unitsOf(Actor actor, UUID personId) {
        return db.selectDistinct(UNIT_ID)
                .from(PLACE)
                .where(PERSON_ID.eq(personId))
                .and(inReach(actor))
                .fetch(UNIT_ID);
    }
}
