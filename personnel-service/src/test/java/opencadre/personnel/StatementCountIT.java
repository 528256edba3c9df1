package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.service.Caller;
import opencadre.kit.service.StatementCount;
import opencadre.personnel.document.SamplePapers;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A page costs the same number of statements whether it shows two people or forty. */
// As a house that lives by the calendar: one whose day may be moved asks for it at every request.
@TestPropertySource(properties = "opencadre.legal-day-begins=")
class StatementCountIT extends ReviewRequests {

    @TestConfiguration
    static class Counting {

        @Bean
        StatementCount statementCount() {
            return new StatementCount();
        }

        @Bean
        ExecuteListenerProvider counting(StatementCount count) {
            return new DefaultExecuteListenerProvider(count);
        }
    }

    @Autowired
    private StatementCount statements;

    @Test
    void aListAndADossierCostTheSameHoweverManyThereAre() {
        String first = registered(CLERK, "Bùi Văn Một", COMMUNE);
        registered(CLERK, "Bùi Văn Hai", COMMUNE);
        int two = statements.of(() -> as(CLERK).get(PEOPLE));
        int dossier = statements.of(() -> as(CLERK).get(PEOPLE + "/" + first));
        IntStream.range(0, 38).forEach(i -> registered(CLERK, "Bùi Văn Nhiều", COMMUNE));

        int forty = statements.of(() ->
                assertThat(as(CLERK).get(PEOPLE).body().path("items").size()).isEqualTo(40));

        assertThat(forty).isEqualTo(two);
        // Grants, the settings of the request, page, lines, names of units, audit.
        assertThat(forty).isLessThanOrEqualTo(8);
        assertThat(dossier).isLessThanOrEqualTo(9);
        assertThat(statements.of(() -> as(CLERK).get(PEOPLE + "/count"))).isLessThanOrEqualTo(4);
    }

