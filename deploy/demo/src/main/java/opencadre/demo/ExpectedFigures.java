package opencadre.demo;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the sentences of the report must say, counted from the workbooks by plain reading and with nothing of the
 * services. Of the programme only the names are read: whose it is, since when its term runs, which commune and which
 * place its sentences speak of.
 *
 * <p>Shape: by code, {@code A1=31}, {@code A5=6/10 [Đảng ủy phường Châu Sơn, ...]}.
 */
public final class ExpectedFigures {

    /** The day of the report. */
    static final LocalDate DAY = LocalDate.of(2022, 5, 25);

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final LocalDate termBegins;
    private final String owner;
    private final String headsCommune;
    private final String place;
    private final List<UnitRow> units;
    private final List<Typed> decisions;
    private final List<Typed> studies;

    private ExpectedFigures(Path folder, Predicate<String> isTaken) {
        JsonNode programme = ProgrammeStep.file(folder);
        termBegins = LocalDate.parse(programme.path("countedFrom").asString());
        owner = programme.path("ownerUnitId").asString();
        headsCommune = named(programme, "A8", "toUnitId");
        place = named(programme, "A11", "placeUnitId");
        List<Refusal> none = new ArrayList<>();
        units = Csv.read(folder.resolve("units.csv"), UnitRow::of, none);
        decisions = lines(Sheet.read(folder, "Quyết định", none)).stream()
                .filter(line -> isInTerm(line.says("Ngày ký")) && !"Thôi giữ".equals(line.says("Hành vi")))
                .filter(line -> isTaken.test(line.says("Số quyết định")))
                .toList();
        studies = lines(Sheet.read(folder, "Đào tạo", none)).stream()
                .filter(line -> isInTerm(line.says("Ngày quyết định")))
                .toList();
    }

    /** Every figure of a folder of demo data. */
    public static Map<String, String> of(Path folder) {
        return new ExpectedFigures(folder, number -> true).counted();
    }

    /** The same as if one decision had never been taken. */
    static Map<String, String> without(Path folder, String number) {
        return new ExpectedFigures(folder, each -> !each.equals(number)).counted();
    }

    /**
     * Numbers of the decisions that the term counts and whose people were not sent to study, by their kind, in the
     * order of the workbook. A study counts where its person was that day; without the decision nothing may say where
     * that is, so such a decision turns figures that do not speak of it.
     */
    static Map<String, Set<String>> decisions(Path folder) {
        ExpectedFigures all = new ExpectedFigures(folder, number -> true);
        Set<String> students =
                all.studies.stream().map(line -> line.says("Số hiệu hồ sơ")).collect(Collectors.toSet());
        Set<String> ofStudents = all.decisions.stream()
                .filter(line -> students.contains(line.says("Số hiệu hồ sơ")))
                .map(line -> line.says("Số quyết định"))
                .collect(Collectors.toSet());
        return all.decisions.stream()
                .filter(line -> !ofStudents.contains(line.says("Số quyết định")))
                .collect(Collectors.groupingBy(
                        line -> line.says("Loại"),
                        TreeMap::new,
                        Collectors.mapping(
                                line -> line.says("Số quyết định"), Collectors.toCollection(LinkedHashSet::new))));
    }

