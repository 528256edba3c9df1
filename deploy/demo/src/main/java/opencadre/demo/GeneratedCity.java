package opencadre.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A city that nobody has seen before, as a folder of demo data: other communes, people and numbers than those of Sông
 * Công, all from one seed. It lies in the same province and can be loaded beside the demo. Some lines are there not to
 * be counted: of the days before the term and after the report, second turns and second classes of one person.
 *
 * <p>Shape: {@code GeneratedCity.write(folder, demo, 4711)} gives the keys of its units and people the prefix
 * {@code g4711-}, and its decisions numbers as {@code 12-QĐ/G4711}. The same seed gives the same folder.
 */
final class GeneratedCity {

    private static final LocalDate CITY_BEGINS = LocalDate.of(2015, 5, 15);
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final LocalDate SERVING_SINCE = LocalDate.of(2016, 1, 1);
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private static final String CITY_BOARD = "Ban Thường vụ cấp ủy huyện";
    private static final String PROVINCE_BOARD = "Ban Thường vụ Tỉnh ủy";
    private static final String TYPIST = "tochuc.tinh";
    private static final Set<String> PROVINCE =
            Set.of("tinh-cu", "tinhuy-cu", "mttq-tinh-cu", "tinh", "tinhuy", "mttq-tinh", "truong-chinhtri");

