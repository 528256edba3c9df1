package opencadre.planning.plan.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.planning.plan.Act;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanEntryFile;
import opencadre.planning.plan.PlanLine;
import opencadre.planning.plan.PlanSource;
import opencadre.planning.plan.PlanState;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/planning/openapi.yaml}. */
final class Views {

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanEntryPage(
            LocalDate asOf,
            List<PlanEntryDetail> items,
            @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanEntryDetail(
            UUID id,
            long revision,
            UUID personId,
            String personName,
            UUID seatId,
            String title,
            UUID unitId,
            String unitName,
            String term,
            PlanSource source,
            PlanState state,
            @Nullable PaperLine paper,
            @Nullable LocalDate approvedOn,
            @Nullable String decision,
            @Nullable LocalDate endsOn,
            PlanEntry.@Nullable Ending ended,
            @Nullable RemovalLine removal,
            ActLine proposed,
            @Nullable ActLine approved,
            boolean own,
            List<Finding> review) {

        static PlanEntryDetail of(PlanLine line, LocalDate day, Actor reader, List<Finding> review) {
            PlanEntry entry = line.entry();
            PlanEntry.Approval approval = entry.approval();
            return new PlanEntryDetail(
                    entry.id(),
                    line.revision(),
                    entry.personId(),
                    line.personName(),
                    entry.seatId(),
                    line.title(),
                    line.unitId(),
                    line.unitName(),
                    entry.term(),
                    entry.source(),
                    entry.state(day),
                    PaperLine.of(entry.paper()),
                    approval == null ? null : approval.on(),
                    approval == null ? null : approval.decision(),
                    entry.valid().to(),
                    entry.ended(),
                    RemovalLine.of(entry.removal()),
                    ActLine.of(entry.proposed()),
                    approval == null ? null : ActLine.of(approval.act()),
                    FourEyes.areOne(entry.proposed().hands(), reader.hands()),
                    review);
        }
    }

    /** What the paper says that the proposal was taken from. */
    record PaperLine(String decision, LocalDate approvedOn) {

        static @Nullable PaperLine of(PlanEntry.@Nullable Paper paper) {
            return paper == null ? null : new PaperLine(paper.decision(), paper.on());
        }
    }

    /** How many now stand. */
    record PlanApproved(int approved) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RemovalLine(LocalDate removedOn, @Nullable String decision, String reason) {

        static @Nullable RemovalLine of(PlanEntry.@Nullable Removal removal) {
            return removal == null ? null : new RemovalLine(removal.on(), removal.decision(), removal.reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActLine(String by, Instant at, @Nullable String reason) {

        static ActLine of(Act act) {
            return new ActLine(act.name(), act.at(), act.reason());
        }
    }

    record PlanHistory(UUID id, List<PlanBelief> items) {

        static PlanHistory of(PlanEntryFile file) {
            return new PlanHistory(
                    file.id(), file.beliefs().stream().map(PlanBelief::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlanBelief(
            String term,
            PlanSource source,
            @Nullable LocalDate approvedOn,
            @Nullable String decision,
            @Nullable LocalDate endsOn,
            PlanEntry.@Nullable Ending ended,
            @Nullable RemovalLine removal,
            ActLine act,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {

        static PlanBelief of(PlanEntry belief) {
            PlanEntry.Approval approval = belief.approval();
            return new PlanBelief(
                    belief.term(),
                    belief.source(),
                    approval == null ? null : approval.on(),
                    approval == null ? null : approval.decision(),
                    belief.valid().to(),
                    belief.ended(),
                    RemovalLine.of(belief.removal()),
                    ActLine.of(belief.latest()),
                    belief.latest().at(),
                    belief.recordedTo(),
                    belief.endedBecause());
        }
    }
}
