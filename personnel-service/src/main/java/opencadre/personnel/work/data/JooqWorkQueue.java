package opencadre.personnel.work.data;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.work.WorkItem;
import opencadre.personnel.work.WorkQueue;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
final class JooqWorkQueue implements WorkQueue {

    private final DSLContext db;
    private final Places places;

    JooqWorkQueue(DSLContext db, Places places) {
        this.db = db;
        this.places = places;
    }

    @Override
    public List<WorkItem> waiting(
            WorkItem.Asker asker, WorkItem.Stays stays, WorkItem.@Nullable Position after, int limit) {
        return kinds(asker, stays).stream()
                .reduce(Select::unionAll)
                .map(all -> page(all, after, limit))
                .orElse(List.of());
    }

    @Override
    public int count(WorkItem.Asker asker, WorkItem.Stays stays) {
        return kinds(asker, stays).stream()
                .reduce(Select::unionAll)
                .map(db::fetchCount)
                .orElse(0);
    }

    /** Every kind that the asker may do something about. */
    private List<Select<Record>> kinds(WorkItem.Asker asker, WorkItem.Stays stays) {
        List<Select<Record>> kinds = new ArrayList<>();
        add(kinds, asker.issuer(), issuer -> DecisionWork.toIssue(places, issuer));
        add(kinds, asker.author(), author -> DecisionWork.toRatify(places, author));
        add(kinds, asker.author(), author -> PostWork.terms(places, author));
        add(kinds, asker.author(), author -> TermWork.ending(places, author));
        add(kinds, asker.author(), author -> PostWork.rotations(places, author, stays.rotation()));
        add(kinds, asker.author(), author -> PostWork.secondments(places, author, stays.secondment()));
        add(kinds, asker.approver(), approver -> ReorganisationWork.toApprove(places, approver));
        add(kinds, asker.keeper(), keeper -> DeclarationWork.toDecide(places, keeper, CvClass.PERSONAL));
        add(kinds, asker.sensitiveKeeper(), keeper -> DeclarationWork.toDecide(places, keeper, CvClass.SENSITIVE));
        add(kinds, asker.rater(), rater -> EvaluationWork.toDecide(places, rater));
        add(kinds, asker.merger(), merger -> MergeWork.toApprove(places, merger));
        add(kinds, asker.reviewer(), reviewer -> ReviewWork.toDo(places, reviewer));
        add(kinds, asker.opener(), opener -> ReviewWork.overdue(places, opener));
        return kinds;
    }

    private static void add(List<Select<Record>> kinds, @Nullable Actor actor, Function<Actor, Select<Record>> kind) {
        if (actor != null) {
            kinds.add(kind.apply(actor));
        }
    }

    private List<WorkItem> page(Select<Record> all, WorkItem.@Nullable Position after, int limit) {
        return db.select()
                .from(all.asTable("waiting"))
                .where(
                        after == null
                                ? noCondition()
                                : row(Line.SINCE, Line.ID).gt(after.since().atOffset(ZoneOffset.UTC), after.id()))
                .orderBy(Line.SINCE, Line.ID)
                .limit(limit)
                .fetch(JooqWorkQueue::item);
    }

    private static WorkItem item(Record line) {
        Integer year = line.get(Line.YEAR);
        return new WorkItem(
                line.get(Line.ID),
                WorkItem.Type.valueOf(line.get(Line.TYPE)),
                line.get(Line.PERSON_ID),
                line.get(Line.SUBJECT),
                Objects.requireNonNullElse(line.get(Line.BY), ""),
                line.get(Line.SINCE).toInstant(),
                line.get(Line.DUE),
                line.get(Line.PUBLIC_EMPLOYEE),
                year == null ? null : new WorkItem.Period(year, line.get(Line.QUARTER)));
    }
}
