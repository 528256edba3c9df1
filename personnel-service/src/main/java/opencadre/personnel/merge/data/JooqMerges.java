package opencadre.personnel.merge.data;

import static opencadre.personnel.jooq.Tables.CERTIFICATE_COPY;
import static opencadre.personnel.jooq.Tables.DECISION;
import static opencadre.personnel.jooq.Tables.DECISION_EFFECT;
import static opencadre.personnel.jooq.Tables.DECISION_FILE;
import static opencadre.personnel.jooq.Tables.MERGE;
import static opencadre.personnel.jooq.Tables.MERGE_FACT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.jooq.Tables;
import opencadre.personnel.merge.Merge;
import opencadre.personnel.merge.Merge.Act;
import opencadre.personnel.merge.Merge.Choices;
import opencadre.personnel.merge.Merge.Side;
import opencadre.personnel.merge.Merge.State;
import opencadre.personnel.merge.Merge.Undo;
import opencadre.personnel.merge.Merges;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Facts change hands in the database: what was believed moves to the past by {@code supersede()}, and is believed again
 * of the other by {@code believe_again()}.
 */
@Component
final class JooqMerges implements Merges {

    private static final Field<UUID> ID = field(name("id"), UUID.class);
    private static final Field<UUID> PERSON_ID = field(name("person_id"), UUID.class);
    private static final Field<OffsetDateTime> RECORDED_FROM = field(name("recorded_from"), OffsetDateTime.class);

    /** What goes from record to record; decisions and papers go in ways of their own. */
    private enum Kind {
        ASSIGNMENT,
        CONDUCT,
        CV_ENTRY;

        Table<?> facts() {
            return switch (this) {
                case ASSIGNMENT -> Tables.ASSIGNMENT;
                case CONDUCT -> Tables.CONDUCT;
                case CV_ENTRY -> Tables.CV_ENTRY;
            };
        }

        /** When a fact that is believed now excludes one that was. */
        String excludes() {
            return switch (this) {
                case ASSIGNMENT ->
                    "NOT now.concurrent AND NOT past.concurrent AND now.tree = past.tree AND now.valid && past.valid";
                case CONDUCT ->
                    "now.kind = past.kind AND now.kind IN ('RATING', 'SUSPENSION') AND now.valid && past.valid";
                case CV_ENTRY ->
                    "now.held_once AND past.held_once AND now.kind = past.kind"
                            + " AND lower(now.valid) = lower(past.valid)";
            };
        }
    }

    private static final String DECISIONS = "DECISION";
    private static final String DOCUMENTS = "DOCUMENT";

    private final DSLContext db;
    private final Places places;

