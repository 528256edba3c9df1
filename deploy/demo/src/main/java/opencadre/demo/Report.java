package opencadre.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Holds the figures of the system against the report of 2022. What is expected is counted here from the workbooks, by
 * plain reading and with nothing of the services; the sentences come from the programme.
 */
final class Report {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 25);
    private static final LocalDate TERM_BEGINS = LocalDate.of(2020, 8, 1);
    private static final String OFFICER = "tochuc.tinh";
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private Report() {}

    /** Prints a line for each figure; the answer is the codes of those that are wrong. */
    static List<String> check(String gateway, Path folder, Path realmFile, PrintStream out) {
        Map<String, String> expected = expected(folder);
        Officer officer = Accounts.in(realmFile).stream()
                .filter(account -> account.username().equals(OFFICER))
                .findFirst()
                .map(account -> Officer.signedIn(gateway, account))
                .orElseThrow(() -> new Unavailable("This is no demo realm."));
        JsonNode programme = officer.get("/api/planning/programmes")
                .orEnd("The programmes")
                .body()
                .path("items")
                .path(0);
        List<String> wrong = new ArrayList<>();
        for (String basis : List.of("HISTORICAL", "SUCCESSOR")) {
            JsonNode figures = officer.get("/api/planning/programmes/"
                            + programme.path("id").asString() + "/figures?asOf=" + DAY + "&basis=" + basis)
                    .orEnd("The figures")
                    .body();
            if (basis.equals("HISTORICAL")) {
                out.println(programme.path("number").asString() + ", "
                        + figures.path("ownerUnitName").asString() + ", as of " + DAY.format(TYPED));
                told(figures, expected, wrong, out);
            } else {
                successors(figures, out);
            }
        }
        return wrong;
    }

    private static void told(JsonNode set, Map<String, String> expected, List<String> wrong, PrintStream out) {
        Map<String, String> missing = new TreeMap<>(expected);
        for (JsonNode objective : set.path("objectives")) {
            for (JsonNode figure : objective.path("figures")) {
                String code = figure.path("code").asString();
                String value = value(figure);
                String wanted = missing.remove(code);
                boolean right = value.equals(wanted);
                if (!right) {
                    wrong.add(code);
                }
                String sentence = figure.path("sentence")
                        .path("vi")
                        .asString()
                        .replace("{value}", figure.path("value").asString())
                        .replace("{of}", figure.path("of").asString("?"));
                out.printf(
                        "%-5s %s  expected %s, computed %s, %s%n",
                        code, sentence, wanted, value, right ? "OK" : "WRONG");
            }
        }
        missing.forEach((code, value) -> {
            wrong.add(code);
            out.printf("%-5s expected %s, not computed, WRONG%n", code, value);
        });
    }

    /** Counted in today's boundaries a figure of units is another one; each says which it is. */
    private static void successors(JsonNode set, PrintStream out) {
        for (JsonNode objective : set.path("objectives")) {
            for (JsonNode figure : objective.path("figures")) {
                if (figure.path("of").isNumber()) {
                    out.printf(
                            "%-5s in today's units: %s/%s, %s%n",
                            figure.path("code").asString(),
                            figure.path("value").asString(),
                            figure.path("of").asString(),
                            names(figure));
                }
            }
        }
    }

    /** The number, and where units are counted which they are. */
    private static String value(JsonNode figure) {
        return figure.path("of").isNumber()
                ? figure.path("value").asInt() + "/" + figure.path("of").asInt() + " " + names(figure)
                : figure.path("value").asString();
    }

    private static String names(JsonNode figure) {
        return figure.path("units")
                .valueStream()
                .map(unit -> unit.path("name").asString())
                .sorted()
                .toList()
                .toString();
    }

    // The independent reading

    private static Map<String, String> expected(Path folder) {
        List<Refusal> none = new ArrayList<>();
        List<Typed> decisions = lines(Sheet.read(folder, "Quyết định", none)).stream()
                .filter(line -> isInTerm(line.says("Ngày ký")) && !"Thôi giữ".equals(line.says("Hành vi")))
                .toList();
        List<Typed> studies = lines(Sheet.read(folder, "Đào tạo", none)).stream()
                .filter(line -> isInTerm(line.says("Ngày quyết định")))
                .toList();
        List<UnitRow> units = Csv.read(folder.resolve("units.csv"), UnitRow::of, none);
        Map<String, String> expected = new TreeMap<>();
        expected.put(
                "A1",
                turns(
                        decisions,
                        line -> List.of("Bổ nhiệm", "Bổ nhiệm lại", "Giới thiệu ứng cử")
                                        .contains(line.says("Loại"))
                                && line.says("Cấp quyết định").equals("Ban Thường vụ cấp ủy huyện")));
        expected.put(
                "A2",
                Long.toString(decisions.stream()
                        .map(line -> line.says("Mã chức danh"))
                        .filter(List.of("PCT_UBND_H", "UVBTV_H", "CN_UBKT_H")::contains)
                        .distinct()
                        .count()));
        expected.put("A3a", turns(decisions, line -> line.says("Loại").equals("Bổ sung cấp ủy viên")));
        expected.put(
                "A3b",
                turns(
                        decisions,
                        line -> line.says("Loại").equals("Chỉ định")
                                && line.says("Mã chức danh").equals("PBT_DU_XA")));
        expected.put(
                "A4a",
                turns(
                        decisions,
                        line -> line.says("Loại").equals("Giới thiệu ứng cử")
                                && line.says("Mã chức danh").equals("TB_HDND_H")));
        expected.put(
                "A4b",
                turns(
                        decisions,
                        line -> line.says("Loại").equals("Giới thiệu ứng cử")
                                && line.says("Mã chức danh").equals("UV_UBND_H")));
        expected.put("A5", committees(decisions, "Trên xuống", units));
        expected.put("A6", committees(decisions, "Ngang", units));
        expected.put("A7", people(decisions, line -> "Dưới lên".equals(line.says("Hướng luân chuyển"))));
        expected.put(
                "A8",
                people(
                        decisions,
                        line -> "cu-danguy-baxuyen".equals(line.says("Mã cơ quan"))
                                && "Trên xuống".equals(line.says("Hướng luân chuyển"))
                                && line.says("Mã chức danh").equals("BT_DU_XA")));
        expected.put("A9", people(studies, line -> line.says("Trình độ").equals("Cao cấp")));
        expected.put(
                "A10",
                people(
                        studies,
                        line -> line.says("Trình độ").equals("Trung cấp")
                                && line.says("Hệ").equals("Tập trung")));
        expected.put(
                "A11",
                people(
                        studies,
                        line -> line.says("Trình độ").equals("Trung cấp")
                                && line.says("Hệ").equals("Không tập trung")
                                && line.says("Mã nơi mở lớp").equals("tp-songcong")));
        return expected;
    }

    private static boolean isInTerm(String typed) {
        LocalDate day = LocalDate.parse(typed, TYPED);
        return !day.isBefore(TERM_BEGINS) && !day.isAfter(DAY);
    }

    private static String turns(List<Typed> lines, Predicate<Typed> counted) {
        return Long.toString(lines.stream()
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
    private static String committees(List<Typed> lines, String direction, List<UnitRow> units) {
        Map<String, String> standing = units.stream()
                .filter(unit -> unit.type().equals("DANG_UY")
                        && unit.parent().filter("thanhuy-songcong"::equals).isPresent())
                .filter(unit -> !unit.from().isAfter(DAY)
                        && unit.to().filter(to -> !to.isAfter(DAY)).isEmpty())
                .collect(Collectors.toMap(UnitRow::key, UnitRow::name));
        List<String> reached = lines.stream()
                .filter(line -> direction.equals(line.says("Hướng luân chuyển")))
                .map(line -> standing.get(line.says("Mã cơ quan")))
                .distinct()
                .sorted()
                .toList();
        return reached.size() + "/" + standing.size() + " " + reached;
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
