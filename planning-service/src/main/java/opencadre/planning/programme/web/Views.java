package opencadre.planning.programme.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.planning.programme.Programme;
import opencadre.planning.programme.Reckoning;
import opencadre.planning.programme.rule.Counting;
import opencadre.planning.programme.rule.Figures;
import opencadre.planning.programme.rule.UnitHistory;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/planning/openapi.yaml}. */
final class Views {

    private Views() {}

    record ProgrammeList(List<ProgrammeLine> items) {}

    record ProgrammeLine(
            UUID id,
            String number,
            String title,
            LocalDate issuedOn,
            LocalDate from,
            LocalDate to,
            LocalDate countedFrom,
            UUID ownerUnitId) {

        static ProgrammeLine of(Programme programme) {
            Programme.Content content = programme.content();
            return new ProgrammeLine(
                    programme.id(),
                    content.number(),
                    content.title(),
                    content.issuedOn(),
                    content.from(),
                    content.to(),
                    content.countedFrom(),
                    content.ownerUnitId());
        }
    }

    /** @param ownerUnitName as it was on the day */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureSet(
            ProgrammeLine programme,
            String ownerUnitName,
            LocalDate asOf,
            @Nullable Instant knownAt,
            Figures.Basis basis,
            List<ObjectiveFigures> objectives) {

        static FigureSet of(Reckoning.Answer answer) {
            Programme.Content content = answer.programme().content();
            LocalDate day = answer.question().asOf();
            return new FigureSet(
                    ProgrammeLine.of(answer.programme()),
                    answer.units().name(content.ownerUnitId(), day),
                    day,
                    answer.question().knownAt(),
                    answer.question().basis(),
                    content.objectives().stream()
                            .map(objective -> new ObjectiveFigures(
                                    objective.name(),
                                    objective.indicators().stream()
                                            .map(indicator -> FigureLine.of(indicator, answer))
                                            .toList()))
                            .toList());
        }
    }

    record ObjectiveFigures(Bilingual name, List<FigureLine> figures) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureLine(
            String code,
            Bilingual sentence,
            Counting.Count count,
            int value,
            @Nullable Integer of,
            @Nullable Integer target,
            List<UnitName> units,
            List<UnitName> without,
            List<String> titles) {

        static FigureLine of(Programme.Indicator indicator, Reckoning.Answer answer) {
            Reckoning.Counted counted = Objects.requireNonNull(answer.figures().get(indicator.code()));
            Figures.Figure figure = counted.figure();
            return new FigureLine(
                    indicator.code(),
                    indicator.sentence(),
                    indicator.counting().count(),
                    figure.value(),
                    figure.of().orElse(null),
                    indicator.target(),
                    names(figure.units(), answer),
                    names(figure.without(), answer),
                    figure.titles());
        }

        private static List<UnitName> names(List<UUID> units, Reckoning.Answer answer) {
            return units.stream()
                    .map(unit -> new UnitName(
                            unit, answer.units().name(unit, answer.question().asOf())))
                    .sorted(Comparator.comparing(UnitName::name))
                    .toList();
        }
    }

    record UnitName(UUID id, String name) {}

    record FromLine(String title, String unitName) {}

    record FigureRows(String code, LocalDate asOf, List<FigureRow> items) {

        static FigureRows of(String code, Reckoning.Answer answer, List<Counting.Row> rows) {
            return new FigureRows(
                    code,
                    answer.question().asOf(),
                    rows.stream().map(row -> FigureRow.of(row, answer.units())).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FigureRow(
            UUID personId,
            String personName,
            LocalDate day,
            String number,
            @Nullable UUID decisionId,
            String kind,
            String title,
            @Nullable String unitName,
            List<FromLine> from) {

        static FigureRow of(Counting.Row row, UnitHistory units) {
            return new FigureRow(
                    row.personId(),
                    row.personName(),
                    row.day(),
                    row.number(),
                    row.decisionId(),
                    row.kind(),
                    row.title(),
                    row.unitId() == null ? null : units.name(row.unitId(), row.day()),
                    row.from().stream()
                            .map(from -> new FromLine(from.title(), units.name(from.unitId(), row.day())))
                            .toList());
        }
    }
}