    JooqMerges(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public void add(Merge merge) {
        db.insertInto(MERGE)
                .set(MERGE.ID, merge.id())
                .set(MERGE.KEPT_ID, merge.keptId())
                .set(MERGE.MERGED_ID, merge.mergedId())
                .set(MERGE.STATE, merge.state().name())
                .set(MERGE.REVISION, merge.revision())
                .set(MERGE.IDENTITY_OF, merge.choices().identityOf().name())
                .set(MERGE.ID_NUMBER_OF, merge.choices().idNumberOf().name())
                .set(MERGE.DROPPED, merge.choices().dropped().toArray(UUID[]::new))
                .set(MERGE.COMPARED, merge.compared())
                .set(MERGE.REASON, merge.reason())
                .set(MERGE.PREPARED_BY, merge.prepared().by())
                .set(MERGE.PREPARED_HANDS, hands(merge.prepared()))
                .set(MERGE.PREPARED_AT, at(merge.prepared()))
                .execute();
    }

    @Override
    public Optional<Merge> lock(Actor actor, UUID id) {
        return db.select()
                .from(MERGE)
                .where(MERGE.ID.eq(id))
                .and(inReach(actor))
                .forUpdate()
                .fetchOptional(JooqMerges::merge);
    }

    @Override
    public Optional<Merge> find(Actor actor, UUID id) {
        return db.select()
                .from(MERGE)
                .where(MERGE.ID.eq(id))
                .and(inReach(actor))
                .fetchOptional(JooqMerges::merge);
    }

    @Override
    public List<Merge> page(Actor actor, @Nullable Position after, int limit) {
        return db.select()
                .from(MERGE)
                .where(inReach(actor))
                .and(
                        after == null
                                ? noCondition()
                                : row(MERGE.PREPARED_AT, MERGE.ID).lt(utc(after.preparedAt()), after.id()))
                .orderBy(MERGE.PREPARED_AT.desc(), MERGE.ID.desc())
                .limit(limit)
                .fetch(JooqMerges::merge);
    }

    private Condition inReach(Actor actor) {
        return places.visible(actor, MERGE.KEPT_ID).and(places.visible(actor, MERGE.MERGED_ID));
    }

    @Override
    public void keep(Merge merge) {
        Act approved = merge.approved();
        Undo undo = merge.undo();
        Act asked = undo == null ? null : undo.asked();
        Act undone = merge.undone();
        db.update(MERGE)
                .set(MERGE.STATE, merge.state().name())
                .set(MERGE.REVISION, merge.revision())
                .set(MERGE.APPROVED_BY, by(approved))
                .set(MERGE.APPROVED_HANDS, hands(approved))
                .set(MERGE.APPROVED_AT, at(approved))
                .set(MERGE.UNDO_REASON, undo == null ? null : undo.reason())
                .set(MERGE.UNDO_BY, by(asked))
                .set(MERGE.UNDO_HANDS, hands(asked))
                .set(MERGE.UNDO_AT, at(asked))
                .set(MERGE.UNDONE_BY, by(undone))
                .set(MERGE.UNDONE_HANDS, hands(undone))
                .set(MERGE.UNDONE_AT, at(undone))
                .set(MERGE.LEFT_FACTS, merge.left().toArray(UUID[]::new))
                .where(MERGE.ID.eq(merge.id()))
                .execute();
    }

    @Override
    public Map<UUID, List<String>> decisions(Collection<UUID> people) {
        return db.selectDistinct(DECISION_EFFECT.PERSON_ID, DECISION.NUMBER)
                .from(DECISION_EFFECT)
                .join(DECISION)
                .on(DECISION.ID.eq(DECISION_EFFECT.DECISION_ID))
                .where(DECISION_EFFECT.PERSON_ID.in(people))
                .and(DECISION.STATE.in("ISSUED", "RESCINDED"))
                .orderBy(DECISION.NUMBER)
                .fetchGroups(DECISION_EFFECT.PERSON_ID, DECISION.NUMBER);
    }

    @Override
    public Set<UUID> withAccounts(Collection<UUID> people) {
        return new HashSet<>(db.fetch("""
            SELECT person_id FROM account_entry WHERE person_id = ANY ({0})
            UNION
            SELECT person_id FROM access_grant WHERE person_id = ANY ({0}) AND valid_to > legal_day()
            """, uuids(people)).getValues(0, UUID.class));
    }

    @Override
    public Set<String> underWay(UUID keptId, UUID mergedId, @Nullable UUID butFor) {
        return unfenced(() -> new HashSet<>(db.fetch("""
            SELECT 'decision-pending' AS code WHERE EXISTS (
                SELECT FROM decision_effect e JOIN decision d ON d.id = e.decision_id
                 WHERE e.person_id IN ({0}, {1}) AND d.state = 'DRAFT')
            UNION ALL
            SELECT 'reorganisation-pending' WHERE EXISTS (
                SELECT FROM reorganisation_post p JOIN reorganisation r ON r.id = p.reorganisation_id
                 WHERE p.person_id IN ({0}, {1})
                   AND (r.state = 'DRAFT' OR r.state = 'APPROVED' AND NOT p.carried))
            UNION ALL
            SELECT 'declaration-waiting' WHERE EXISTS (
                SELECT FROM declaration d WHERE d.person_id IN ({0}, {1}) AND d.state = 'WAITING')
            UNION ALL
            SELECT 'merge-pending' WHERE EXISTS (
                SELECT FROM merge m
                 WHERE (m.kept_id IN ({0}, {1}) OR m.merged_id IN ({0}, {1}))
                   AND m.state IN ('PREPARED', 'UNDOING') AND m.id IS DISTINCT FROM {2})
            UNION ALL
            SELECT 'merged-has-merges' WHERE EXISTS (SELECT FROM person p WHERE p.merged_into = {1})
            """, val(keptId), val(mergedId), val(butFor, SQLDataType.UUID))
                .getValues(0, String.class)));
    }

    @Override
    public boolean reachesPosts(Actor actor, Collection<UUID> people) {
        return !db.fetchExists(db.selectOne()
                .from(Tables.ASSIGNMENT)
                .where(Tables.ASSIGNMENT.PERSON_ID.in(people))
                .and(Tables.ASSIGNMENT.VALID_TO.gt(actor.today()))
                .and("NOT unit_in_reach({0}, {1})", Tables.ASSIGNMENT.UNIT_ID, Tables.ASSIGNMENT.SCOPE));
    }

    @Override
    public int restrictedContradictions(UUID keptId, UUID mergedId) {
        return unfenced(() -> db.fetchSingle("""
            SELECT count(*) FROM cv_entry k JOIN cv_entry m ON m.kind = k.kind AND m.valid_from = k.valid_from
             WHERE k.person_id = {0} AND m.person_id = {1} AND k.held_once AND k.class = 'RESTRICTED'
            """, val(keptId), val(mergedId)).get(0, Integer.class));
    }

    @Override
    public Optional<Instant> holdDecisions(Collection<UUID> people) {
        return unfenced(() -> db
                .select(DECISION_FILE.RECORDED_AT)
                .from(DECISION_FILE)
                .where(DECISION_FILE.ID.in(db.select(DECISION_EFFECT.DECISION_ID)
                        .from(DECISION_EFFECT)
                        .where(DECISION_EFFECT.PERSON_ID.in(people))))
                .orderBy(DECISION_FILE.ID)
                .forUpdate()
                .fetch(DECISION_FILE.RECORDED_AT)
                .stream()
                .map(OffsetDateTime::toInstant)
                .max(Comparator.naturalOrder()));
    }

    @Override
    public List<UUID> pass(Merge merge, Instant at, String reason, String account) {
        UUID kept = merge.keptId();
        UUID merged = merge.mergedId();
        Set<UUID> dropped = merge.choices().dropped();
        for (Kind kind : Kind.values()) {
            Condition isDropped = ID.in(dropped);
            List<UUID> passing = ids(kind.facts(), PERSON_ID.eq(merged).andNot(isDropped));
            Map<UUID, UUID> ending = db.select(ID, PERSON_ID)
                    .from(kind.facts())
                    .where(PERSON_ID.in(kept, merged))
                    .and(isDropped)
                    .fetchMap(ID, PERSON_ID);
            keep(merge, kind.name(), passing, fact -> merged, false);
            keep(merge, kind.name(), ending.keySet(), ending::get, true);
            List<UUID> all = new ArrayList<>(passing);
            all.addAll(ending.keySet());
            supersede(kind.facts(), all, at, reason);
            again(kind.facts(), passing, at, at, merged, kept, reason, account);
        }
        List<UUID> named = db.selectDistinct(DECISION_EFFECT.DECISION_ID)
                .from(DECISION_EFFECT)
                .where(DECISION_EFFECT.PERSON_ID.eq(merged))
                .fetch(DECISION_EFFECT.DECISION_ID);
        keep(merge, DECISIONS, named, decision -> merged, false);
        rename(named, at, merged, kept, reason);
        count(merged, kept);
        return named;
    }

    @Override
    public void passed(Merge merge, Collection<UUID> papers, boolean numbers) {
        keep(merge, DOCUMENTS, papers, paper -> merge.mergedId(), false);
        db.update(MERGE)
                .set(MERGE.EXCHANGED, numbers)
                .where(MERGE.ID.eq(merge.id()))
                .execute();
    }

    @Override
    public boolean exchangedNumbers(Merge merge) {
        return db.select(MERGE.EXCHANGED)
                .from(MERGE)
                .where(MERGE.ID.eq(merge.id()))
                .fetchSingle()
                .value1();
    }

    @Override
    public List<UUID> papers(Merge merge) {
        return kept(merge, DOCUMENTS, false);
    }

    @Override
    public List<UUID> changedSince(Merge merge) {
        return unfenced(() -> {
            List<UUID> changed = new ArrayList<>();
            Map<Kind, List<UUID>> unchanged = unchanged(merge);
            for (Kind kind : Kind.values()) {
                changed.addAll(kept(merge, kind.name(), false));
                changed.removeAll(unchanged.getOrDefault(kind, List.of()));
            }
            changed.addAll(kept(merge, DECISIONS, false));
            changed.removeAll(unchangedDecisions(merge));
            return changed;
        });
    }

    @Override
    public TakenBack takeBack(Merge merge, Instant at, String reason, String account) {
        UUID kept = merge.keptId();
        UUID merged = merge.mergedId();
        Instant mergedAt = mergedAt(merge);
        List<UUID> left = new ArrayList<>(changedSince(merge));
        Map<Kind, List<UUID>> unchanged = unchanged(merge);
        for (Kind kind : Kind.values()) {
            List<UUID> back = unchanged.getOrDefault(kind, List.of());
            supersede(kind.facts(), back, at, reason);
            again(kind.facts(), back, at, at, kept, merged, reason, account);
            List<UUID> dropped = kept(merge, kind.name(), true);
            List<UUID> believable = db.fetch(
                            "SELECT past.id FROM " + kind.facts().getName() + "_past past"
                                    + " WHERE past.id = ANY ({0}) AND upper(past.recorded) = {1}"
                                    + " AND NOT EXISTS (SELECT FROM "
                                    + kind.facts().getName() + " now"
                                    + " WHERE now.id = past.id OR now.person_id = past.person_id AND " + kind.excludes()
                                    + ")",
                            uuids(dropped),
                            val(utc(mergedAt)))
                    .getValues(0, UUID.class);
            again(kind.facts(), believable, mergedAt, at, null, null, reason, account);
            dropped.stream().filter(fact -> !believable.contains(fact)).forEach(left::add);
        }
        List<UUID> named = unchangedDecisions(merge);
        rename(named, at, kept, merged, reason);
        count(merged, merged);
        return new TakenBack(named, List.copyOf(left));
    }

    /** What training tells of a record counts for somebody from now on; see the replica of certificates. */
    private void count(UUID toldOf, UUID whose) {
        db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "learned " + toldOf);
        db.update(CERTIFICATE_COPY)
                .set(CERTIFICATE_COPY.PERSON_ID, whose)
                .where(CERTIFICATE_COPY.TOLD_OF.eq(toldOf))
                .execute();
    }

