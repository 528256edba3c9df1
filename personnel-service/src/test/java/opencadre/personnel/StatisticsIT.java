package opencadre.personnel;

import static opencadre.personnel.statistics.StatisticsColumn.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.AgeBand;
import opencadre.personnel.statistics.Breakdown;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Statistics held against a plain list of random people. */
class StatisticsIT extends DecisionRequests {

    private static final String STATISTICS = "/api/personnel/statistics";
    private static final String VIEWER = "kiemtra.tinh";
    private static final List<String> BREAKDOWNS_OF_ALL = List.of("EDUCATION", "THEORY", "STATE_MANAGEMENT", "RANK");
    private static final List<String> DEGREES =
            List.of("TIEN_SI", "THAC_SI", "DAI_HOC", "CAO_DANG", "TRUNG_CAP", "SO_CAP");
    private static final List<String> THEORY =
            List.of("THEORY_BACHELOR", "THEORY_ADVANCED", "THEORY_INTERMEDIATE", "THEORY_ELEMENTARY");
    private static final List<String> STATE =
            List.of("STATE_SENIOR", "STATE_PRINCIPAL", "STATE_SPECIALIST", "STATE_ASSISTANT");
    private static final List<String> RANKS =
            List.of("01.001", "01.002", "01.003", "01.004", "01.005", "06.031", "V.07.03.29", "KHAC");
    private static final List<String> TITLES = List.of("T_KEA", "T_KEB");
    private static final LocalDate BEFORE = LocalDate.of(2026, 2, 10);
    private static final int PEOPLE_MADE = 30;

    private final long seed = Long.getLong("opencadre.statistics.seed", 4711);
    private final Random random = new Random(seed);
    private final UUID root = UUID.randomUUID();
    private final UUID left = UUID.randomUUID();
    private final UUID leftBelow = UUID.randomUUID();
    private final UUID right = UUID.randomUUID();

