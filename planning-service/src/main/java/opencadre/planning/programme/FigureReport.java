package opencadre.planning.programme;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Grant;
import opencadre.planning.programme.rule.Counting;
import opencadre.planning.programme.rule.Figures;
import opencadre.planning.programme.rule.UnitHistory;

/**
 * The figures of a programme as the report that an office sends, in Vietnamese: sentence by sentence, and in the annex
 * what each of them counted.
 *
 * <p>Shape: subject {@code Kết quả thực hiện 01-ĐA/ThU: Đội ngũ cán bộ ...}, measure {@code Số liệu từ ngày 01/08/2020
 * đến hết ngày 25/05/2022, theo ranh giới đơn vị khi đó}; a sentence {@code Kiện toàn 3 chức danh: ...}.
 *
 * @param owner the unit whose programme it is, in capitals
 * @param scope whom the figures speak of: the report of a clerk is that of the clerk's units
 */
public record FigureReport(
        String owner,
        String date,
        String subject,
        String measure,
        String scope,
        List<Section> objectives,
        List<Annex> annex) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/yyyy").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    /** An objective with its sentences. */
    public record Section(String name, List<String> sentences) {}

    /** A figure with the rows behind it. */
    public record Annex(String code, String line, String note, List<Line> rows) {}

    /** What was counted once: {@code 12/08/2020}, {@code 96-QĐ/ThU}, who, and {@code từ ... đến ...}. */
    public record Line(String at, String day, String number, String person, String what) {}

    public static FigureReport of(Actor actor, Reckoning.Answer answer) {
        Programme.Content content = answer.programme().content();
        LocalDate day = answer.question().asOf();
        return new FigureReport(
                answer.units().name(content.ownerUnitId(), day).toUpperCase(Locale.of("vi")),
                "ngày %02d tháng %02d năm %d"
                        .formatted(
                                actor.today().getDayOfMonth(),
                                actor.today().getMonthValue(),
                                actor.today().getYear()),
                "Kết quả thực hiện " + content.number() + ": " + content.title(),
                measure(answer, content),
                "Trong phạm vi người lập báo cáo được xem: " + scope(actor, answer.units()),
                content.objectives().stream()
                        .map(objective -> new Section(
                                objective.name().vi(),
                                objective.indicators().stream()
                                        .map(indicator -> sentence(indicator, answer))
                                        .toList()))
                        .toList(),
                content.indicators().stream()
                        .map(indicator -> annex(indicator, answer))
                        .toList());
    }

    private static String measure(Reckoning.Answer answer, Programme.Content content) {
        String known = answer.question().knownAt() == null
                ? ""
                : ", như đã biết lúc " + MINUTE.format(answer.question().knownAt());
        String bounds = answer.question().basis() == Figures.Basis.HISTORICAL
                ? "theo ranh giới đơn vị khi đó"
                : "theo đơn vị kế thừa ngày nay";
        return "Số liệu từ ngày " + content.countedFrom().format(DAY) + " đến hết ngày "
                + answer.question().asOf().format(DAY) + ", " + bounds + known;
    }

    private static String scope(Actor actor, UnitHistory units) {
        return actor.grants().stream()
                .map(Grant::unitId)
                .distinct()
                .map(unit -> units.name(unit, actor.today()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** Where units are counted, which: a share says nothing to whoever does not see who is behind. */
    private static String sentence(Programme.Indicator indicator, Reckoning.Answer answer) {
        Figures.Figure figure = counted(indicator, answer).figure();
        List<String> parts = new ArrayList<>(List.of(told(indicator, figure)));
        if (!figure.units().isEmpty()) {
            parts.add("Gồm: " + names(figure.units(), answer) + ".");
        }
        if (!figure.without().isEmpty()) {
            parts.add("Chưa có: " + names(figure.without(), answer) + ".");
        }
        return String.join(" ", parts);
    }

    private static String told(Programme.Indicator indicator, Figures.Figure figure) {
        return indicator
                .sentence()
                .vi()
                .replace("{value}", Integer.toString(figure.value()))
                .replace("{of}", figure.of().map(Object::toString).orElse("?"));
    }

    private static Annex annex(Programme.Indicator indicator, Reckoning.Answer answer) {
        Reckoning.Counted counted = counted(indicator, answer);
        List<Counting.Row> rows = counted.rows();
        List<Line> lines = new ArrayList<>();
        for (Counting.Row row : rows) {
            lines.add(new Line(
                    Integer.toString(lines.size() + 1),
                    row.day().format(DAY),
                    row.number(),
                    row.personName(),
                    what(row, answer.units())));
        }
        return new Annex(indicator.code(), told(indicator, counted.figure()), how(indicator, rows.size()), lines);
    }

    private static String how(Programme.Indicator indicator, int rows) {
        String counting = switch (indicator.counting().count()) {
            case TURNS -> "Đếm lượt: mỗi lần có quyết định tính một lượt";
            case PERSONS -> "Đếm người: mỗi người tính một lần";
            case UNITS -> "Đếm đơn vị: mỗi đơn vị tính một lần";
            case TITLES -> "Đếm chức danh: mỗi chức danh tính một lần";
        };
        return rows == 0 ? counting + "; không có dòng nào." : counting + "; " + rows + " dòng.";
    }

    private static String what(Counting.Row row, UnitHistory units) {
        String to = row.unitId() == null ? row.title() : row.title() + ", " + units.name(row.unitId(), row.day());
        if (row.from().isEmpty()) {
            return to;
        }
        return Stream.concat(
                        row.from().stream()
                                .map(from -> "từ " + from.title() + ", " + units.name(from.unitId(), row.day())),
                        Stream.of("đến " + to))
                .collect(Collectors.joining("; "));
    }

    private static String names(List<UUID> units, Reckoning.Answer answer) {
        return units.stream()
                .map(unit -> answer.units().name(unit, answer.question().asOf()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static Reckoning.Counted counted(Programme.Indicator indicator, Reckoning.Answer answer) {
        return Objects.requireNonNull(answer.figures().get(indicator.code()));
    }
}
