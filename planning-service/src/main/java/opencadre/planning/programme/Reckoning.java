package opencadre.planning.programme;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.kit.access.Actor;
import opencadre.planning.programme.rule.Counting;
import opencadre.planning.programme.rule.Counting.Row;
import opencadre.planning.programme.rule.Figures;
import opencadre.planning.programme.rule.UnitHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons the figures of a programme from the facts, in a number of statements that does not grow with them. */
@Component
public class Reckoning {

    private final Programmes programmes;

    Reckoning(Programmes programmes) {
        this.programmes = programmes;
    }

    /** How a figure is asked for. */
    public record Question(LocalDate asOf, @Nullable Instant knownAt, Figures.Basis basis) {}

    /** Figures of one moment, with what they were counted from. */
    public record Answer(Programme programme, Question question, UnitHistory units, Map<String, Counted> figures) {}

    /** One figure and its rows. */
    public record Counted(Figures.Figure figure, List<Row> rows) {}

    public Answer of(Actor actor, Programme programme, Question question) {
        Programme.Content content = programme.content();
        UnitHistory units = programmes.units();
        LocalDate until = question.asOf().isAfter(content.to()) ? content.to() : question.asOf();
        List<Row> rows =
                new ArrayList<>(programmes.deeds(actor, content.countedFrom(), until, question.knownAt()).stream()
                        .filter(row -> concerns(row, content.coveredUnitIds(), units))
                        .toList());
        rows.addAll(studies(actor, content, until, question, units));
        Map<String, Counted> figures = new HashMap<>();
        for (Programme.Indicator indicator : content.indicators()) {
            Counting counting = indicator.counting();
            List<Row> counted = counting.of(rows, units);
            figures.put(
                    indicator.code(),
                    new Counted(
                            Figures.of(
                                    counting,
                                    counted,
                                    units,
                                    content.coveredUnitIds(),
                                    until,
                                    question.basis(),
                                    actor.today()),
                            counted));
        }
        return new Answer(programme, question, units, figures);
    }

    private static boolean concerns(Row row, List<UUID> covered, UnitHistory units) {
        return within(row.unitId(), covered, row, units)
                || row.from().stream().anyMatch(from -> within(from.unitId(), covered, row, units));
    }

    private static boolean within(@Nullable UUID unit, List<UUID> covered, Row row, UnitHistory units) {
        return unit != null && units.isWithin(unit, covered, row.day());
    }

    /** Of people who were in a post of the programme's unit, or below it, on the day on which they were sent. */
    private List<Row> studies(
            Actor actor, Programme.Content content, LocalDate until, Question question, UnitHistory units) {
        List<Row> studies = programmes.studies(actor, content.countedFrom(), until, question.knownAt());
        Map<UUID, Set<LocalDate>> days = programmes.posts(studies).stream()
                .filter(post -> units.isWithin(post.unitId(), content.coveredUnitIds(), post.day()))
                .collect(Collectors.groupingBy(
                        Programmes.Post::personId, Collectors.mapping(Programmes.Post::day, Collectors.toSet())));
        return studies.stream()
                .filter(row -> days.getOrDefault(row.personId(), Set.of()).contains(row.day()))
                .toList();
    }
}
