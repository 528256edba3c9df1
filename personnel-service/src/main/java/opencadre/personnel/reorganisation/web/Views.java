package opencadre.personnel.reorganisation.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;
import opencadre.personnel.reorganisation.AffectedPost;
import opencadre.personnel.reorganisation.Impact;
import opencadre.personnel.reorganisation.OtherService;
import opencadre.personnel.reorganisation.Placement;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.reorganisation.ReorganisationState;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReorganisationLine(
            UUID id,
            long revision,
            ReorganisationState state,
            String name,
            String instrument,
            LocalDate effectiveOn,
            ManagementScope level,
            boolean own,
            @Nullable String approvedBy,
            List<OtherService> answered,
            @Nullable String reason,
            String by,
            Instant since) {

        static ReorganisationLine of(Reorganisation reorganisation, Actor actor) {
            Reorganisation.Content content = reorganisation.content();
            return new ReorganisationLine(
                    reorganisation.id(),
                    reorganisation.revision(),
                    reorganisation.state(),
                    content.name(),
                    content.instrument(),
                    content.effectiveOn(),
                    content.level(),
                    FourEyes.areOne(reorganisation.authors(), actor.hands()),
                    reorganisation.approvedByName(),
                    reorganisation.answered().stream().sorted().toList(),
                    reorganisation.reason(),
                    reorganisation.byName(),
                    reorganisation.recordedAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReorganisationPage(
            List<ReorganisationLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(
            UUID id,
            Tree tree,
            String name,
            String type,
            @Nullable String code,
            @Nullable String agencyCode,
            @Nullable UUID parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument) {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.id(),
                    unit.tree(),
                    unit.name(),
                    unit.type(),
                    unit.code(),
                    unit.agencyCode(),
                    unit.parentId(),
                    unit.valid().from(),
                    unit.valid().to(),
                    unit.instrument());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FutureSeat(
            UUID id,
            UUID unitId,
            String titleCode,
            SeatKind kind,
            Regime regime,
            ManagementScope managementScope,
            int holders,
            @Nullable Integer termMonths) {

        static FutureSeat of(Reorganisation.FutureSeat seat) {
            return new FutureSeat(
                    seat.id(),
                    seat.unitId(),
                    seat.titleCode(),
                    seat.kind(),
                    seat.regime(),
                    seat.scope(),
                    seat.holders(),
                    seat.termMonths());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundedUnit(
            UUID id,
            Tree tree,
            String name,
            String type,
            @Nullable String code,
            @Nullable String agencyCode,
            @Nullable UUID parentId) {

        static FoundedUnit of(Reorganisation.NewUnit unit) {
            return new FoundedUnit(
                    unit.id(), unit.tree(), unit.name(), unit.type(), unit.code(), unit.agencyCode(), unit.parentId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ChangedUnit(
            UUID unitId, String name, String type, @Nullable String code) {

        static ChangedUnit of(Reorganisation.ChangedUnit unit) {
            return new ChangedUnit(unit.unitId(), unit.name(), unit.type(), unit.code());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReorganisationStep(
            UUID predecessorId,
            UUID successorId,
            opencadre.personnel.unit.Succession.Kind kind,
            @Nullable String note) {

        static ReorganisationStep of(Reorganisation.Step step) {
            return new ReorganisationStep(step.predecessorId(), step.successorId(), step.kind(), step.note());
        }
    }

    record ReorganisationDetail(
            ReorganisationLine line,
            List<FoundedUnit> newUnits,
            List<ChangedUnit> changedUnits,
            List<UUID> endedUnits,
            List<ReorganisationStep> successions,
            List<FutureSeat> newSeats,
            List<UnitView> units) {

        static ReorganisationDetail of(Reorganisation reorganisation, Actor actor, Collection<Unit> units) {
            Reorganisation.Content content = reorganisation.content();
            return new ReorganisationDetail(
                    ReorganisationLine.of(reorganisation, actor),
                    content.newUnits().stream().map(FoundedUnit::of).toList(),
                    content.changedUnits().stream().map(ChangedUnit::of).toList(),
                    content.endedUnits(),
                    content.successions().stream().map(ReorganisationStep::of).toList(),
                    content.newSeats().stream().map(FutureSeat::of).toList(),
                    units.stream()
                            .sorted(Comparator.comparing(Unit::name).thenComparing(Unit::id))
                            .map(UnitView::of)
                            .toList());
        }
    }

    record UnitImpact(UUID unitId, String unitName, int seats, int posts, int placed, int grants) {

        static UnitImpact of(Impact.OfUnit unit, Map<UUID, String> names) {
            return new UnitImpact(
                    unit.unitId(),
                    names.getOrDefault(unit.unitId(), ""),
                    unit.seats(),
                    unit.posts(),
                    unit.placed(),
                    unit.grants());
        }
    }

    record ReorganisationImpact(List<UnitImpact> items) {}

    record ReorganisationCheck(long revision, List<Finding> findings) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlacementView(
            Placement.Into into,
            @Nullable UUID seatId,
            @Nullable UUID unitId,
            @Nullable String title,
            boolean concurrent,
            @Nullable Integer termMonths,
            @Nullable UUID successorId) {

        static PlacementView of(Placement placement) {
            return new PlacementView(
                    placement.into(),
                    placement.seatId(),
                    placement.unitId(),
                    placement.title(),
                    placement.concurrent(),
                    placement.termMonths(),
                    placement.successorId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReorganisationPost(
            UUID assignmentId,
            UUID personId,
            String personName,
            UUID unitId,
            String unitName,
            String title,
            ManagementScope managementScope,
            boolean concurrent,
            boolean acting,
            @Nullable UUID seatId,
            @Nullable LocalDate termEnds,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable PlacementView placement) {

        static ReorganisationPost of(AffectedPost post, Map<UUID, String> names) {
            return new ReorganisationPost(
                    post.assignmentId(),
                    post.personId(),
                    post.personName(),
                    post.unitId(),
                    names.getOrDefault(post.unitId(), ""),
                    post.title(),
                    post.scope(),
                    post.concurrent(),
                    post.acting(),
                    post.seatId(),
                    post.termEnds(),
                    post.valid().from(),
                    post.valid().to(),
                    post.placement() == null ? null : PlacementView.of(post.placement()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReorganisationPostPage(
            List<ReorganisationPost> items, @Nullable String next) {}
}
