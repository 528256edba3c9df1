package opencadre.kit.access;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Today's trees as nested intervals, and the places that hang on them. */
public final class Units {

    /**
     * Held by whoever moves units, shared by whoever writes places: a place and the unit it hangs on, written by two
     * transactions that do not see each other, would otherwise never meet.
     */
    static final long PLACES = 0x0c0d;

    private static final int ORDINARY = 0;

    private final DSLContext db;

    public Units(DSLContext db) {
        this.db = db;
    }

    /**
     * A unit in the tree of today.
     *
     * @param tree number of its tree
     * @param lo its own position
     * @param hi last position below it
     * @param ends first day on which it no longer stands, and nobody has a right over it any more; null while open
     */
    public record Node(
            UUID unitId,
            int tree,
            @Nullable UUID parentId,
            long lo,
            long hi,
            @Nullable LocalDate ends) {

        /** One of which no end is known. */
        public Node(UUID unitId, int tree, @Nullable UUID parentId, long lo, long hi) {
            this(unitId, tree, parentId, lo, hi, null);
        }
    }

    public Optional<Node> find(UUID unitId) {
        return db.fetchOptional(
                        "SELECT unit_id, tree, parent_id, lo, hi, nullif(ends, 'infinity') AS ends FROM unit_node"
                                + " WHERE unit_id = ?",
                        unitId)
                .map(row -> new Node(
                        row.get("unit_id", UUID.class),
                        row.get("tree", Integer.class),
                        row.get("parent_id", UUID.class),
                        row.get("lo", Long.class),
                        row.get("hi", Long.class),
                        row.get("ends", LocalDate.class)));
    }

    /** Whether a position is of a unit or below it; everything is where no unit is asked for. */
    public static Condition isUnder(Field<Long> position, @Nullable UUID unitId) {
        return unitId == null
                ? noCondition()
                : condition(
                        "EXISTS (SELECT FROM unit_node asked WHERE asked.unit_id = {0}"
                                + " AND {1} BETWEEN asked.lo AND asked.hi)",
                        val(unitId), position);
    }

    /** The own positions of several units; without those that have none today. */
    public Map<UUID, Long> positions(Collection<UUID> unitIds) {
        return db.fetch("SELECT unit_id, lo FROM unit_node WHERE unit_id = ANY (?::uuid[])", (Object)
                        unitIds.toArray(UUID[]::new))
                .intoMap(row -> row.get("unit_id", UUID.class), row -> row.get("lo", Long.class));
    }

    /**
     * Whether the actor reaches a unit in a management scope: the service's own fence of rows about units, and the same
     * question as {@code unit_in_reach} in the database.
     */
    public boolean isInReach(Actor actor, UUID unitId, int scope) {
        return find(unitId)
                .filter(node -> actor.reach().covers(node.lo(), scope, ORDINARY))
                .isPresent();
    }

    /** Puts a unit where it stands today and moves the places that hang on it. */
    public void put(Node node) {
        db.execute("SELECT pg_advisory_xact_lock(?)", PLACES);
        db.execute("""
            INSERT INTO unit_node (unit_id, tree, parent_id, lo, hi, ends)
            VALUES (?, ?, ?, ?, ?, coalesce(?::date, 'infinity'))
            ON CONFLICT (unit_id) DO UPDATE
               SET tree = excluded.tree, parent_id = excluded.parent_id, lo = excluded.lo, hi = excluded.hi,
                   ends = excluded.ends
            """, node.unitId(), node.tree(), node.parentId(), node.lo(), node.hi(), node.ends());
        db.execute(
                "UPDATE place SET position = ? WHERE unit_id = ? AND position <> ?",
                node.lo(),
                node.unitId(),
                node.lo());
    }

    /** Takes a unit out of today's tree, or all of them when none is named; nobody reaches its places any more. */
    public void remove(@Nullable UUID unitId) {
        db.execute("SELECT pg_advisory_xact_lock(?)", PLACES);
        db.execute("UPDATE place SET position = -1 WHERE unit_id = coalesce(?::uuid, unit_id)", unitId);
        db.execute("DELETE FROM unit_node WHERE unit_id = coalesce(?::uuid, unit_id)", unitId);
    }
}
