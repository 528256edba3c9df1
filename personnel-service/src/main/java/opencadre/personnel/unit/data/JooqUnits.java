package opencadre.personnel.unit.data;

import static opencadre.kit.access.Units.isUnder;
import static opencadre.personnel.jooq.Tables.UNIT;
import static opencadre.personnel.jooq.Tables.UNIT_NODE;
import static opencadre.personnel.jooq.Tables.UNIT_ROOT;
import static opencadre.personnel.jooq.Tables.UNIT_SUCCESSION;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.postgres.extensions.types.LocalDateRange.localDateRange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.time.Believed;
import opencadre.kit.time.Period;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.unit.StandingUnit;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import opencadre.personnel.unit.UnitBasis;
import opencadre.personnel.unit.Units;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqUnits implements Units {

    private static final int LOCK_SPACE = 0x0c0a;

    private final DSLContext db;

    JooqUnits(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Unit> on(LocalDate day) {
        return db.select()
                .from(UNIT.join(UNIT_ROOT).on(UNIT_ROOT.ID.eq(UNIT.ID)))
                .where(UNIT.VALID_FROM.le(day).and(UNIT.VALID_TO.gt(day)))
                .orderBy(UNIT_ROOT.TREE, UNIT.NAME.collate("vi-x-icu"), UNIT.ID)
                .fetch(JooqUnits::unit);
    }

    @Override
    public List<Unit> around(UUID id, LocalDate day) {
        return db.select()
                .from(UNIT.join(UNIT_ROOT).on(UNIT_ROOT.ID.eq(UNIT.ID)))
                .where(UNIT.ID.eq(id).or(UNIT.PARENT_ID.eq(id)))
                .and(UNIT.VALID_FROM.le(day))
                .and(UNIT.VALID_TO.gt(day))
                .orderBy(UNIT.NAME.collate("vi-x-icu"), UNIT.ID)
                .fetch(JooqUnits::unit);
    }

    @Override
    public List<Unit> versions(UUID id) {
        return db.select()
                .from(UNIT.join(UNIT_ROOT).on(UNIT_ROOT.ID.eq(UNIT.ID)))
                .where(UNIT.ID.eq(id))
                .orderBy(UNIT.VALID_FROM)
                .fetch(JooqUnits::unit);
    }

    @Override
    public Map<UUID, Unit> find(Collection<UUID> ids) {
        return db.select()
                .distinctOn(UNIT.ID)
                .from(UNIT.join(UNIT_ROOT).on(UNIT_ROOT.ID.eq(UNIT.ID)))
                .where(UNIT.ID.in(ids))
                .orderBy(UNIT.ID, UNIT.VALID_FROM.desc())
                .fetchMap(UNIT.ID, JooqUnits::unit);
    }

    @Override
    public List<UUID> under(@Nullable UUID id, LocalDate day) {
        return db.select(UNIT_NODE.UNIT_ID)
                .from(UNIT_NODE)
                .where(UNIT_NODE.ENDS.gt(day))
                .and(isUnder(UNIT_NODE.LO, id))
                .orderBy(UNIT_NODE.LO)
                .fetch(UNIT_NODE.UNIT_ID);
    }

    @Override
    public List<StandingUnit> standing(UUID id, LocalDate day, UnitBasis basis, LocalDate today) {
        return switch (basis) {
            case HISTORICAL -> db.fetch("""
                WITH RECURSIVE below (id, name, line) AS (
                    SELECT u.id, u.name, NULL::uuid FROM unit u
                     WHERE u.id = {0} AND u.valid_from <= {1} AND u.valid_to > {1}
                     UNION ALL
                    SELECT u.id, u.name, coalesce(b.line, u.id) FROM below b JOIN unit u ON u.parent_id = b.id
                     WHERE u.valid_from <= {1} AND u.valid_to > {1})
                SELECT id, name, line FROM below ORDER BY name COLLATE "vi-x-icu", id
                """, DSL.val(id), DSL.val(day)).map(JooqUnits::standingUnit);
            case SUCCESSOR -> db.fetch("""
                WITH RECURSIVE heir (id) AS (
                    SELECT {0}::uuid
                     UNION
                    SELECT s.successor FROM heir h
                      JOIN unit_succession s ON s.predecessor = h.id AND s.effective_on <= {1}),
                present (id, line) AS (
                    SELECT u.id, NULL::uuid FROM heir JOIN unit u ON u.id = heir.id
                     WHERE u.valid_from <= {1} AND u.valid_to > {1}
                     UNION
                    SELECT u.id, coalesce(p.line, u.id) FROM present p JOIN unit u ON u.parent_id = p.id
                     WHERE u.valid_from <= {1} AND u.valid_to > {1}),
                gone (id, line) AS (
                    SELECT id, line FROM present
                     UNION
                    SELECT s.predecessor, g.line FROM gone g
                      JOIN unit_succession s ON s.successor = g.id AND s.effective_on <= {1})
                SELECT g.id, latest.name, g.line
                  FROM gone g
                 CROSS JOIN LATERAL (
                     SELECT u.name FROM unit u WHERE u.id = g.id ORDER BY u.valid_from DESC LIMIT 1) AS latest (name)
                 ORDER BY latest.name COLLATE "vi-x-icu", g.id
                """, DSL.val(id), DSL.val(today)).map(JooqUnits::standingUnit);
        };
    }

    @Override
    public Map<UUID, String> topmost(Collection<UUID> ids, LocalDate day) {
        return db.fetch("""
            WITH RECURSIVE above (of, name, parent_id) AS (
                SELECT u.id, u.name, u.parent_id FROM unit u
                 WHERE u.id = ANY ({0}) AND u.valid_from <= {1} AND u.valid_to > {1}
                 UNION ALL
                SELECT a.of, u.name, u.parent_id FROM above a JOIN unit u ON u.id = a.parent_id
                 WHERE u.valid_from <= {1} AND u.valid_to > {1})
            SELECT of, name FROM above WHERE parent_id IS NULL
            """, DSL.val(ids.toArray(UUID[]::new)), DSL.val(day))
                .intoMap(unit -> unit.get("of", UUID.class), unit -> unit.get("name", String.class));
    }

    private static StandingUnit standingUnit(Record unit) {
        return new StandingUnit(
                unit.get("id", UUID.class), unit.get("name", String.class), unit.get("line", UUID.class));
    }

    @Override
    public List<Believed<Unit>> beliefs(Collection<UUID> ids) {
        return db.select()
                .distinctOn(UNIT.ID, UNIT.RECORDED_FROM)
                .from(TwoClocks.ever(UNIT).join(UNIT_ROOT).on(UNIT_ROOT.ID.eq(UNIT.ID)))
                .where(UNIT.ID.in(ids))
                .orderBy(UNIT.ID, UNIT.RECORDED_FROM, UNIT.VALID_FROM.desc())
                .fetch(row ->
                        new Believed<>(unit(row), row.get(UNIT.RECORDED_FROM).toInstant(), TwoClocks.recordedTo(row)));
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids, LocalDate day) {
        return db.select(UNIT.ID, UNIT.NAME)
                .distinctOn(UNIT.ID)
                .from(UNIT)
                .where(UNIT.ID.in(ids))
                .orderBy(
                        UNIT.ID,
                        DSL.field(UNIT.VALID_FROM.le(day).and(UNIT.VALID_TO.gt(day)))
                                .desc(),
                        UNIT.VALID_FROM.desc())
                .fetchMap(UNIT.ID, UNIT.NAME);
    }

    @Override
    public void add(Unit unit, Instant recordedAt) {
        var at = recordedAt.atOffset(ZoneOffset.UTC);
        db.insertInto(
                        UNIT_ROOT,
                        UNIT_ROOT.ID,
                        UNIT_ROOT.TREE,
                        UNIT_ROOT.AGENCY_CODE,
                        UNIT_ROOT.REVISION,
                        UNIT_ROOT.RECORDED_AT)
                .values(unit.id(), (short) unit.tree().ordinal(), unit.agencyCode(), 1L, at)
                .execute();
        insert(unit, at);
    }

    private void insert(Unit unit, OffsetDateTime at) {
        db.insertInto(
                        UNIT,
                        UNIT.ID,
                        UNIT.VALID,
                        UNIT.NAME,
                        UNIT.TYPE,
                        UNIT.CODE,
                        UNIT.PARENT_ID,
                        UNIT.INSTRUMENT,
                        UNIT.RECORDED_FROM)
                .values(
                        unit.id(),
                        localDateRange(unit.valid().from(), unit.valid().to()),
                        unit.name(),
                        unit.type(),
                        unit.code(),
                        unit.parentId(),
                        unit.instrument(),
                        at)
                .execute();
    }

    @Override
    public void replace(List<Unit> versions, Instant recordedAt) {
        db.deleteFrom(UNIT).where(UNIT.ID.eq(versions.getFirst().id())).execute();
        versions.forEach(version -> insert(version, recordedAt.atOffset(ZoneOffset.UTC)));
    }

    @Override
    public boolean isAbove(UUID id, LocalDate day) {
        return db.fetchExists(UNIT, UNIT.PARENT_ID.eq(id).and(UNIT.VALID_TO.gt(day)));
    }

    @Override
    public long revise(UUID id, Instant recordedAt) {
        return db.update(UNIT_ROOT)
                .set(UNIT_ROOT.REVISION, UNIT_ROOT.REVISION.plus(1))
                .set(UNIT_ROOT.RECORDED_AT, recordedAt.atOffset(ZoneOffset.UTC))
                .where(UNIT_ROOT.ID.eq(id))
                .returning(UNIT_ROOT.REVISION)
                .fetchSingle(UNIT_ROOT.REVISION);
    }

    @Override
    public Optional<UUID> coded(String agencyCode) {
        return db.select(UNIT_ROOT.ID)
                .from(UNIT_ROOT)
                .where(UNIT_ROOT.AGENCY_CODE.eq(agencyCode))
                .fetchOptional(UNIT_ROOT.ID);
    }

    @Override
    public OptionalLong revision(UUID id) {
        return db
                .select(UNIT_ROOT.REVISION)
                .from(UNIT_ROOT)
                .where(UNIT_ROOT.ID.eq(id))
                .fetch(UNIT_ROOT.REVISION)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public void remove(UUID successionId) {
        db.deleteFrom(UNIT_SUCCESSION)
                .where(UNIT_SUCCESSION.ID.eq(successionId))
                .execute();
    }

    @Override
    public void removeUnit(UUID id) {
        db.deleteFrom(UNIT).where(UNIT.ID.eq(id)).execute();
        db.deleteFrom(UNIT_ROOT).where(UNIT_ROOT.ID.eq(id)).execute();
    }

    @Override
    public UUID add(Succession succession) {
        return db.insertInto(UNIT_SUCCESSION)
                .set(UNIT_SUCCESSION.PREDECESSOR, succession.predecessor())
                .set(UNIT_SUCCESSION.SUCCESSOR, succession.successor())
                .set(UNIT_SUCCESSION.KIND, succession.kind().name())
                .set(UNIT_SUCCESSION.EFFECTIVE_ON, succession.effectiveOn())
                .set(UNIT_SUCCESSION.INSTRUMENT, succession.instrument())
                .set(UNIT_SUCCESSION.NOTE, succession.note())
                .returning(UNIT_SUCCESSION.ID)
                .fetchSingle(UNIT_SUCCESSION.ID);
    }

    @Override
    public List<Succession> successions(@Nullable LocalDate after, @Nullable LocalDate upTo) {
        return successions((after == null ? noCondition() : UNIT_SUCCESSION.EFFECTIVE_ON.gt(after))
                        .and(upTo == null ? noCondition() : UNIT_SUCCESSION.EFFECTIVE_ON.le(upTo)))
                .stream()
                .map(Recorded::succession)
                .toList();
    }

    @Override
    public List<Recorded> predecessors(UUID id) {
        return successions(UNIT_SUCCESSION.SUCCESSOR.eq(id));
    }

    @Override
    public List<Recorded> successors(UUID id) {
        return successions(UNIT_SUCCESSION.PREDECESSOR.eq(id));
    }

    private List<Recorded> successions(Condition which) {
        return db.selectFrom(UNIT_SUCCESSION)
                .where(which)
                .orderBy(UNIT_SUCCESSION.EFFECTIVE_ON, UNIT_SUCCESSION.PREDECESSOR, UNIT_SUCCESSION.SUCCESSOR)
                .fetch(row -> new Recorded(
                        row.get(UNIT_SUCCESSION.ID),
                        new Succession(
                                row.get(UNIT_SUCCESSION.PREDECESSOR),
                                row.get(UNIT_SUCCESSION.SUCCESSOR),
                                Succession.Kind.valueOf(row.get(UNIT_SUCCESSION.KIND)),
                                row.get(UNIT_SUCCESSION.EFFECTIVE_ON),
                                row.get(UNIT_SUCCESSION.INSTRUMENT),
                                row.get(UNIT_SUCCESSION.NOTE))));
    }

    @Override
    public void lockSiblings(Tree tree) {
        db.fetch("SELECT pg_advisory_xact_lock(?, ?)", LOCK_SPACE, tree.ordinal());
    }

    @Override
    public Optional<Long> lastChild(Tree tree, @Nullable UUID parent) {
        return db.select(max(UNIT_NODE.LO))
                .from(UNIT_NODE)
                .where(UNIT_NODE.TREE.eq((short) tree.ordinal()))
                .and(parent == null ? UNIT_NODE.PARENT_ID.isNull() : UNIT_NODE.PARENT_ID.eq(parent))
                .fetchOptional()
                .map(row -> row.value1());
    }

    private static Unit unit(Record row) {
        return new Unit(
                row.get(UNIT.ID),
                Tree.values()[row.get(UNIT_ROOT.TREE)],
                row.get(UNIT.NAME),
                row.get(UNIT.TYPE),
                row.get(UNIT.CODE),
                row.get(UNIT_ROOT.AGENCY_CODE),
                row.get(UNIT.PARENT_ID),
                period(row.get(UNIT.VALID_FROM), row.get(UNIT.VALID_TO)),
                row.get(UNIT.INSTRUMENT));
    }

    /** The driver reads {@code infinity} as a day at the end of all calendars. */
    private static Period period(LocalDate from, LocalDate to) {
        return new Period(from, to.getYear() > 9999 ? null : to);
    }
}
