package opencadre.personnel.quality.data;

import static opencadre.personnel.jooq.Tables.ASSIGNMENT;
import static opencadre.personnel.jooq.Tables.CERTIFICATE_COPY;
import static opencadre.personnel.jooq.Tables.CONDUCT;
import static opencadre.personnel.jooq.Tables.CV_ENTRY;
import static opencadre.personnel.jooq.Tables.IDENTITY;
import static opencadre.personnel.jooq.Tables.ID_NUMBER;
import static opencadre.personnel.jooq.Tables.UNIT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.json.Texts;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.quality.Dossier;
import opencadre.personnel.quality.Dossiers;
import opencadre.personnel.quality.Suspicion;
import opencadre.personnel.quality.Suspicion.Ground;
import opencadre.personnel.quality.rule.DossierFacts;
import opencadre.personnel.quality.rule.DossierFacts.Certificate;
import opencadre.personnel.quality.rule.DossierFacts.Discipline;
import opencadre.personnel.quality.rule.DossierFacts.Entry;
import opencadre.personnel.quality.rule.DossierFacts.Post;
import opencadre.personnel.quality.rule.Item;
import opencadre.personnel.unit.Tree;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqDossiers implements Dossiers {

    private final DSLContext db;
    private final Places places;

    JooqDossiers(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<Dossier> of(Actor actor, Collection<UUID> personIds) {
        UUID[] ids = personIds.toArray(UUID[]::new);
        LocalDate today = actor.today();
        Map<UUID, String> numbers = db.select(ID_NUMBER.PERSON_ID, ID_NUMBER.NUMBER)
                .from(ID_NUMBER)
                .where(ID_NUMBER.PERSON_ID.eq(DSL.any(ids)))
                .fetchMap(ID_NUMBER.PERSON_ID, ID_NUMBER.NUMBER);
        Map<UUID, List<Post>> posts = posts(ids);
        // The policy shows what the operation opened; this asks once more, so that nothing restricted is ever judged.
        Map<UUID, List<Entry>> entries = db.select()
                .from(CV_ENTRY)
                .where(CV_ENTRY.PERSON_ID.eq(DSL.any(ids)))
                .and(CV_ENTRY.CLASS.in("PERSONAL", "SENSITIVE"))
                .orderBy(CV_ENTRY.VALID_FROM, CV_ENTRY.ID)
                .fetchGroups(
                        CV_ENTRY.PERSON_ID,
                        row -> new Entry(
                                row.get(CV_ENTRY.ID),
                                row.get(CV_ENTRY.KIND),
                                period(row.get(CV_ENTRY.VALID_FROM), row.get(CV_ENTRY.VALID_TO)),
                                Texts.of(Objects.requireNonNull(row.get(CV_ENTRY.CONTENT)))));
        Map<UUID, ? extends List<? extends Record>> conduct = db.select()
                .from(CONDUCT)
                .where(CONDUCT.PERSON_ID.eq(DSL.any(ids)))
                .and(CONDUCT.KIND.in("RATING", "DISCIPLINE"))
                .orderBy(CONDUCT.VALID_FROM, CONDUCT.ID)
                .fetchGroups(CONDUCT.PERSON_ID);
        Map<UUID, List<Certificate>> certificates = db.select()
                .from(CERTIFICATE_COPY)
                .where(CERTIFICATE_COPY.PERSON_ID.eq(DSL.any(ids)))
                .and(CERTIFICATE_COPY.STATE.eq("VERIFIED"))
                .orderBy(CERTIFICATE_COPY.VALID_FROM, CERTIFICATE_COPY.CERTIFICATE_ID)
                .fetchGroups(
                        CERTIFICATE_COPY.PERSON_ID,
                        row -> new Certificate(
                                row.get(CERTIFICATE_COPY.CERTIFICATE_ID),
                                row.get(CERTIFICATE_COPY.NAME),
                                PartialDate.parse(row.get(CERTIFICATE_COPY.ISSUED_ON))));
        Map<UUID, Dossier> dossiers = db
                .select()
                .from(IDENTITY)
                .where(IDENTITY.ID.eq(DSL.any(ids)))
                .and(IDENTITY.VALID_FROM.le(today))
                .and(IDENTITY.VALID_TO.gt(today))
                .stream()
                .map(row -> {
                    UUID id = row.get(IDENTITY.ID);
                    List<? extends Record> ofConduct = conduct.containsKey(id) ? conduct.get(id) : List.of();
                    return new Dossier(
                            id,
                            row.get(IDENTITY.FULL_NAME),
                            new DossierFacts(
                                    PartialDate.parse(row.get(IDENTITY.BIRTH)),
                                    row.get(IDENTITY.SEX).equals("FEMALE"),
                                    numbers.get(id),
                                    posts.getOrDefault(id, List.of()),
                                    entries.getOrDefault(id, List.of()),
                                    ofConduct.stream()
                                            .filter(fact ->
                                                    fact.get(CONDUCT.KIND).equals("RATING"))
                                            .map(fact ->
                                                    fact.get(CONDUCT.VALID_FROM).getYear())
                                            .collect(Collectors.toSet()),
                                    ofConduct.stream()
                                            .filter(fact ->
                                                    fact.get(CONDUCT.KIND).equals("DISCIPLINE"))
                                            .map(fact -> new Discipline(
                                                    fact.get(CONDUCT.ID),
                                                    fact.get(CONDUCT.VALID_FROM),
                                                    day(fact.get(CONDUCT.VALID_TO))))
                                            .toList(),
                                    certificates.getOrDefault(id, List.of())));
                })
                .collect(Collectors.toMap(Dossier::personId, dossier -> dossier));
        return personIds.stream()
                .filter(dossiers::containsKey)
                .map(dossiers::get)
                .toList();
    }

    private Map<UUID, List<Post>> posts(UUID[] ids) {
        Map<UUID, List<Period>> stands = db.select(UNIT.ID, UNIT.VALID_FROM, UNIT.VALID_TO)
                .from(UNIT)
                .where(UNIT.ID.in(
                        DSL.select(ASSIGNMENT.UNIT_ID).from(ASSIGNMENT).where(ASSIGNMENT.PERSON_ID.eq(DSL.any(ids)))))
                .orderBy(UNIT.ID, UNIT.VALID_FROM)
                .fetchGroups(UNIT.ID, row -> period(row.value2(), row.value3()));
        return db.select()
                .from(ASSIGNMENT)
                .where(ASSIGNMENT.PERSON_ID.eq(DSL.any(ids)))
                .orderBy(ASSIGNMENT.VALID_FROM, ASSIGNMENT.ID)
                .fetchGroups(
                        ASSIGNMENT.PERSON_ID,
                        row -> new Post(
                                row.get(ASSIGNMENT.ID),
                                Tree.values()[row.get(ASSIGNMENT.TREE)].name(),
                                row.get(ASSIGNMENT.TITLE),
                                row.get(ASSIGNMENT.CONCURRENT),
                                period(row.get(ASSIGNMENT.VALID_FROM), row.get(ASSIGNMENT.VALID_TO)),
                                stands.getOrDefault(row.get(ASSIGNMENT.UNIT_ID), List.of())));
    }

    @Override
    public Map<UUID, Long> sizes(Actor actor, UUID unitId) {
        return db.fetch("""
            WITH branch (person_id, unit_id) AS MATERIALIZED ({0})
            SELECT unit_id, count(*) AS people FROM branch GROUP BY unit_id
            UNION ALL
            SELECT {1}, count(DISTINCT person_id) FROM branch HAVING count(*) > 0
            """, places.branches(actor, unitId), DSL.val(ALL)).stream()
                .collect(Collectors.toMap(row -> row.get("unit_id", UUID.class), row -> row.get("people", Long.class)));
    }

    @Override
    public Map<UUID, List<UUID>> members(Actor actor, UUID unitId) {
        return places.branches(actor, unitId).fetch().intoGroups(row -> row.value1(), row -> row.value2());
    }

    @Override
    public Map<UUID, Map<String, Long>> filled(Actor actor, UUID unitId, List<Item> items) {
        String[] kinds = items.stream().map(Item::code).toArray(String[]::new);
        Map<UUID, Map<String, Long>> filled = new HashMap<>();
        db.fetch(
                        """
                        WITH branch (person_id, unit_id) AS MATERIALIZED ({0}),
                             dossier AS MATERIALIZED (
                                 SELECT p.person_id,
                                        ARRAY(SELECT DISTINCT e.kind FROM cv_entry e
                                               WHERE e.person_id = p.person_id AND e.kind = ANY ({1})
                                                 AND e.class IN ('PERSONAL', 'SENSITIVE')
                                                 AND e.valid_from <= {2} AND e.valid_to > {2})
                                        || ARRAY(SELECT 'ID_NUMBER' FROM id_number n WHERE n.person_id = p.person_id)
                                        || ARRAY(SELECT 'BIRTH_DAY' FROM identity i
                                                  WHERE i.id = p.person_id AND i.valid_from <= {2} AND i.valid_to > {2}
                                                    AND length(i.birth) = 10)
                                        || ARRAY(SELECT DISTINCT 'POST' FROM assignment a
                                                  WHERE a.person_id = p.person_id
                                                    AND a.valid_from <= {2} AND a.valid_to > {2}) AS items
                                   FROM (SELECT DISTINCT person_id FROM branch) AS p)
                        SELECT w.unit_id, f.item, count(*) AS people
                          FROM (SELECT person_id, unit_id FROM branch
                                UNION SELECT person_id, {3} FROM branch) AS w
                          JOIN dossier d ON d.person_id = w.person_id
                         CROSS JOIN unnest(d.items || CASE WHEN cardinality(d.items) = {4} THEN ARRAY[{5}]
                                                           ELSE ARRAY[]::text[] END) AS f (item)
                         GROUP BY w.unit_id, f.item
                        """,
                        places.branches(actor, unitId),
                        DSL.val(kinds),
                        DSL.val(actor.today()),
                        DSL.val(ALL),
                        DSL.val(kinds.length),
                        DSL.inline(COMPLETE))
                .forEach(row -> filled.computeIfAbsent(row.get("unit_id", UUID.class), any -> new HashMap<>())
                        .put(row.get("item", String.class), row.get("people", Long.class)));
        return filled;
    }

    @Override
    public List<Suspicion> suspicions(Actor actor, Suspicion.@Nullable Key after, int limit) {
        return db.fetch(
                        """
                        WITH reached (person_id, name_key) AS MATERIALIZED ({0}),
                             number (person_id, ground, number) AS MATERIALIZED (
                                 SELECT n.person_id, 'SAME_ID_NUMBER', n.number
                                   FROM id_number n JOIN reached USING (person_id)
                                 UNION
                                 SELECT e.person_id,
                                        CASE e.kind WHEN 'EARLIER_ID' THEN 'SAME_ID_NUMBER' ELSE 'SAME_INSURANCE_NUMBER' END,
                                        e.content ->> 'number'
                                   FROM cv_entry e JOIN reached USING (person_id)
                                  WHERE e.kind IN ('EARLIER_ID', 'SOCIAL_INSURANCE') AND e.class = 'SENSITIVE'),
                             pair (first, second, ground) AS (
                                 SELECT a.person_id, b.person_id, 'SAME_NAME_AND_BIRTH'
                                   FROM reached a
                                   JOIN reached b ON b.name_key = a.name_key AND b.person_id > a.person_id
                                   JOIN identity i ON i.id = a.person_id AND i.valid_from <= {1} AND i.valid_to > {1}
                                   JOIN identity j ON j.id = b.person_id AND j.valid_from <= {1} AND j.valid_to > {1}
                                  WHERE i.sex = j.sex
                                    -- What is known of one date is the beginning of the other.
                                    AND (starts_with(i.birth, j.birth) OR starts_with(j.birth, i.birth))
                                 UNION ALL
                                 SELECT a.person_id, b.person_id, a.ground
                                   FROM number a
                                   JOIN number b ON b.ground = a.ground AND b.number = a.number AND b.person_id > a.person_id)
                        SELECT r.name_key, p.first, p.second, array_agg(DISTINCT p.ground) AS grounds
                          FROM pair p JOIN reached r ON r.person_id = p.first
                         WHERE {2}
                         GROUP BY r.name_key, p.first, p.second
                         ORDER BY r.name_key, p.first, p.second
                         LIMIT {3}
                        """,
                        places.everybody(actor),
                        DSL.val(actor.today()),
                        after == null
                                ? DSL.trueCondition()
                                : DSL.condition(
                                        "(r.name_key, p.first, p.second) > ({0}, {1}, {2})",
                                        DSL.val(after.nameKey()), DSL.val(after.first()), DSL.val(after.second())),
                        DSL.inline(limit))
                .map(row -> new Suspicion(
                        new Suspicion.Key(
                                row.get("name_key", String.class),
                                row.get("first", UUID.class),
                                row.get("second", UUID.class)),
                        Arrays.stream(row.get("grounds", String[].class))
                                .map(Ground::valueOf)
                                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Ground.class)))));
    }

    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, day(to));
    }

    /** The driver reads {@code infinity} as a day at the end of all calendars. */
    private static @Nullable LocalDate day(LocalDate to) {
        return to.getYear() > 9999 ? null : to;
    }
}