    private record Post(
            UUID unit,
            LocalDate from,
            @Nullable LocalDate to,
            @Nullable String title) {

        boolean isHeld(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    private record Fact(String code, LocalDate from) {}

    private record Certificate(String kind, String level, LocalDate from, String state) {}

    private static final class Someone {
        String id = "";
        String sex = "MALE";
        PartialDate birth = PartialDate.parse("1980");
        final Map<String, List<Fact>> facts = new HashMap<>();
        final List<Certificate> certificates = new ArrayList<>();
        final List<Post> posts = new ArrayList<>();

        List<Fact> begun(String kind, LocalDate day) {
            return facts.getOrDefault(kind, List.of()).stream()
                    .filter(fact -> !fact.from().isAfter(day))
                    .sorted(Comparator.comparing(Fact::from))
                    .toList();
        }

        @Nullable
        String newest(String kind, LocalDate day) {
            List<Fact> begun = begun(kind, day);
            return begun.isEmpty() ? null : begun.getLast().code();
        }

        @Nullable
        String highest(List<String> order, List<String> held) {
            return order.stream().filter(held::contains).findFirst().orElse(null);
        }

        List<String> levels(String kind, LocalDate day) {
            return certificates.stream()
                    .filter(each -> each.kind().equals(kind) && each.state().equals("VERIFIED"))
                    .filter(each -> !each.from().isAfter(day))
                    .map(Certificate::level)
                    .toList();
        }

        /** The one value of a breakdown on a day, said once more and plainly. */
        @Nullable
        String value(Breakdown breakdown, LocalDate day) {
            return switch (breakdown) {
                case TOTAL -> "ALL";
                case SEX -> sex;
                case ETHNICITY -> {
                    String code = newest("ETHNICITY", day);
                    yield code == null || code.equals("00") ? null : code.equals("01") ? "KINH" : "MINORITY";
                }
                case RELIGION -> {
                    String code = newest("RELIGION", day);
                    yield code == null ? null : code.equals("NONE") ? "NONE" : "RELIGIOUS";
                }
                case PARTY -> newest("PARTY_MEMBERSHIP", day) == null ? null : "MEMBER";
                case AGE -> AgeBand.of(birth, day).name();
                case BIRTH -> birth.day() == null ? "PARTIAL" : "WHOLE";
                case EDUCATION ->
                    highest(
                            DEGREES,
                            begun("DEGREE", day).stream().map(Fact::code).toList());
                case THEORY -> highest(THEORY, levels("POLITICAL_THEORY", day));
                case STATE_MANAGEMENT -> {
                    List<String> levels = levels("STATE_MANAGEMENT", day);
                    String highest = highest(STATE, levels);
                    yield highest != null || levels.isEmpty() ? highest : "OTHER";
                }
                case LANGUAGE -> levels("FOREIGN_LANGUAGE", day).isEmpty() ? null : "HELD";
                case INFORMATICS -> levels("INFORMATION_TECHNOLOGY", day).isEmpty() ? null : "HELD";
                case RANK -> {
                    String rank = newest("SALARY", day);
                    yield rank == null || rank.startsWith("01.") ? rank : "OTHER";
                }
            };
        }
    }

    private final List<Someone> everybody = new ArrayList<>();

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void cv(Someone someone, String list, Map<String, String> values, String kind, long revision) {
        Caller.Answer answer = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + someone.id + "/" + list,
                        Map.of("kind", kind, "values", values),
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(answer.status()).as(kind + values + answer.body()).isEqualTo(201);
    }

    private void units() {
        establish(root, COMMUNE, "Đảng ủy bộ phận thử");
        establish(left, root, "Ban Bên trái");
        establish(leftBelow, left, "Tổ Bên trái");
        establish(right, root, "Ban Bên phải");
        TITLES.forEach(code -> title(code, 60));
    }

    private void people() {
        units();
        for (int i = 0; i < PEOPLE_MADE; i++) {
            everybody.add(someone());
        }
    }

    /** Facts on both sides of both days. */
    private Someone someone() {
        Someone someone = new Someone();
        someone.sex = chance(50) ? "FEMALE" : "MALE";
        // On or about a birthday that matters, and by year or month alone.
        LocalDate born = one(List.of(TODAY, BEFORE))
                .minusYears(one(List.of(25, 31, 41, 51, 56, 61)))
                .plusDays(random.nextInt(3) - 1);
        someone.birth = PartialDate.parse(born.toString().substring(0, one(List.of(4, 7, 10, 10, 10))));
        UUID unit = one(List.of(root, left, leftBelow, right));
        Map<String, Object> registration = new HashMap<>(person("Thống Kê " + i(), unit));
        registration.put("sex", someone.sex);
        registration.put("birth", someone.birth.toString());
        Caller.Answer answer = register(CLERK, registration);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        someone.id = answer.body().path("id").asString();
        someone.posts.add(new Post(unit, LocalDate.of(2025, 7, 1), null, null));
        morePosts(someone);
        long revision = 0;
        if (chance(70)) {
            String code = one(List.of("01", "02", "07", "00", "55"));
            fact(someone, "sensitive-cv", "ETHNICITY", "ethnicity", code, null, Map.of(), revision++);
        }
        if (chance(60)) {
            String code = one(List.of("NONE", "PHAT_GIAO"));
            fact(someone, "sensitive-cv", "RELIGION", "religion", code, null, Map.of(), revision++);
        }
        if (chance(60)) {
            LocalDate joined = one(List.of(LocalDate.of(2022, 2, 3), BEFORE.plusDays(1)));
            someone.facts.put("PARTY_MEMBERSHIP", List.of(new Fact("MEMBER", joined)));
            cv(someone, "sensitive-cv", Map.of("joined", joined.toString()), "PARTY_MEMBERSHIP", revision++);
        }
        for (LocalDate since : List.of(LocalDate.of(2024, 3, 1), BEFORE.plusDays(20))) {
            if (chance(60)) {
                Map<String, String> more = Map.of("step", "3", "coefficient", "3.00", "since", since.toString());
                fact(someone, "sensitive-cv", "SALARY", "rank", one(RANKS), since, more, revision++);
            }
        }
        for (LocalDate to : List.of(LocalDate.of(2023, 6, 1), BEFORE)) {
            if (chance(60)) {
                Map<String, String> more =
                        Map.of("to", to.toString(), "school", "ĐH Thái Nguyên", "field", "Luật", "mode", "CHINH_QUY");
                fact(someone, "cv", "DEGREE", "degree", one(DEGREES), to, more, revision++);
            }
        }
        certificates(someone);
        return someone;
    }

    private int named;

    private String i() {
        // Some share a name, so that the order goes on by id.
        return "Tên" + (char) ('A' + named++ % 7);
    }

    private void morePosts(Someone someone) {
        long revision = 1;
        for (int i = random.nextInt(3); i > 0; i--) {
            UUID unit = one(List.of(root, left, leftBelow, right, OFFICE));
            LocalDate from = one(List.of(LocalDate.of(2025, 9, 1), BEFORE, BEFORE.plusDays(1), TODAY.plusDays(3)));
            LocalDate to = chance(40) ? from.plusDays(one(List.of(1, 40, 400))) : null;
            String title = chance(60) ? one(TITLES) : null;
            Map<String, Object> post = new HashMap<>(Map.of("concurrent", true, "validFrom", from.toString()));
            if (title == null) {
                post.putAll(Map.of(
                        "unitId", unit.toString(),
                        "title", "Việc khác",
                        "managementScope", "COMMUNE_PARTY_COMMITTEE"));
            } else {
                String seat = UUID.randomUUID().toString();
                assertThat(as(ADMIN)
                                .ask("PUT", SEATS + "/" + seat, seatIn(unit, title))
                                .status())
                        .isEqualTo(200);
                post.put("seatId", seat);
            }
            if (to != null) {
                post.put("validTo", to.toString());
            }
            Caller.Answer answer = addPost(CLERK, someone.id, revision, post);
            if (answer.status() == 201) {
                someone.posts.add(new Post(unit, from, to, title));
                revision++;
            }
        }
    }

    private void fact(
            Someone someone,
            String list,
            String kind,
            String field,
            String code,
            @Nullable LocalDate from,
            Map<String, String> more,
            long revision) {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put(field, code);
        cv(someone, list, values, kind, revision);
        someone.facts
                .computeIfAbsent(kind, any -> new ArrayList<>())
                .add(new Fact(code, from == null ? LocalDate.of(1900, 1, 1) : from));
    }

    /** As the copies of training stand. */
    private void certificates(Someone someone) {
        Map<String, List<String>> kinds = Map.of(
                "POLITICAL_THEORY", THEORY,
                "STATE_MANAGEMENT",
                        Stream.concat(STATE.stream(), Stream.of("STATE_DIVISION_LEADER"))
                                .toList(),
                "FOREIGN_LANGUAGE", List.of("LANGUAGE_2"),
                "INFORMATION_TECHNOLOGY", List.of("IT_BASIC"));
        new TreeMap<>(kinds).forEach((kind, levels) -> {
            for (int i = random.nextInt(3); i > 0; i--) {
                Certificate certificate = new Certificate(
                        kind,
                        one(levels),
                        one(List.of(LocalDate.of(2024, 5, 1), BEFORE, BEFORE.plusDays(1))),
                        one(List.of("VERIFIED", "VERIFIED", "ENTERED")));
                someone.certificates.add(certificate);
                asOwner("INSERT INTO certificate_copy (certificate_id, person_id, kind, level, name, number, issuer,"
                        + " issued_on, state, valid_from, valid_to) VALUES ('" + UUID.randomUUID() + "', '"
                        + someone.id + "', '" + kind + "', '" + certificate.level() + "', 'Chứng chỉ', '1', 'Trường', '"
                        + certificate.from() + "', '" + certificate.state() + "', '" + certificate.from()
                        + "', 'infinity')");
            }
        });
    }

    /** Under which lines somebody stands on a day. */
    private Set<String> lines(Someone someone, String by, LocalDate day) {
        Set<String> lines = new TreeSet<>();
        List<Post> held = someone.posts.stream()
                .filter(post -> post.isHeld(day))
                .filter(post -> List.of(root, left, leftBelow, right).contains(post.unit()))
                .toList();
        for (Post post : held) {
            lines.add("ALL");
            switch (by) {
                case "UNITS" -> {
                    if (!post.unit().equals(root)) {
                        lines.add((post.unit().equals(leftBelow) ? left : post.unit()).toString());
                    }
                }
                case "TITLES" -> lines.add(post.title() == null ? UNKNOWN : post.title());
                default -> {
                    String rank = someone.newest("SALARY", day);
                    lines.add(rank == null ? UNKNOWN : rank);
                }
            }
        }
        return lines;
    }

    private Set<String> expected(String by, LocalDate day, String line, String column) {
        int dot = column.indexOf('.');
        Breakdown breakdown = Breakdown.valueOf(dot < 0 ? column : column.substring(0, dot));
        String value = dot < 0 ? "ALL" : column.substring(dot + 1);
        Set<String> expected = new TreeSet<>();
        for (Someone someone : everybody) {
            String has = someone.value(breakdown, day);
            if (lines(someone, by, day).contains(line) && (has == null ? UNKNOWN : has).equals(value)) {
                expected.add(someone.id);
            }
        }
        return expected;
    }

    private JsonNode table(String username, String query) {
        Caller.Answer answer = as(username).get(STATISTICS + "?unit=" + root + query);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> columns(JsonNode table) {
        return table.path("groups")
                .valueStream()
                .flatMap(group -> group.path("columns").valueStream())
                .map(column -> column.path("code").asString())
                .toList();
    }

    private static JsonNode line(JsonNode table, String code) {
        return table.path("lines")
                .valueStream()
                .filter(line -> line.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Everybody behind a number, page by page. */
    private List<String> rows(String username, String query) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            Caller.Answer answer = as(username)
                    .get(STATISTICS + "/rows?unit=" + root + query + (next.isEmpty() ? "" : "&cursor=" + next));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
            answer.body().path("items").forEach(item -> ids.add(item.path("id").asString()));
            next = answer.body().path("next").asString("");
        } while (!next.isEmpty());
        return ids;
    }

    @Test
    void everyNumberIsThatOfAPlainListAndOpensToExactlyItsPeople() throws IOException {
        people();
        for (String by : List.of("UNITS", "TITLES", "RANKS")) {
            JsonNode table = table(CLERK, "&by=" + by + "&asOf=" + TODAY + "&compareTo=" + BEFORE);
            List<String> columns = columns(table);
            Set<String> expectedLines = new TreeSet<>();
            everybody.forEach(someone -> expectedLines.addAll(lines(someone, by, TODAY)));
            assertThat(table.path("lines")
                            .valueStream()
                            .map(line -> line.path("code").asString()))
                    .as("seed " + seed)
                    .containsAll(expectedLines);
            for (JsonNode line : table.path("lines")) {
                String code = line.path("code").asString();
                for (int i = 0; i < columns.size(); i++) {
                    String cell = by + " " + code + " " + columns.get(i) + " seed " + seed;
                    Set<String> now = expected(by, TODAY, code, columns.get(i));
                    Set<String> then = expected(by, BEFORE, code, columns.get(i));
                    assertThat(line.path("counts").path(i).asInt(-1)).as(cell).isEqualTo(now.size());
                    assertThat(line.path("compared").path(i).asInt(-1)).as(cell).isEqualTo(then.size());
                    assertThat(line.path("differences").path(i).asInt(-99))
                            .as(cell)
                            .isEqualTo(now.size() - then.size());
                    String query = "&by=" + by + "&row=" + code + "&column=" + columns.get(i) + "&asOf=";
                    assertThat(rows(CLERK, query + TODAY)).as(cell).containsExactlyInAnyOrderElementsOf(now);
                }
            }
            // Whoever is of no value of a breakdown is unknown in it.
            JsonNode all = line(table, "ALL").path("counts");
            for (String breakdown : BREAKDOWNS_OF_ALL) {
                int sum = 0;
                for (int i = 0; i < columns.size(); i++) {
                    sum += columns.get(i).startsWith(breakdown + ".")
                            ? all.path(i).asInt()
                            : 0;
                }
                assertThat(sum).as(breakdown).isEqualTo(all.path(0).asInt(-1));
            }
        }
        assertThat(rows(CLERK, "&limit=1")).hasSameElementsAs(rows(CLERK, "")).hasSameSizeAs(rows(CLERK, ""));
        assertThat(rows(CLERK, "&row=none-such")).isEmpty();
        assertThat(auditEntries(everybody.getFirst().id)).contains("listCounted");
        workbookSaysTheSame();
    }

    private void workbookSaysTheSame() throws IOException {
        String query = "&asOf=" + TODAY + "&compareTo=" + BEFORE;
        JsonNode table = table(CLERK, query);
        byte[] file = as(CLERK).file(STATISTICS + "/workbook?unit=" + root + query);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            List<String> values = List.of("counts", "compared", "differences");
            for (int at = 0; at < 3; at++) {
                Sheet sheet = book.getSheetAt(at);
                String field = values.get(at);
                assertThat(text(sheet, 0, 0)).isEqualTo("ĐẢNG ỦY BỘ PHẬN THỬ");
                assertThat(text(sheet, 1, 0)).startsWith("THỐNG KÊ");
                assertThat(text(sheet, 2, 0)).contains(at == 1 ? "10/02/2026" : "24/11/2026");
                assertThat(text(sheet, 5, 1)).isEqualTo("Đơn vị");
                assertThat(text(sheet, 7, 2)).isEqualTo("(3)");
                assertThat(sheet.getMergedRegions())
                        .extracting(CellRangeAddress::formatAsString)
                        .contains("A6:A7", "B6:B7", "C6:C7", "E6:F6");
                int row = 8;
                for (JsonNode line : table.path("lines")) {
                    Row printed = sheet.getRow(row++);
                    assertThat(printed.getCell(1).getStringCellValue())
                            .isEqualTo(line.path("name").path("vi").asString());
                    for (int i = 0; i < line.path(field).size(); i++) {
                        assertThat((int) printed.getCell(2 + i).getNumericCellValue())
                                .isEqualTo(line.path(field).path(i).asInt());
                    }
                }
            }
        }
        assertThat(as(CLERK)
                        .get(STATISTICS + "/workbook?unit=" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    private static List<String> texts(byte[] file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString()))));
        }
        return texts;
    }

