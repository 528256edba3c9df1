package opencadre.personnel.staffing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.personnel.seat.SeatHolder;
import opencadre.personnel.staffing.StaffingRegister;
import opencadre.personnel.staffing.UnitStaffing;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How units are staffed; who holds a seat is told only of people in the reader's scope. */
@RestController
@RequestMapping("/api/personnel/units")
final class StaffingController {

    private final StaffingRegister register;
    private final ScopedWork work;
    private final Audit audit;

    StaffingController(StaffingRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    record Staffing(LocalDate asOf, List<UnitStaffingView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitStaffingView(
            UUID unitId,
            int approved,
            int filled,
            boolean whole,
            @Nullable HeadSeatView head) {

        static UnitStaffingView of(UnitStaffing staffing) {
            UnitStaffing.Head head = staffing.head();
            return new UnitStaffingView(
                    staffing.unitId(),
                    staffing.approved(),
                    staffing.filled(),
                    staffing.whole(),
                    head == null ? null : HeadSeatView.of(head));
        }

        List<UUID> shown() {
            return head == null
                    ? List.of()
                    : head.heldBy().stream().map(HeadHolderView::personId).toList();
        }
    }

    record HeadSeatView(UUID seatId, String title, boolean vacant, List<HeadHolderView> heldBy) {

        static HeadSeatView of(UnitStaffing.Head head) {
            return new HeadSeatView(
                    head.seat().id(),
                    head.seat().title().name(),
                    head.vacant(),
                    head.heldBy().stream().map(HeadHolderView::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HeadHolderView(
            UUID personId,
            String fullName,
            UUID assignmentId,
            boolean acting,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static HeadHolderView of(SeatHolder holder) {
            return new HeadHolderView(
                    holder.personId(),
                    holder.fullName(),
                    holder.assignmentId(),
                    holder.acting(),
                    holder.valid().from(),
                    holder.valid().to());
        }
    }

    @GetMapping("/{unitId}/staffing")
    Staffing listStaffing(
            Actor actor, @PathVariable UUID unitId, @RequestParam(required = false) @Nullable LocalDate asOf) {
        LocalDate day = Objects.requireNonNullElse(asOf, actor.today());
        return work.read(actor, () -> {
            List<UnitStaffingView> items = register.around(actor, unitId, day).orElseThrow(Refused::notFound).stream()
                    .map(UnitStaffingView::of)
                    .toList();
            audit.write(Audit.Entry.of("listStaffing")
                    .among(items.stream().flatMap(item -> item.shown().stream()).toList())
                    .in(unitId));
            return new Staffing(day, items);
        });
    }
}
