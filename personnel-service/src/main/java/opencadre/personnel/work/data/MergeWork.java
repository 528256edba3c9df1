package opencadre.personnel.work.data;

import static opencadre.personnel.jooq.Tables.MERGE;
import static org.jooq.impl.DSL.arrayOverlap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.not;

import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.work.WorkItem;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;

/** Merges of records that wait. */
final class MergeWork {

    private MergeWork() {}

    /** Those of which the approver reaches both records, and neither asked for it nor is one of the two. */
    static Select<Record> toApprove(Places places, Actor merger) {
        Field<String[]> hands = Line.hands(merger, MERGE.PREPARED_HANDS);
        return Line.of(WorkItem.Type.MERGE_TO_APPROVE, MERGE.ID, coalesce(MERGE.UNDO_AT, MERGE.PREPARED_AT))
                .person(MERGE.KEPT_ID)
                .subject(MERGE.STATE)
                .by(coalesce(MERGE.UNDO_BY, MERGE.PREPARED_BY))
                .select()
                .from(MERGE)
                .where("merge.state IN ('PREPARED', 'UNDOING')")
                .and(places.visible(merger, MERGE.KEPT_ID))
                .and(places.visible(merger, MERGE.MERGED_ID))
                .and(not(arrayOverlap(coalesce(MERGE.UNDO_HANDS, MERGE.PREPARED_HANDS), hands)))
                .and(condition("{0}::text <> ALL ({1})", MERGE.KEPT_ID, hands))
                .and(condition("{0}::text <> ALL ({1})", MERGE.MERGED_ID, hands));
    }
}
