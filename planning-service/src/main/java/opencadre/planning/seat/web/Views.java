package opencadre.planning.seat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.planning.law.rule.ManagementScope;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.law.rule.TheoryLevel;
import opencadre.planning.person.Tree;
import opencadre.planning.seat.Holder;
import opencadre.planning.seat.Outlook;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.SeatCandidate;
import opencadre.planning.seat.Vacancies;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/planning/openapi.yaml}. */
final class Views {

    private Views() {}

    enum Kind {
        APPOINTED,
        ELECTED,
        RATIFIED,
        DESIGNATED
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatPage(
            LocalDate asOf, List<SeatRow> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatRow(
            UUID id,
            UUID unitId,
            String unitName,
            Tree tree,
            String title,
            ManagementScope managementScope,
            Regime regime,
            int places,
            List<HolderLine> holders,
            @Nullable LocalDate vacantFrom,
            Outlook.@Nullable Reason vacancyReason,
            @Nullable Confidence vacancyConfidence,
            int planned,
            @Nullable UUID procedureId) {

        static SeatRow of(Seat seat, List<HolderLine> holders, Outlook outlook, int planned) {
            return new SeatRow(
                    seat.id(),
                    seat.unitId(),
                    seat.unitName(),
                    Tree.valueOf(seat.tree()),
                    seat.title(),
                    ManagementScope.valueOf(seat.level()),
                    seat.regime(),
                    seat.places(),
                    holders,
                    outlook.vacantFrom(),
                    outlook.reason(),
                    outlook.confidence(),
                    planned,
                    seat.procedureId());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HolderLine(
            UUID personId,
            String personName,
            UUID assignmentId,
            boolean acting,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static HolderLine of(Holder holder) {
            return new HolderLine(
                    holder.personId(),
                    holder.personName(),
                    holder.assignmentId(),
                    holder.acting(),
                    holder.from(),
                    holder.to());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SeatDetail(
            UUID id,
            LocalDate asOf,
            UUID unitId,
            String unitName,
            Tree tree,
            String titleCode,
            String title,
            int rank,
            boolean leadership,
            List<String> equalTitles,
            @Nullable TheoryLevel theoryAsked,
            @Nullable String standardBasis,
            Kind kind,
            Regime regime,
            ManagementScope managementScope,
            int places,
            @Nullable Integer termMonths,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String instrument,
            List<HolderLine> holders,
            List<HolderLine> coming,
            List<ForesightLine> foresight,
            @Nullable LocalDate vacantFrom,
            Outlook.@Nullable Reason vacancyReason,
            List<SeatCandidate> planned,
            @Nullable UUID procedureId,
            List<CopyOf> copies) {

        static SeatDetail of(
                Seat seat, LocalDate day, List<Holder> holders, Outlook outlook, List<SeatCandidate> planned) {
            List<CopyOf> copies = new ArrayList<>(List.of(
                    new CopyOf("personnel.seat.v1", seat.id(), seat.revision(), seat.recordedAt(), seat.appliedAt())));
            holders.stream()
                    .map(holder -> new CopyOf(
                            "personnel.person.v1",
                            holder.personId(),
                            holder.revision(),
                            holder.recordedAt(),
                            holder.appliedAt()))
                    .distinct()
                    .forEach(copies::add);
            return new SeatDetail(
                    seat.id(),
                    day,
                    seat.unitId(),
                    seat.unitName(),
                    Tree.valueOf(seat.tree()),
                    seat.code(),
                    seat.title(),
                    seat.rank(),
                    seat.leadership(),
                    seat.equalTitles(),
                    seat.theoryAsked() == null ? null : TheoryLevel.valueOf(seat.theoryAsked()),
                    seat.standardBasis(),
                    Kind.valueOf(seat.kind()),
                    seat.regime(),
                    ManagementScope.valueOf(seat.level()),
                    seat.places(),
                    seat.termMonths(),
                    seat.validFrom(),
                    seat.validTo(),
                    seat.instrument(),
                    holders.stream()
                            .filter(holder -> !holder.from().isAfter(day))
                            .map(HolderLine::of)
                            .toList(),
                    holders.stream()
                            .filter(holder -> holder.from().isAfter(day))
                            .map(HolderLine::of)
                            .toList(),
                    outlook.foresights().stream().map(ForesightLine::of).toList(),
                    outlook.vacantFrom(),
                    outlook.reason(),
                    planned,
                    seat.procedureId(),
                    copies);
        }
    }

    record ForesightLine(UUID personId, List<EndLine> ends, List<Bilingual> unknown) {

        static ForesightLine of(Outlook.Foreseen foreseen) {
            return new ForesightLine(
                    foreseen.personId(),
                    foreseen.foresight().ends().stream()
                            .map(end -> new EndLine(
                                    Outlook.Reason.valueOf(end.reason().name()),
                                    end.vacantFrom(),
                                    Vacancies.confidence(end),
                                    end.bases(),
                                    end.notes()))
                            .toList(),
                    foreseen.foresight().unknown());
        }
    }

    record EndLine(
            Outlook.Reason reason,
            LocalDate vacantFrom,
            Confidence confidence,
            List<Basis> bases,
            List<Bilingual> notes) {}

    record CopyOf(String topic, UUID id, long revision, Instant recordedAt, Instant appliedAt) {}
}
