package opencadre.personnel.seat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatHolder;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.seat.Title;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    record TitlesView(List<TitleView> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TitleView(
            String code,
            String name,
            int rank,
            boolean leadership,
            List<String> equalTitles,
            @Nullable TheoryLevel theoryAsked,
            @Nullable String standardBasis) {

        static TitleView of(Title title) {
            return new TitleView(
                    title.code(),
                    title.name(),
                    title.rank(),
                    title.leadership(),
                    title.equalTitles(),
                    title.theoryAsked(),
                    title.standardBasis());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatPage(
            LocalDate asOf, List<SeatView> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatView(
            UUID id,
            UUID unitId,
            String unitName,
            Tree tree,
            TitleView title,
            SeatKind kind,
            Regime regime,
            ManagementScope managementScope,
            int holders,
            @Nullable Integer termMonths,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument,
            List<HolderView> heldBy) {

        static SeatView of(Seat seat, String unitName, List<SeatHolder> holders) {
            return new SeatView(
                    seat.id(),
                    seat.unitId(),
                    unitName,
                    seat.tree(),
                    TitleView.of(seat.title()),
                    seat.kind(),
                    seat.regime(),
                    seat.scope(),
                    seat.holders(),
                    seat.termMonths(),
                    seat.valid().from(),
                    seat.valid().to(),
                    seat.instrument(),
                    holders.stream().map(HolderView::of).toList());
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
}