    @Test
    void aPageOfSeatsCostsTheSameHoweverManyThereAreAndAreHeld() {
        UUID unit = NEIGHBOUR;
        String first = seat(unit);
        int one = statements.of(() -> as(OTHER_CLERK).get(SEATS + "?limit=200&unitId=" + unit));
        String person = registered(OTHER_CLERK, "Bùi Văn Ghế", NEIGHBOUR);
        addPost(OTHER_CLERK, person, 1, inSeat(first, "2026-01-01"));
        IntStream.range(0, 20).forEach(i -> seat(unit));

        int many = statements.of(() -> as(OTHER_CLERK).get(SEATS + "?limit=200&unitId=" + unit));

        assertThat(many).isEqualTo(one);
        assertThat(many).isLessThanOrEqualTo(8);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(PEOPLE + "/" + person + "/conduct")))
                .isLessThanOrEqualTo(9);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(PEOPLE + "/" + person + "/sensitive-cv")))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void aHistoryCostsTheSameHoweverManyBeliefsAndRecordersItHas() {
        String person = registered(OTHER_CLERK, "Bùi Văn Sử", NEIGHBOUR);
        String path = PEOPLE + "/" + person;
        rated(OTHER_CLERK, path, 1, 2015);
        List<String> histories = List.of("/history", "/conduct/history", "/cv/history", "/sensitive-cv/history");
        noted(OTHER_CLERK, path, 0);
        List<Integer> few = histories.stream()
                .map(history -> statements.of(() -> as(OTHER_CLERK).get(path + history)))
                .toList();
        for (int i = 0; i < 9; i++) {
            String by = i % 2 == 0 ? OFFICER : OTHER_CLERK;
            rated(by, path, 2 + 2 * i, 2016 + i);
            renamed(by, path, 3 + 2 * i, "Bùi Văn Sử " + (char) ('A' + i));
            noted(by, path, 1 + i);
        }

        assertThat(histories.stream()
                        .map(history -> statements.of(() -> assertThat(
                                        as(OTHER_CLERK).get(path + history).status())
                                .isEqualTo(200)))
                        .toList())
                .isEqualTo(few);
        assertThat(few).allMatch(each -> each <= 14);
    }

    private void rated(String username, String path, long revision, int year) {
        write(username, "POST", path + "/ratings", revision, Map.of("year", year, "rating", "HTTNV"), 201);
    }

    private void renamed(String username, String path, long revision, String name) {
        Map<String, Object> identity =
                Map.of("fullName", name, "sex", "MALE", "birth", "1982-08-14", "reason", "Ghi sai tên");
        write(username, "PUT", path + "/identity", revision, identity, 200);
    }

    private void noted(String username, String path, long revision) {
        Map<String, Object> name = Map.of("kind", "OTHER_NAME", "values", Map.of("name", "Tên " + revision));
        write(username, "POST", path + "/cv", revision, name, 201);
    }

    private void write(
            String username, String method, String path, long revision, Map<String, Object> body, int status) {
        Caller.Answer answer =
                as(username).ask(method, path, body, "If-Match", "\"" + revision + "\"", "Idempotency-Key", key());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
    }

    @Test
    void anExtractListCostsTheSameHoweverManyAreOnIt() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Ban trích ngang");
        String list = PEOPLE + "/extract-list?unit=" + unit;
        registered(OTHER_CLERK, "Bùi Văn Ngang", unit);
        int one = statements.of(() -> as(OTHER_CLERK).file(list));
        IntStream.range(0, 10).forEach(i -> registered(OTHER_CLERK, "Bùi Văn Ngang", unit));

        assertThat(statements.of(() -> as(OTHER_CLERK).file(list))).isEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(12);
    }

    @Test
    void formsOfManyCostTheSameHoweverManyTheyAre() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Ban in mẫu");
        String forms = PEOPLE + "/cv-forms?unit=" + unit;
        registered(OTHER_CLERK, "Bùi Văn Mẫu", unit);
        int one = statements.of(() -> as(OTHER_CLERK).file(forms));
        IntStream.range(0, 25).forEach(i -> registered(OTHER_CLERK, "Bùi Văn Mẫu", unit));

        assertThat(statements.of(() -> as(OTHER_CLERK).file(forms))).isEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(20);
    }

    @Test
    void aRoundOfEvaluationCostsTheSameHoweverManyAreInIt() {
        UUID small = UUID.randomUUID();
        UUID large = UUID.randomUUID();
        establish(small, NEIGHBOUR, "Tổ nhỏ");
        establish(large, NEIGHBOUR, "Tổ lớn");
        registered(OTHER_CLERK, "Bùi Văn Hạng", small);
        IntStream.range(0, 20).forEach(i -> registered(OTHER_CLERK, "Bùi Văn Hạng", large));
        String one = id(open(OTHER_CLERK, round(small, null)));
        int opening = statements.of(() -> open(OTHER_CLERK, round(small, 3)));
        String many = id(open(OTHER_CLERK, round(large, null)));

        int alone = statements.of(() -> as(OTHER_CLERK).get(EVALUATIONS + "/" + one));
        assertThat(statements.of(() -> assertThat(as(OTHER_CLERK)
                                .get(EVALUATIONS + "/" + many)
                                .body()
                                .path("sheets"))
                        .hasSize(20)))
                .isEqualTo(alone);
        assertThat(alone).isLessThanOrEqualTo(13);
        assertThat(statements.of(() -> open(OTHER_CLERK, round(large, 3)))).isEqualTo(opening);
        int page = statements.of(() -> as(OTHER_CLERK).get(EVALUATIONS + "?unit=" + small));
        assertThat(page).isLessThanOrEqualTo(6);
    }

    @Test
    void aRoundOfReviewCostsTheSameHoweverManyAreInIt() {
        UUID whole = UUID.randomUUID();
        UUID small = UUID.randomUUID();
        establish(whole, NEIGHBOUR, "Xã lớn");
        establish(small, NEIGHBOUR, "Tổ nhỏ");
        registered(OTHER_CLERK, "Bùi Văn Soát", small);
        IntStream.range(0, 4).forEach(i -> {
            UUID unit = UUID.randomUUID();
            establish(unit, whole, "Tổ " + i);
            IntStream.range(0, 5).forEach(j -> registered(OTHER_CLERK, "Bùi Văn Soát", unit));
        });
        String one = reviewing(OTHER_CLERK, small);
        String many = reviewing(OTHER_CLERK, whole);
        Map<String, Object> alone = seen("CONFIRMED", dossiers(OTHER_CLERK, one, ""));
        Map<String, Object> all = seen("CONFIRMED", dossiers(OTHER_CLERK, many, ""));

        for (String part : List.of("", "/quality", "/dossiers")) {
            int ofOne = statements.of(() -> as(OTHER_CLERK).get(REVIEWS + "/" + one + part));
            assertThat(statements.of(() -> as(OTHER_CLERK).get(REVIEWS + "/" + many + part)))
                    .as(part)
                    .isEqualTo(ofOne);
            assertThat(ofOne).as(part).isLessThanOrEqualTo(16);
        }
        int marking = statements.of(
                () -> assertThat(mark(OTHER_CLERK, one, alone).status()).isEqualTo(200));
        assertThat(statements.of(
                        () -> assertThat(mark(OTHER_CLERK, many, all).status()).isEqualTo(200)))
                .isEqualTo(marking);
        assertThat(marking).isLessThanOrEqualTo(16);
        assertThat(statements.of(() -> as(OTHER_CLERK).get("/api/personnel/work-items")))
                .isLessThanOrEqualTo(6);
    }

    private static Map<String, Object> seen(String outcome, List<JsonNode> dossiers) {
        return Map.of(
                "outcome",
                outcome,
                "dossiers",
                dossiers.stream()
                        .map(line -> Map.of(
                                "personId",
                                line.path("personId").asString(),
                                "version",
                                line.path("version").asString()))
                        .toList());
    }

    @Test
    void aPageOfDeclarationsCostsTheSameHoweverManyThereAre() {
        String official = "quyhoach.tinh";
        String person = registered(OTHER_CLERK, "Bùi Văn Khai", NEIGHBOUR);
        grantOwnRecord(official, NEIGHBOUR, person);
        String list = PEOPLE + "/" + person + "/declarations";
        declare(official, list, 0);
        int one = statements.of(() -> as(OTHER_CLERK).get(list));
        IntStream.range(1, 10).forEach(i -> declare(official, list, i));

        assertThat(statements.of(() -> as(OTHER_CLERK).get(list))).isEqualTo(one);
        assertThat(one).isLessThanOrEqualTo(9);
        hold(official);
    }

    @Test
    void aComparisonCostsTheSameHoweverMuchBothRecordsSay() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Ban gộp");
        String one = registered(OFFICER, "Bùi Văn Gộp", unit);
        String other = registered(OFFICER, "Bùi Văn Gộp", unit);
        String path = "/api/personnel/merges/comparison?kept=" + one + "&merged=" + other;
        int few = statements.of(() -> as(OFFICER).get(path));
        IntStream.range(0, 6)
                .forEach(i -> addPost(
                        OFFICER, one, i + 1, with(post(unit, "2025-08-0" + (i + 1), null), "concurrent", true)));

        assertThat(statements.of(() -> as(OFFICER).get(path))).isEqualTo(few);
        assertThat(few).isLessThanOrEqualTo(50);
        assertThat(statements.of(() -> as(OFFICER).get("/api/personnel/merges?limit=200")))
                .isLessThanOrEqualTo(8);
    }

    private void declare(String official, String list, int i) {
        assertThat(as(official)
                        .ask(
                                "POST",
                                list,
                                Map.of("act", "ADD", "kind", "OTHER_NAME", "values", Map.of("name", "Bùi Tên " + i)),
                                "Idempotency-Key",
                                key())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aBookThatIsTakenOutAndComesBackUnchangedCostsTheSameHoweverManyLinesItHas() {
        String book = "/api/personnel/imports/workbook?unit=" + NEIGHBOUR;
        registered(OTHER_CLERK, "Bùi Văn Sổ", NEIGHBOUR);
        int outOfFew = statements.of(() -> as(OTHER_CLERK).file(book));
        byte[] few = as(OTHER_CLERK).file(book);
        int backOfFew = statements.of(() -> as(OTHER_CLERK).send("/api/personnel/imports?file=it.xlsx", few));
        IntStream.range(0, 30).forEach(i -> registered(OTHER_CLERK, "Bùi Văn Nhiều Sổ", NEIGHBOUR));

        byte[] many = as(OTHER_CLERK).file(book);

        assertThat(statements.of(() -> as(OTHER_CLERK).file(book))).isEqualTo(outOfFew);
        assertThat(statements.of(() -> assertThat(as(OTHER_CLERK)
                                .send("/api/personnel/imports?file=nhieu.xlsx", many)
                                .status())
                        .isEqualTo(201)))
                .isEqualTo(backOfFew);
    }

    @Test
    void aBookOfTheOrganisationThatIsTakenOutAndComesBackUnchangedCostsTheSameHoweverManyLinesItHas() {
        UUID ward = UUID.randomUUID();
        establish(ward, NEIGHBOUR, "Phường sổ tổ chức");
        seat(ward);
        String book = "/api/personnel/imports/workbook?sheet=UNIT&sheet=SEAT&sheet=TITLE&unit=" + ward;
        int outOfFew = statements.of(() -> as(ADMIN).file(book));
        byte[] few = as(ADMIN).file(book);
        int backOfFew = statements.of(() -> as(ADMIN).send("/api/personnel/imports?file=it.xlsx", few));
        IntStream.range(0, 20).forEach(i -> {
            UUID below = UUID.randomUUID();
            establish(below, ward, "Tổ sổ tổ chức " + i);
            seat(below);
        });

        byte[] many = as(ADMIN).file(book);

        assertThat(statements.of(() -> as(ADMIN).file(book))).isEqualTo(outOfFew);
        assertThat(statements.of(() -> assertThat(as(ADMIN)
                                .send("/api/personnel/imports?file=nhieu.xlsx", many)
                                .status())
                        .isEqualTo(201)))
                .isEqualTo(backOfFew);
    }

    @Test
    void aPageOfDecisionsAndOfWorkCostsTheSameHoweverManyThereAre() {
        String person = registered(OTHER_CLERK, "Bùi Văn Giấy", NEIGHBOUR);
        var content = content("APPOINT", List.of(starting(person, seat(NEIGHBOUR))));
        draft(OFFICER, content);
        int page = statements.of(() -> as(OTHER_CLERK).get(DECISIONS + "?limit=200"));
        int work = statements.of(() -> as(OTHER_CLERK).get(WORK));
        IntStream.range(0, 10).forEach(i -> draft(OFFICER, content));

        assertThat(statements.of(() -> as(OTHER_CLERK).get(DECISIONS + "?limit=200")))
                .isEqualTo(page);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(WORK))).isEqualTo(work);
        assertThat(page).isLessThanOrEqualTo(9);
        assertThat(work).isLessThanOrEqualTo(6);
    }

    @Test
    void aTableOfStatisticsCostsTheSameHoweverManyAreCountedAndUnitsThereAre() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Ban đếm người");
        String path = "/api/personnel/statistics";
        int none = statements.of(() -> as(OTHER_CLERK).get(path + "?unit=" + unit));
        int page = statements.of(() -> as(OTHER_CLERK).get(path + "/rows?unit=" + unit));
        IntStream.range(0, 6).forEach(i -> {
            UUID below = UUID.randomUUID();
            establish(below, unit, "Tổ đếm người " + i);
            registered(OTHER_CLERK, "Bùi Văn Đếm", below);
        });

        assertThat(statements.of(() -> as(OTHER_CLERK).get(path + "?unit=" + unit)))
                .isEqualTo(none)
                .isLessThanOrEqualTo(8);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(path + "/rows?unit=" + unit)))
                .isEqualTo(page)
                .isLessThanOrEqualTo(9);
        // The same and the template in force.
        assertThat(statements.of(() -> as(OTHER_CLERK).file(path + "/workbook?unit=" + unit)))
                .isEqualTo(none + 1);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(path + "?compareTo=2025-12-31&by=TITLES&unit=" + unit)))
                .isLessThanOrEqualTo(11);
    }

    @Test
    void aUnitOfTheChartCostsTheSameHoweverManyStandBelowItAndAreHeld() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Ban sơ đồ");
        String path = "/api/personnel/units/" + unit + "/staffing";
        seat(unit);
        int alone = statements.of(() -> as(OTHER_CLERK).get(path));
        IntStream.range(0, 10).forEach(i -> {
            UUID below = UUID.randomUUID();
            establish(below, unit, "Tổ sơ đồ " + i);
            String person = registered(OTHER_CLERK, "Bùi Văn Sơ Đồ", below);
            addPost(OTHER_CLERK, person, 1, inSeat(seat(below), "2026-01-01"));
        });

        int many = statements.of(
                () -> assertThat(as(OTHER_CLERK).get(path).body().path("items")).hasSize(11));

        // Grants, settings, units, seats, holders, positions, audit.
        assertThat(many).isEqualTo(alone).isLessThanOrEqualTo(8);
        assertThat(statements.of(() -> as(OTHER_CLERK).get("/api/personnel/successions")))
                .isLessThanOrEqualTo(4);
    }

    @Test
    void aPageOfThePostsOfAReorganisationCostsTheSameHoweverManyThereAre() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Phòng sắp kết thúc");
        registered(OFFICER, "Bùi Văn Sắp Xếp", unit);
        Map<String, Object> content = Map.of(
                "name", "Sắp xếp",
                "instrument", "1683/NQ-UBTVQH15",
                "effectiveOn", "2030-01-01",
                "level", "PROVINCIAL_BTV",
                "newUnits", List.of(),
                "changedUnits", List.of(),
                "endedUnits", List.of(unit),
                "successions", List.of(),
                "newSeats", List.of());
        String path = "/api/personnel/reorganisations/"
                + as(OFFICER)
                        .ask("POST", "/api/personnel/reorganisations", content, "Idempotency-Key", key())
                        .body()
                        .path("line")
                        .path("id")
                        .asString();
        int one = statements.of(() -> as(OFFICER).get(path + "/posts?limit=200"));
        int impact = statements.of(() -> as(OFFICER).get(path + "/impact"));
        IntStream.range(0, 10).forEach(i -> registered(OFFICER, "Bùi Văn Sắp Xếp", unit));

        int many = statements.of(() -> assertThat(
                        as(OFFICER).get(path + "/posts?limit=200").body().path("items"))
                .hasSize(11));

        assertThat(many).isEqualTo(one).isLessThanOrEqualTo(8);
        assertThat(statements.of(() -> as(OFFICER).get(path + "/impact")))
                .isEqualTo(impact)
                .isLessThanOrEqualTo(10);
    }

    @Test
    void thePapersOfADossierCostTheSameHoweverManyThereAre() {
        String person = registered(OTHER_CLERK, "Bùi Văn Giấy Tờ", NEIGHBOUR);
        String path = PEOPLE + "/" + person + "/documents";
        int none = statements.of(() -> as(OTHER_CLERK).get(path));
        IntStream.range(0, 12)
                .forEach(i -> as(OTHER_CLERK)
                        .send(
                                path + "?kind=KHAC&title=to&file=to.png",
                                "application/octet-stream",
                                SamplePapers.picture("png", 10 + i)));

        int many = statements.of(
                () -> assertThat(as(OTHER_CLERK).get(path).body().path("items")).hasSize(12));

        // Grants, settings, the person, papers, four of facts, audit.
        assertThat(many).isEqualTo(none).isLessThanOrEqualTo(12);
    }

    @Test
    void theQualityOfDossiersCostsTheSameHoweverManyThereAre() {
        UUID unit = UUID.randomUUID();
        establish(unit, NEIGHBOUR, "Phòng chất lượng");
        String first = registered(OTHER_CLERK, "Bùi Văn Đủ", unit);
        registered(OTHER_CLERK, "Bùi Văn Đủ", unit);
        String list = "/api/personnel/quality/dossiers?limit=200&unit=" + unit;
        String figures = "/api/personnel/quality?unit=" + unit;
        int two = statements.of(() -> as(OTHER_CLERK).get(list));
        int counted = statements.of(() -> as(OTHER_CLERK).get(figures));
        int pair = statements.of(() -> as(OTHER_CLERK).get("/api/personnel/duplicates?limit=200"));
        IntStream.range(0, 20).forEach(i -> registered(OTHER_CLERK, "Bùi Văn Đủ", unit));

        int many = statements.of(
                () -> assertThat(as(OTHER_CLERK).get(list).body().path("items")).hasSize(22));

        // Grants, settings, the bounds of the unit, the page, seven of facts, audit.
        assertThat(many).isEqualTo(two).isLessThanOrEqualTo(13);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(figures)))
                .isEqualTo(counted)
                .isLessThanOrEqualTo(16);
        assertThat(statements.of(() -> as(OTHER_CLERK).get("/api/personnel/duplicates?limit=200")))
                .isEqualTo(pair)
                .isLessThanOrEqualTo(9);
        assertThat(statements.of(() -> as(OTHER_CLERK).get(PEOPLE + "/" + first + "/quality")))
                .isLessThanOrEqualTo(13);
    }
}
