package opencadre.personnel.reorganisation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.reorganisation.rule.ReorganisationRules;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A reorganisation (sắp xếp tổ chức bộ máy) as it stands.
 *
 * @param authors hands that prepared it: none of them may approve it
 * @param broughtAbout what stood before the approval and no longer does; null before it
 * @param approvedBy account that approved it, and its name
 * @param answered services whose own impact was before the approver
 * @param reason why it was taken to its present state, where that had to be said
 * @param by account that took it there, and its name
 */
public record Reorganisation(
        UUID id,
        long revision,
        Instant recordedAt,
        ReorganisationState state,
        Content content,
        Set<String> authors,
        @Nullable BroughtAbout broughtAbout,
        @Nullable String approvedBy,
        @Nullable String approvedByName,
        Set<OtherService> answered,
        @Nullable String reason,
        String by,
        String byName) {

    /**
     * What it is to bring about.
     *
     * @param instrument the legal act, as in {@code 1683/NQ-UBTVQH15}
     * @param effectiveOn first day of what is new, and first day without what ends
     * @param level the management scope at which it is decided; no post above it is touched
     */
    public record Content(
            String name,
            String instrument,
            LocalDate effectiveOn,
            ManagementScope level,
            List<NewUnit> newUnits,
            List<ChangedUnit> changedUnits,
            List<UUID> endedUnits,
            List<Step> successions,
            List<FutureSeat> newSeats) {

        /** The units standing before that it touches: those that end or change, and those above or after others. */
        public List<UUID> concerned() {
            Set<UUID> made =
                    new LinkedHashSet<>(newUnits.stream().map(NewUnit::id).toList());
            Set<UUID> concerned = new LinkedHashSet<>(endedUnits);
            changedUnits.forEach(unit -> concerned.add(unit.unitId()));
            newUnits.stream()
                    .flatMap(unit -> Optional.ofNullable(unit.parentId()).stream())
                    .forEach(concerned::add);
            successions.forEach(step -> {
                concerned.add(step.predecessorId());
                concerned.add(step.successorId());
            });
            newSeats.forEach(seat -> concerned.add(seat.unitId()));
            concerned.removeAll(made);
            return List.copyOf(concerned);
        }

        /** The units that a unit goes into. */
        List<UUID> successors(UUID unitId) {
            return successions.stream()
                    .filter(step -> step.predecessorId().equals(unitId))
                    .map(Step::successorId)
                    .distinct()
                    .toList();
        }

        /** The new units, each after those below it. */
        List<UUID> fromBelow() {
            return ReorganisationRules.order(newUnits.stream()
                            .map(unit -> new ReorganisationRules.Founded(unit.id(), unit.parentId()))
                            .toList())
                    .orElseThrow()
                    .stream()
                    .map(ReorganisationRules.Founded::id)
                    .toList()
                    .reversed();
        }

        Content withSeats(List<FutureSeat> seats) {
            List<FutureSeat> all = new ArrayList<>(newSeats);
            all.addAll(seats);
            return new Content(
                    name,
                    instrument,
                    effectiveOn,
                    level,
                    newUnits,
                    changedUnits,
                    endedUnits,
                    successions,
                    List.copyOf(all));
        }
    }

    /** A unit that begins. Below another new one, the other has to be of this reorganisation too. */
    public record NewUnit(
            UUID id,
            Tree tree,
            String name,
            String type,
            @Nullable String code,
            @Nullable String agencyCode,
            @Nullable UUID parentId) {}

    /** A unit that goes on under another name, type or code. */
    public record ChangedUnit(
            UUID unitId, String name, String type, @Nullable String code) {}

    /** What goes into what. */
    public record Step(
            UUID predecessorId,
            UUID successorId,
            Succession.Kind kind,
            @Nullable String note) {}

    /** A seat that begins. */
    public record FutureSeat(
            UUID id,
            UUID unitId,
            String titleCode,
            SeatKind kind,
            Regime regime,
            ManagementScope scope,
            int holders,
            @Nullable Integer termMonths) {}

    /**
     * What the approval brought about, so that it can be taken back. Where a revision has grown since, somebody built
     * on it.
     *
     * @param units that ended or changed
     * @param seats that ended
     * @param newUnits that began
     * @param successions that were not on record before
     */
    public record BroughtAbout(
            List<UnitBefore> units, List<SeatBefore> seats, List<UnitMade> newUnits, List<StepMade> successions) {}

    /**
     * A unit that ended or changed, with every version that it had; its revision is the one that the approval gave it.
     */
    public record UnitBefore(UUID unitId, long revision, List<Unit> versions) {}

    /** A seat that ended, and the end that it had before. */
    public record SeatBefore(UUID seatId, @Nullable LocalDate end) {}

    /** A unit that began, at the revision that the approval gave it. */
    public record UnitMade(UUID unitId, long revision) {}

    /** A succession as it is on record. */
    public record StepMade(UUID successorId, UUID id) {}

    /** Whoever takes it to another state. */
    record Author(
            String account,
            String name,
            Set<String> hands,
            @Nullable String reason) {

        static Author of(Actor actor, @Nullable String reason) {
            return new Author(actor.account(), actor.name(), actor.hands(), reason);
        }
    }
}
