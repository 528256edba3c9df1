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

    record Staffing(LocalDate asOf, List<UnitView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record UnitView(
            UUID unitId,
            int approved,
            int filled,
            boolean whole,
            @Nullable HeadView head) {

        static UnitView of(UnitStaffing staffing) {
            UnitStaffing.Head head = staffing.head();
            return new UnitView(
                    staffing.unitId(),
                    staffing.approved(),
                    staffing.filled(),
                    staffing.whole(),
                    head == null ? null : HeadView.of(head));
        }

        List<UUID> shown() {
            return head == null
                    ? List.of()
                    : head.heldBy().stream().map(HolderView::personId).toList();
        }
    }

    record HeadView(UUID seatId, String title, boolean vacant, List<HolderView> heldBy) {

        static HeadView of(UnitStaffing.Head head) {
            return new HeadView(
                    head.seat().id(),
                    head.seat().title().name(),
                    head.vacant(),
                    head.heldBy().stream().map(HolderView::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderView(
            UUID personId,
            String fullName,
            UUID assignmentId,
            boolean acting,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static HolderView of(SeatHolder holder) {
            return new HolderView(
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
            List<UnitView> items = register.around(actor, unitId, day).orElseThrow(Refused::notFound).stream()
                    .map(UnitView::of)
                    .toList();
            audit.write(Audit.Entry.of("listStaffing")
                    .among(items.stream().flatMap(item -> item.shown().stream()).toList())
                    .in(unitId));
            return new Staffing(day, items);
        });
    }
}