    /** Decisions are recorded anew with all their effects: those about the one are about the other. */
    private void rename(List<UUID> decisions, Instant at, UUID former, UUID owner, String reason) {
        List<UUID> effects = ids(DECISION_EFFECT, DECISION_EFFECT.DECISION_ID.in(decisions));
        supersede(DECISION, decisions, at, reason);
        supersede(DECISION_EFFECT, effects, at, reason);
        again(DECISION_EFFECT, effects, at, at, former, owner, reason, null);
        again(DECISION, decisions, at, at, null, null, reason, null);
        db.update(DECISION_FILE)
                .set(DECISION_FILE.REVISION, DECISION_FILE.REVISION.plus(1))
                .set(DECISION_FILE.RECORDED_AT, utc(at))
                .where(DECISION_FILE.ID.in(decisions))
                .execute();
    }

    /** What still stands as the merge recorded it. */
    private Map<Kind, List<UUID>> unchanged(Merge merge) {
        Map<Kind, List<UUID>> unchanged = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            unchanged.put(
                    kind,
                    ids(
                            kind.facts(),
                            ID.in(kept(merge, kind.name(), false))
                                    .and(PERSON_ID.eq(merge.keptId()))
                                    .and(RECORDED_FROM.eq(utc(mergedAt(merge))))));
        }
        return unchanged;
    }

    private List<UUID> unchangedDecisions(Merge merge) {
        return ids(
                DECISION,
                DECISION.ID.in(kept(merge, DECISIONS, false)).and(DECISION.RECORDED_FROM.eq(utc(mergedAt(merge)))));
    }

    private List<UUID> ids(Table<?> facts, Condition which) {
        return db.select(ID).from(facts).where(which).orderBy(ID).fetch(ID);
    }

    private void keep(Merge merge, String kind, Collection<UUID> facts, UnaryOperator<UUID> whose, boolean dropped) {
        db.insertInto(
                        MERGE_FACT,
                        MERGE_FACT.MERGE_ID,
                        MERGE_FACT.KIND,
                        MERGE_FACT.FACT_ID,
                        MERGE_FACT.PERSON_ID,
                        MERGE_FACT.DROPPED)
                .valuesOfRows(facts.stream()
                        .map(fact -> row(merge.id(), kind, fact, whose.apply(fact), dropped))
                        .toList())
                .execute();
    }

    private List<UUID> kept(Merge merge, String kind, boolean dropped) {
        return db.select(MERGE_FACT.FACT_ID)
                .from(MERGE_FACT)
                .where(MERGE_FACT.MERGE_ID.eq(merge.id()))
                .and(MERGE_FACT.KIND.eq(kind))
                .and(MERGE_FACT.DROPPED.eq(dropped))
                .fetch(MERGE_FACT.FACT_ID);
    }

    private void supersede(Table<?> facts, List<UUID> ids, Instant at, String because) {
        db.fetch(
                "SELECT supersede({0}::text::regclass, fact, '(,)'::daterange, {2}, {3}) FROM unnest({1}) fact",
                val(facts.getName()), uuids(ids), val(utc(at)), val(because));
    }

    private void again(
            Table<?> facts,
            List<UUID> ids,
            Instant ended,
            Instant at,
            @Nullable UUID former,
            @Nullable UUID owner,
            String because,
            @Nullable String account) {
        db.fetch(
                "SELECT believe_again({0}::text::regclass, {1}, {2}, {3}, {4}, {5}, {6}, {7})",
                val(facts.getName()),
                uuids(ids),
                val(utc(ended)),
                val(utc(at)),
                val(former, SQLDataType.UUID),
                val(owner, SQLDataType.UUID),
                val(because),
                val(account, SQLDataType.CLOB));
    }

    private static Field<UUID[]> uuids(Collection<UUID> ids) {
        return val(ids.toArray(UUID[]::new), SQLDataType.UUID.array());
    }

    /** Asked past every scope: ids and codes alone leave. */
    private <T> T unfenced(Supplier<T> question) {
        List<T> answer = new ArrayList<>();
        places.asService(() -> answer.add(question.get()));
        return answer.getFirst();
    }

    private static Instant mergedAt(Merge merge) {
        Act approved = merge.approved();
        if (approved == null) {
            throw new IllegalStateException("Not approved: " + merge.id());
        }
        return approved.at();
    }

    private static Merge merge(Record line) {
        Act asked = act(line.get(MERGE.UNDO_BY), line.get(MERGE.UNDO_HANDS), line.get(MERGE.UNDO_AT));
        return new Merge(
                line.get(MERGE.ID),
                line.get(MERGE.KEPT_ID),
                line.get(MERGE.MERGED_ID),
                line.get(MERGE.REVISION),
                State.valueOf(line.get(MERGE.STATE)),
                new Choices(
                        Side.valueOf(line.get(MERGE.IDENTITY_OF)),
                        Side.valueOf(line.get(MERGE.ID_NUMBER_OF)),
                        Set.of(line.get(MERGE.DROPPED))),
                line.get(MERGE.COMPARED),
                line.get(MERGE.REASON),
                new Act(
                        line.get(MERGE.PREPARED_BY),
                        Set.of(line.get(MERGE.PREPARED_HANDS)),
                        line.get(MERGE.PREPARED_AT).toInstant()),
                act(line.get(MERGE.APPROVED_BY), line.get(MERGE.APPROVED_HANDS), line.get(MERGE.APPROVED_AT)),
                asked == null ? null : new Undo(line.get(MERGE.UNDO_REASON), asked),
                act(line.get(MERGE.UNDONE_BY), line.get(MERGE.UNDONE_HANDS), line.get(MERGE.UNDONE_AT)),
                List.of(line.get(MERGE.LEFT_FACTS)));
    }

    private static @Nullable Act act(@Nullable String by, String @Nullable [] hands, @Nullable OffsetDateTime at) {
        return by == null || hands == null || at == null ? null : new Act(by, Set.of(hands), at.toInstant());
    }

    private static @Nullable String by(@Nullable Act act) {
        return act == null ? null : act.by();
    }

    private static String @Nullable [] hands(@Nullable Act act) {
        return act == null ? null : act.hands().toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime at(@Nullable Act act) {
        return act == null ? null : utc(act.at());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