    private static final List<String> FIRST = List.of(
            "An", "Cẩm", "Đông", "Hòa", "Khánh", "Lâm", "Ngọc", "Phú", "Quảng", "Tân", "Thanh", "Vân", "Xuân", "Yên");
    private static final List<String> SECOND = List.of(
            "Bình", "Cường", "Đức", "Giang", "Hải", "Khê", "Lộc", "Mỹ", "Phong", "Sơn", "Thịnh", "Thủy", "Trung");
    private static final List<String> FAMILY = List.of(
            "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Dương", "Nông", "Triệu", "Lý", "Ma");
    private static final List<String> OF_MEN = List.of("Văn", "Đức", "Minh", "Quang", "Hữu", "Đình", "Công", "Xuân");
    private static final List<String> OF_WOMEN = List.of("Thị", "Thu", "Ngọc", "Thị Minh", "Thị Hồng", "Bích");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hải", "Hạnh", "Hiếu", "Hòa", "Huệ", "Khánh", "Lan", "Linh",
            "Long", "Mai", "Nam", "Nga", "Phong", "Phương", "Quân", "Sơn", "Tâm", "Thảo", "Trung", "Tuấn", "Việt",
            "Yến");

    private static final List<String> DIVISIONS = List.of("qldt", "noivu", "tckh", "gddt");
    private static final List<String> BOARDS = List.of("btc", "btg", "bdv");
    private static final Map<String, String> NAMES = Map.of(
            "qldt", "Phòng Quản lý đô thị",
            "noivu", "Phòng Nội vụ",
            "tckh", "Phòng Tài chính - Kế hoạch",
            "gddt", "Phòng Giáo dục và Đào tạo",
            "btc", "Ban Tổ chức Thành ủy",
            "btg", "Ban Tuyên giáo Thành ủy",
            "bdv", "Ban Dân vận Thành ủy");

    private final Random dice;
    private final String prefix;
    private final String numbering;
    private final String city;
    private final LocalDate termBegins;
    private final List<String> communes;
    private final List<String> successors;
    private final List<List<String>> units = new ArrayList<>();
    private final List<List<String>> lineage = new ArrayList<>();
    private final Map<String, List<String>> seats = new LinkedHashMap<>();
    private final List<List<String>> people = new ArrayList<>();
    private final List<List<String>> posts = new ArrayList<>();
    private final List<List<String>> decisions = new ArrayList<>();
    private final List<List<String>> studies = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private int papers;

    private GeneratedCity(long seed) {
        dice = new Random(seed);
        prefix = "g" + seed + "-";
        numbering = "/G" + seed;
        city = place();
        termBegins = LocalDate.of(2020, 6, 1).plusDays(dice.nextInt(120));
        communes = IntStream.range(0, between(6, 13)).mapToObj(each -> place()).toList();
        successors = IntStream.range(0, between(2, 5)).mapToObj(each -> place()).toList();
    }

    /**
     * Writes the folder.
     *
     * @param demo the demo's own data: the province, its catalogue of titles and the sentences are taken from there
     */
    static void write(Path folder, Path demo, long seed) {
        GeneratedCity city = new GeneratedCity(seed);
        city.structure();
        city.decided();
        city.studied();
        city.files(folder, demo);
    }

    // Units and seats

    private void structure() {
        String founded = "Sinh thử (lập); sinh thử (kết thúc)";
        unit("tp", "STATE", "Thành phố " + city, "THANH_PHO", "tinh-cu", founded, false);
        unit("tp-hdnd", "STATE", "Hội đồng nhân dân thành phố " + city, "HDND", prefix + "tp", founded, false);
        unit("tp-ubnd", "STATE", "Ủy ban nhân dân thành phố " + city, "UBND", prefix + "tp", founded, false);
        DIVISIONS.forEach(each ->
                unit(each, "STATE", NAMES.get(each) + " thành phố " + city, "PHONG", prefix + "tp", founded, false));
        unit("thanhuy", "PARTY", "Thành ủy " + city, "THANH_UY", "tinhuy-cu", founded, false);
        unit("ubkt", "PARTY", "Ủy ban Kiểm tra Thành ủy " + city, "UBKT", prefix + "thanhuy", founded, false);
        BOARDS.forEach(
                each -> unit(each, "PARTY", NAMES.get(each) + " " + city, "BAN", prefix + "thanhuy", founded, false));
        unit("mttq", "FRONT", "Ủy ban MTTQ Việt Nam thành phố " + city, "MTTQ", "mttq-tinh-cu", founded, false);
        for (int i = 0; i < successors.size(); i++) {
            commune("moi" + i, successors.get(i), "tinh", "tinhuy", "mttq-tinh", true);
        }
        for (int i = 0; i < communes.size(); i++) {
            commune("cu" + i, communes.get(i), prefix + "tp", prefix + "thanhuy", prefix + "mttq", false);
            // Every successor has at least one predecessor.
            int into = i < successors.size() ? i : dice.nextInt(successors.size());
            for (String tree : List.of("", "du-", "mt-")) {
                lineage.add(List.of(
                        prefix + tree + "cu" + i,
                        prefix + tree + "moi" + into,
                        "Sáp nhập",
                        REFORM.format(TYPED),
                        "Sinh thử",
                        ""));
            }
        }
    }

    private void commune(String key, String name, String state, String party, String front, boolean today) {
        boolean ward = dice.nextBoolean();
        String called = (ward ? "phường " : "xã ") + name;
        unit(key, "STATE", (ward ? "Phường " : "Xã ") + name, ward ? "PHUONG" : "XA", state, "Sinh thử", today);
        unit("du-" + key, "PARTY", "Đảng ủy " + called, "DANG_UY", party, "Sinh thử", today);
        unit("mt-" + key, "FRONT", "Ủy ban MTTQ Việt Nam " + called, "MTTQ", front, "Sinh thử", today);
    }

    private void unit(String key, String tree, String name, String type, String parent, String paper, boolean today) {
        units.add(List.of(
                prefix + key,
                tree,
                name,
                type,
                "",
                parent,
                (today ? REFORM : CITY_BEGINS).toString(),
                today ? "" : REFORM.toString(),
                paper));
    }

    /** A seat is there once somebody sits in it; there is room for all. */
    private void seat(String unit, Title title) {
        String key = unit + " " + title;
        int room = seats.containsKey(key) ? Integer.parseInt(seats.get(key).get(5)) + 1 : 1;
        seats.put(
                key,
                List.of(
                        unit,
                        title.name(),
                        title.way,
                        "Cán bộ, công chức",
                        title.board,
                        Integer.toString(room),
                        "60",
                        CITY_BEGINS.format(TYPED),
                        REFORM.minusDays(1).format(TYPED),
                        "Sinh thử"));
    }

    /** Titles of the demo's catalogue that a city decides on. */
    private enum Title {
        TP_XA("Trưởng phòng", "Bổ nhiệm", CITY_BOARD),
        PTP_XA("Phó Trưởng phòng", "Bổ nhiệm", CITY_BOARD),
        TB_H("Trưởng ban Thành ủy", "Bổ nhiệm", CITY_BOARD),
        PTB_H("Phó Trưởng ban Thành ủy", "Bổ nhiệm", CITY_BOARD),
        CN_UBKT_H("Chủ nhiệm Ủy ban Kiểm tra Thành ủy", "Bổ nhiệm", CITY_BOARD),
        BT_DU_XA("Bí thư Đảng ủy", "Chỉ định", CITY_BOARD),
        PBT_DU_XA("Phó Bí thư Đảng ủy", "Chỉ định", CITY_BOARD),
        DUV_CS("Ủy viên Ban Chấp hành Đảng bộ cơ sở", "Chỉ định", CITY_BOARD),
        TB_HDND_H("Trưởng ban HĐND thành phố", "Bầu cử", CITY_BOARD),
        UV_UBND_H("Ủy viên UBND thành phố", "Bầu cử", CITY_BOARD),
        PCT_UBND_H("Phó Chủ tịch UBND thành phố", "Bầu cử", PROVINCE_BOARD),
        UVBTV_H("Ủy viên Ban Thường vụ Thành ủy", "Chỉ định", PROVINCE_BOARD);

        private final String words;
        private final String way;
        private final String board;

        Title(String words, String way, String board) {
            this.words = words;
            this.way = way;
            this.board = board;
        }
    }

    // What was decided

    private void decided() {
        appointed("Bổ nhiệm", Title.PTP_XA, DIVISIONS, between(3, 12));
        appointed("Bổ nhiệm lại", Title.PTB_H, BOARDS, between(1, 7));
        nominated("tp-hdnd", Title.TB_HDND_H, CITY_BOARD, between(0, 3));
        nominated("tp-ubnd", Title.UV_UBND_H, CITY_BOARD, between(3, 15));
        if (dice.nextInt(4) > 0) {
            // A nomination by the province fills a title, and is no turn of the city's board.
            nominated("tp-ubnd", Title.PCT_UBND_H, dice.nextBoolean() ? CITY_BOARD : PROVINCE_BOARD, 1);
        }
        if (dice.nextInt(4) > 0) {
            started("Chỉ định", PROVINCE_BOARD, prefix + "thanhuy", Title.UVBTV_H, day(), false);
        }
        if (dice.nextInt(4) > 0) {
            started("Chuẩn y", CITY_BOARD, prefix + "ubkt", Title.CN_UBKT_H, day(), false);
        }
        for (int i = between(0, 9); i > 0; i--) {
            started("Bổ sung cấp ủy viên", CITY_BOARD, committee(any(communes.size())), Title.DUV_CS, day(), true);
        }
        for (int i = between(0, 5); i > 0; i--) {
            started("Chỉ định", CITY_BOARD, committee(any(communes.size())), Title.PBT_DU_XA, day(), false);
        }
        rotated();
        // The first and the last day count, the days beside them do not.
        for (LocalDate day :
                List.of(termBegins.minusDays(1), termBegins, ExpectedFigures.DAY, ExpectedFigures.DAY.plusDays(1))) {
            started("Bổ nhiệm", CITY_BOARD, prefix + pick(DIVISIONS), Title.PTP_XA, day, false);
        }
    }

    private void rotated() {
        rotation("Trên xuống", prefix + "qldt", Title.TP_XA, committee(0), Title.BT_DU_XA, day());
        for (int i = 1; i <= any(communes.size()); i++) {
            rotation("Trên xuống", prefix + pick(DIVISIONS), Title.PTP_XA, committee(i), Title.PBT_DU_XA, day());
        }
        // A second turn to a commune that was reached already.
        rotation("Trên xuống", prefix + pick(BOARDS), Title.PTB_H, committee(0), Title.PBT_DU_XA, day());
        for (int i = between(1, 3); i > 0; i--) {
            int from = any(communes.size());
            int to = (from + 1 + any(communes.size() - 1)) % communes.size();
            rotation("Ngang", committee(from), Title.PBT_DU_XA, committee(to), Title.PBT_DU_XA, day());
        }
        for (int i = between(0, 3); i > 0; i--) {
            rotation(
                    "Dưới lên",
                    committee(any(communes.size())),
                    Title.PBT_DU_XA,
                    prefix + pick(BOARDS),
                    Title.PTB_H,
                    day());
        }
        rotation(
                "Trên xuống",
                prefix + "noivu",
                Title.TP_XA,
                committee(communes.size() - 1),
                Title.BT_DU_XA,
                ExpectedFigures.DAY.plusDays(between(1, 300)));
    }

    private void appointed(String kind, Title title, List<String> where, int turns) {
        for (int i = 0; i < turns; i++) {
            started(kind, CITY_BOARD, prefix + pick(where), title, day(), false);
        }
    }

    private void nominated(String unit, Title title, String board, int turns) {
        String number = number("TB");
        String day = day().format(TYPED);
        for (int i = 0; i < turns; i++) {
            seat(prefix + unit, title);
            String person = person(prefix + pick(DIVISIONS), "Chuyên viên", "UNIT_HEAD", REFORM);
            decisions.add(List.of(
                    number,
                    day,
                    "Giới thiệu ứng cử",
                    board,
                    person,
                    "Giới thiệu",
                    prefix + unit,
                    title.name(),
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                    ""));
        }
    }

    private void started(String kind, String board, String unit, Title title, LocalDate day, boolean beside) {
        seat(unit, title);
        String person = person(prefix + pick(DIVISIONS), "Chuyên viên", "UNIT_HEAD", beside ? REFORM : day);
        holds(number("QĐ"), kind, board, person, unit, title, day, "", beside);
    }

    private void rotation(String direction, String from, Title held, String to, Title title, LocalDate day) {
        seat(from, held);
        seat(to, title);
        String person = person(from, held.words, "DISTRICT_BTV", day);
        String number = number("QĐ");
        holds(number, "Luân chuyển", CITY_BOARD, person, to, title, day, direction, false);
        decisions.add(List.of(
                number,
                day.format(TYPED),
                "Luân chuyển",
                CITY_BOARD,
                person,
                "Thôi giữ",
                from,
                held.name(),
                "",
                day.format(TYPED),
                "",
                "",
                "",
                "",
                ""));
    }

    private void holds(
            String number,
            String kind,
            String board,
            String person,
            String unit,
            Title title,
            LocalDate day,
            String direction,
            boolean beside) {
        decisions.add(List.of(
                number,
                day.format(TYPED),
                kind,
                board,
                person,
                "Giữ ghế",
                unit,
                title.name(),
                "",
                day.format(TYPED),
                REFORM.minusDays(1).format(TYPED),
                "60",
                direction,
                beside ? "x" : "",
                ""));
    }

    // Who was sent to study

    private void studied() {
        classOf("Cao cấp", "Toàn khóa", "Không tập trung", "", between(1, 9));
        classOf("Cao cấp", "Hoàn chỉnh", "Không tập trung", "", between(0, 6));
        classOf("Trung cấp", "Toàn khóa", "Tập trung", "", between(0, 20));
        classOf("Trung cấp", "Toàn khóa", "Không tập trung", prefix + "tp", between(5, 50));
        classOf("Trung cấp", "Toàn khóa", "Không tập trung", "", between(1, 4));
        study(
                person(prefix + pick(DIVISIONS), "Chuyên viên", "UNIT_HEAD", REFORM),
                "Cao cấp",
                "Toàn khóa",
                "Không tập trung",
                "",
                ExpectedFigures.DAY.plusDays(1));
    }

    /** One of a class was sent a second time, and is one person all the same. */
    private void classOf(String level, String course, String mode, String place, int size) {
        String person = "";
        for (int i = 0; i < size; i++) {
            person = person(prefix + pick(DIVISIONS), "Chuyên viên", "UNIT_HEAD", REFORM);
            study(person, level, course, mode, place, termBegins.plusDays(any(300)));
        }
        if (size > 1) {
            study(person, level, course, mode, place, termBegins.plusDays(400L + any(100)));
        }
    }

    private void study(String person, String level, String course, String mode, String place, LocalDate day) {
        DateTimeFormatter month = DateTimeFormatter.ofPattern("MM/yyyy");
        studies.add(List.of(
                person,
                "Lý luận chính trị",
                level,
                course,
                mode,
                level + " lý luận chính trị, lớp " + (papers + 1),
                level.equals("Cao cấp")
                        ? "Học viện Chính trị quốc gia Hồ Chí Minh"
                        : "Trường Chính trị tỉnh Thái Nguyên",
                place,
                number("QĐ"),
                day.format(TYPED),
                day.plusMonths(1).format(month),
                day.plusMonths(11).format(month),
                any(8) == 0 ? "Không hoàn thành" : "Hoàn thành"));
    }

    // People, days and names

    /** Somebody new: today in one of the successors, until the day in the city. */
    private String person(String unit, String title, String scope, LocalDate until) {
        String key = prefix + "p" + (people.size() + 1);
        boolean woman = dice.nextBoolean();
        LocalDate born = LocalDate.of(between(1968, 1992), between(1, 12), between(1, 28));
        String name = pick(FAMILY) + " " + pick(woman ? OF_WOMEN : OF_MEN) + " " + pick(GIVEN);
        while (!named.add(name + " " + born)) {
            born = born.plusDays(1);
        }
        String number = "000%d%02d6%05d".formatted(woman ? 1 : 0, born.getYear() % 100, people.size() + 1);
        people.add(List.of(key, TYPIST, name, woman ? "FEMALE" : "MALE", born.toString(), number));
        posts.add(List.of(
                key, prefix + "moi" + any(successors.size()), "Chuyên viên", "UNIT_HEAD", "", REFORM.toString(), ""));
        posts.add(List.of(key, unit, title, scope, "", SERVING_SINCE.toString(), until.toString()));
        return key;
    }

    private String committee(int commune) {
        return prefix + "du-cu" + commune;
    }

    private String number(String kind) {
        papers++;
        return papers + "-" + kind + numbering;
    }

    /** A day of the term, not after the report. */
    private LocalDate day() {
        int days = Math.toIntExact(ExpectedFigures.DAY.toEpochDay() - termBegins.toEpochDay());
        return termBegins.plusDays(any(days));
    }

    private String place() {
        String name = pick(FIRST) + " " + pick(SECOND);
        while (!named.add(name)) {
            name = pick(FIRST) + " " + pick(SECOND);
        }
        return name;
    }

    private int between(int least, int most) {
        return least + dice.nextInt(most - least + 1);
    }

    private int any(int bound) {
        return dice.nextInt(bound);
    }

    private String pick(List<String> words) {
        return words.get(any(words.size()));
    }

    // Files

    private void files(Path folder, Path demo) {
        List<List<String>> standing = new ArrayList<>(kept(demo, "units.csv", 0));
        standing.addAll(units);
        Csv.write(folder.resolve("units.csv"), head(demo, "units.csv"), standing);
        Csv.write(folder.resolve("grants.csv"), head(demo, "grants.csv"), kept(demo, "grants.csv", 2));
        Csv.write(folder.resolve("people.csv"), head(demo, "people.csv"), people);
        Csv.write(folder.resolve("posts.csv"), head(demo, "posts.csv"), posts);
        book(folder, demo, "Kế thừa", lineage);
        book(folder, demo, "Ghế", List.copyOf(seats.values()));
        book(folder, demo, "Quyết định", decisions);
        book(folder, demo, "Đào tạo", studies);
        for (String empty : List.of("Chứng chỉ", "Xếp loại", "Kỷ luật", "Sức khỏe", "Quy hoạch")) {
            book(folder, demo, empty, List.of());
        }
        try {
            Files.copy(demo.resolve("books/Chức danh.csv"), folder.resolve("books/Chức danh.csv"));
            Files.writeString(folder.resolve("programme.json"), programme(demo).toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo's programme, of this city. */
    private ObjectNode programme(Path demo) {
        ObjectNode programme = ProgrammeStep.file(demo);
        programme.put("number", "01-ĐA" + numbering);
        programme.put("countedFrom", termBegins.toString());
        programme.put("ownerUnitId", prefix + "thanhuy");
        ArrayNode covered = programme.putArray("coveredUnitIds");
        Arrays.asList("thanhuy", "tp", "mttq").forEach(each -> covered.add(prefix + each));
        programme
                .path("objectives")
                .valueStream()
                .flatMap(objective -> objective.path("indicators").valueStream())
                .map(indicator -> (ObjectNode) indicator)
                .forEach(this::renamed);
        return programme;
    }

    private void renamed(ObjectNode indicator) {
        ObjectNode counting = (ObjectNode) indicator.path("counting");
        switch (indicator.path("code").asString()) {
            case "A8" -> {
                counting.put("fromUnitId", prefix + "qldt").put("toUnitId", committee(0));
                ((ObjectNode) indicator.path("sentence"))
                        .put(
                                "vi",
                                "{value} Trưởng Phòng Quản lý đô thị luân chuyển giữ chức Bí thư " + name(committee(0))
                                        + ".")
                        .put(
                                "en",
                                "{value} head of the urban management division rotated to be secretary of "
                                        + name(committee(0)) + ".");
            }
            case "A11" -> counting.put("placeUnitId", prefix + "tp");
            default -> {
                // The other sentences name no place.
            }
        }
    }

    private String name(String unit) {
        return units.stream()
                .filter(row -> row.getFirst().equals(unit))
                .map(row -> row.get(2))
                .findFirst()
                .orElseThrow();
    }

    private static void book(Path folder, Path demo, String name, List<List<String>> lines) {
        String file = "books/" + name + ".csv";
        Csv.write(folder.resolve(file), head(demo, file), lines);
    }

    private static List<String> head(Path demo, String file) {
        return Csv.cells(lines(demo, file).getFirst());
    }

    /** The rows that speak of the province alone. */
    private static List<List<String>> kept(Path demo, String file, int column) {
        return lines(demo, file).stream()
                .skip(1)
                .map(Csv::cells)
                .filter(cells -> PROVINCE.contains(cells.get(column)))
                .toList();
    }

    private static List<String> lines(Path demo, String file) {
        try {
            return Files.readAllLines(demo.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