    private static String text(Sheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    @Test
    void aUnitHasNoNumberOnADayOnWhichItDidNotStand() {
        units();

        JsonNode table = table(CLERK, "&asOf=" + TODAY + "&compareTo=2024-12-31");

        assertThat(table.path("lines")).hasSize(3);
        for (JsonNode line : table.path("lines")) {
            assertThat(line.has("counts")).isTrue();
            assertThat(line.has("compared")).isFalse();
            assertThat(line.has("differences")).isFalse();
        }
    }

    @Test
    void onlyPeopleInReachAreCountedAndItIsSaidWhereThatIsNotAll() {
        units();
        String mine = registered(CLERK, "Thống Kê Phạm Vi", root);

        assertThat(table(CLERK, "").path("whole").asBoolean()).isTrue();
        assertThat(rows(CLERK, "")).containsExactly(mine);
        assertThat(as(OTHER_CLERK).get(STATISTICS + "?unit=" + root).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(STATISTICS + "/rows?unit=" + root).status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(STATISTICS + "/workbook?unit=" + root).status())
                .isEqualTo(404);
        Caller.Answer above = as(OTHER_CLERK).get(STATISTICS + "?unit=" + PROVINCE);
        assertThat(above.status()).isEqualTo(200);
        assertThat(above.body().path("whole").asBoolean()).isFalse();
        assertThat(line(above.body(), COMMUNE.toString())
                        .path("counts")
                        .valueStream()
                        .mapToInt(JsonNode::asInt))
                .containsOnly(0);
        assertThat(as(OTHER_CLERK)
                        .get(STATISTICS + "/rows?unit=" + PROVINCE + "&row=" + COMMUNE)
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(as(CLERK).get(STATISTICS + "?unit=" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void whoeverSeesFiguresAloneReadsThemRoundedAndOpensNone() throws IOException {
        units();
        registered(CLERK, "Thống Kê Một Mình", root);
        grant(VIEWER, "REPORT_VIEWER", COMMUNE);

        JsonNode table = table(VIEWER, "");

        assertThat(table.path("exact").asBoolean()).isFalse();
        assertThat(line(table, "ALL").path("counts").valueStream().mapToInt(JsonNode::asInt))
                .containsOnly(0);
        assertThat(line(table(CLERK, ""), "ALL").path("counts").path(0).asInt()).isEqualTo(1);
        assertThat(as(VIEWER).get(STATISTICS + "/rows?unit=" + root).status()).isEqualTo(403);
        assertThat(texts(as(VIEWER).file(STATISTICS + "/workbook?unit=" + root)))
                .anyMatch(text -> text.contains("bội số gần nhất của 5"));
        assertThat(texts(as(CLERK).file(STATISTICS + "/workbook?unit=" + root)))
                .noneMatch(text -> text.contains("bội số gần nhất của 5"));
    }

    @Test
    void whatIsCountedIsSensitiveAndAsksForAPurpose() {
        units();

        assertThat(as(CLERK)
                        .ask("GET", STATISTICS + "?unit=" + root, null, Access.PURPOSE, "")
                        .status())
                .isEqualTo(400);
        assertThat(as(CLERK)
                        .get(STATISTICS + "/rows?unit=" + root + "&column=AGE.TO_99")
                        .fields())
                .containsExactly("column");
    }
}