    private Map<String, String> counted() {
        Map<String, String> expected = new TreeMap<>();
        expected.put(
                "A1",
                turns(line ->
                        List.of("Bổ nhiệm", "Bổ nhiệm lại", "Giới thiệu ứng cử").contains(line.says("Loại"))
                                && line.says("Cấp quyết định").equals("Ban Thường vụ cấp ủy huyện")));
        expected.put(
                "A2",
                Long.toString(decisions.stream()
                        .map(line -> line.says("Mã chức danh"))
                        .filter(List.of("PCT_UBND_H", "UVBTV_H", "CN_UBKT_H")::contains)
                        .distinct()
                        .count()));
        expected.put("A3a", turns(line -> line.says("Loại").equals("Bổ sung cấp ủy viên")));
        expected.put("A3b", turns(line -> isOf(line, "Chỉ định", "PBT_DU_XA")));
        expected.put("A4a", turns(line -> isOf(line, "Giới thiệu ứng cử", "TB_HDND_H")));
        expected.put("A4b", turns(line -> isOf(line, "Giới thiệu ứng cử", "UV_UBND_H")));
        expected.put("A5", committees("Trên xuống"));
        expected.put("A6", committees("Ngang"));
        expected.put("A7", people(decisions, line -> "Dưới lên".equals(line.says("Hướng luân chuyển"))));
        expected.put(
                "A8",
                people(
                        decisions,
                        line -> headsCommune.equals(line.says("Mã cơ quan"))
                                && "Trên xuống".equals(line.says("Hướng luân chuyển"))
                                && line.says("Mã chức danh").equals("BT_DU_XA")));
        expected.put("A9", people(studies, line -> line.says("Trình độ").equals("Cao cấp")));
        expected.put("A10", people(studies, line -> isIntermediate(line, "Tập trung")));
        expected.put(
                "A11",
                people(
                        studies,
                        line -> isIntermediate(line, "Không tập trung")
                                && line.says("Mã nơi mở lớp").equals(place)));
        return expected;
    }

    private static boolean isOf(Typed line, String kind, String title) {
        return line.says("Loại").equals(kind) && line.says("Mã chức danh").equals(title);
    }

    private static boolean isIntermediate(Typed line, String mode) {
        return line.says("Trình độ").equals("Trung cấp") && line.says("Hệ").equals(mode);
    }

    private boolean isInTerm(String typed) {
        LocalDate day = LocalDate.parse(typed, TYPED);
        return !day.isBefore(termBegins) && !day.isAfter(DAY);
    }

    private String turns(Predicate<Typed> counted) {
        return Long.toString(decisions.stream()
                .filter(counted)
                .map(line -> line.says("Số quyết định") + " " + line.says("Số hiệu hồ sơ"))
                .distinct()
                .count());
    }

    private static String people(List<Typed> lines, Predicate<Typed> counted) {
        return Long.toString(lines.stream()
                .filter(counted)
                .map(line -> line.says("Số hiệu hồ sơ"))
                .distinct()
                .count());
    }

    /** Party committees of communes that somebody was rotated to, of all that stood on the day. */
    private String committees(String direction) {
        Map<String, String> standing = units.stream()
                .filter(unit -> unit.type().equals("DANG_UY")
                        && unit.parent().filter(owner::equals).isPresent())
                .filter(unit -> !unit.from().isAfter(DAY)
                        && unit.to().filter(to -> !to.isAfter(DAY)).isEmpty())
                .collect(Collectors.toMap(UnitRow::key, UnitRow::name));
        List<String> reached = decisions.stream()
                .filter(line -> direction.equals(line.says("Hướng luân chuyển")))
                .map(line -> line.says("Mã cơ quan"))
                .filter(standing::containsKey)
                .map(standing::get)
                .distinct()
                .sorted()
                .toList();
        return reached.size() + "/" + standing.size() + " " + reached;
    }

    private static String named(JsonNode programme, String code, String field) {
        return programme
                .path("objectives")
                .valueStream()
                .flatMap(objective -> objective.path("indicators").valueStream())
                .filter(indicator -> indicator.path("code").asString().equals(code))
                .map(indicator -> indicator.path("counting").path(field).asString())
                .findFirst()
                .orElse("");
    }

    /** A line of a workbook by the words of its head. */
    private record Typed(List<String> head, List<String> cells) {

        String says(String column) {
            int index = head.indexOf(column);
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    private static List<Typed> lines(Sheet sheet) {
        return sheet.lines().stream()
                .map(cells -> new Typed(sheet.head(), cells))
                .toList();
    }
}
