package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Quality of dossiers over HTTP. What no form takes is planted past it. */
class QualityIT extends PersonRequests {

    private static final String QUALITY = "/api/personnel/quality";
    private static final String DUPLICATES = "/api/personnel/duplicates";

    private final UUID unit = UUID.randomUUID();

    @BeforeEach
    void aUnitOfItsOwn() {
        establish(unit, COMMUNE, "Phòng Kinh tế");
    }

    /** Somebody of whom nothing is wrong, though the forms ask for more. */
    private String somebody(String name) {
        String person = registered(CLERK, name, unit);
        Caller.Answer rated = as(CLERK)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/ratings",
                        Map.of("year", 2025, "rating", "HTTNV"),
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key());
        assertThat(rated.status()).isEqualTo(201);
        return person;
    }

    private JsonNode quality(String person) {
        Caller.Answer answer = as(CLERK).get(PEOPLE + "/" + person + "/quality");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private Set<String> codes(String person) {
        return codes(quality(person));
    }

    /** What is found but for what the forms ask for. */
    private static Set<String> codes(JsonNode quality) {
        Set<String> codes = new TreeSet<>();
        quality.path("findings")
                .forEach(finding -> codes.add(finding.path("code").asString()));
        codes.remove("ITEM_MISSING");
        return codes;
    }

    private void entry(String person, String kind, String fieldClass, boolean once, String content) {
        asOwner("INSERT INTO cv_entry (id, person_id, valid, kind, class, held_once, content, reason, recorded_by,"
                + " recorded_from) VALUES"
                + " (uuidv7(),"
                + " '" + person + "', '[1900-01-02,)', '" + kind + "', '" + fieldClass + "', "
                + once
                + ", '" + content + "', 'thử', 'thử', now())");
    }

    private void born(String person, String birth) {
        asOwner("UPDATE identity SET birth = '" + birth + "' WHERE id = '" + person + "'");
    }

    private void numbered(String person, String number) {
        asOwner("INSERT INTO id_number VALUES ('" + person + "', '" + number + "')");
    }

    private static String number(String beginning) {
        return beginning + "%06d".formatted(UUID.randomUUID().hashCode() & 0x7ffff);
    }

    @Test
    void ofASoundDossierOnlyWhatTheFormsAskForIsMissing() {
        String person = somebody("Chu Văn Sạch");

        JsonNode quality = quality(person);

        assertThat(codes(quality)).isEmpty();
        assertThat(quality.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("item").asString()))
                .contains("ID_NUMBER", "BIRTH_PLACE", "ETHNICITY")
                .doesNotContain("BIRTH_DAY", "POST");
        assertThat(quality.path("filled").asInt()).isEqualTo(2);
        assertThat(quality.path("asked").asInt())
                .isEqualTo(2 + quality.path("findings").size());
        assertThat(quality.path("groups")
                        .valueStream()
                        .map(group -> group.path("group").asString()))
                .containsExactly("IDENTITY", "POSTS", "CV", "SENSITIVE_CV");
        assertThat(auditEntries(person)).contains("getDossierQuality");
    }

    @ParameterizedTest
    @CsvSource({
        "2027, 'BIRTH_IN_FUTURE,POST_BEFORE_SIXTEEN'",
        "2012-01-01, POST_BEFORE_SIXTEEN",
        "2008-01-01, POST_BEFORE_EIGHTEEN",
        "2007, ''",
        "1960-05-02, PAST_RETIREMENT_AGE"
    })
    void aBirthThatCannotBeIsFound(String birth, String found) {
        String person = somebody("Chu Văn Tuổi");

        born(person, birth);

        assertThat(String.join(",", codes(person))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WORK_HISTORY | PERSONAL | {\"from\": \"1982-07\"} | ENTRY_BEFORE_BIRTH",
                "WORK_HISTORY | PERSONAL | {\"from\": \"2027\"} | ENTRY_IN_FUTURE",
                "WORK_HISTORY | PERSONAL | {\"from\": \"2010-05\", \"to\": \"2010-04\"} | ENTRY_OUT_OF_ORDER",
                "DEGREE | PERSONAL | {\"to\": \"1997-07\"} | DEGREE_TOO_EARLY",
                "PARTY_MEMBERSHIP | SENSITIVE | {\"joined\": \"2006\", \"official\": \"2005-12-31\"} |"
                        + " ENTRY_OUT_OF_ORDER",
                "FAMILY_MEMBER | SENSITIVE | {\"relation\": \"CON\", \"birthYear\": \"1980\"} | CHILD_NOT_YOUNGER",
                "FAMILY_MEMBER | SENSITIVE | {\"relation\": \"BO\", \"birthYear\": \"1975\"} | CHILD_TOO_CLOSE"
            })
    void anEntryThatContradictsItselfOrBirthIsFound(String kind, String fieldClass, String content, String found) {
        String person = somebody("Chu Văn Mục");

        entry(person, kind, fieldClass, false, content);

        JsonNode quality = quality(person);
        assertThat(codes(quality)).containsExactly(found);
        JsonNode finding = quality.path("findings").path(0);
        assertThat(finding.path("item").asString()).isEqualTo(kind);
        assertThat(finding.path("facts")).hasSize(1);
        assertThat(finding.path("source").asString()).startsWith("2C/TCTW-98: ");
        assertThat(finding.path("reason").path("vi").asString()).isNotEmpty();
    }

    @Test
    void stepsOfSalaryThatGoBackAreFoundThoughEachIsTaken() {
        String person = somebody("Chu Văn Lương");
        entry(
                person,
                "SALARY",
                "SENSITIVE",
                false,
                "{\"rank\": \"01.003\", \"step\": \"5\", \"coefficient\": \"3.66\", \"since\": \"2018\"}");
        entry(
                person,
                "SALARY",
                "SENSITIVE",
                false,
                "{\"rank\": \"01.003\", \"step\": \"4\", \"coefficient\": \"3.33\", \"since\": \"2021\"}");

        assertThat(codes(person)).containsExactly("SALARY_OUT_OF_ORDER");
    }

    @ParameterizedTest
    @CsvSource({
        "019082, ''",
        "0190, ID_NUMBER_WRONG_FORM",
        "019182, ID_NUMBER_OTHER_SEX",
        "019083, ID_NUMBER_OTHER_YEAR"
    })
    void theNumberIsHeldAgainstSexAndBirthAndNeverTold(String beginning, String found) {
        String person = somebody("Chu Văn Số");
        String number = number(beginning);
        numbered(person, number);

        JsonNode quality = quality(person);

        assertThat(String.join(",", codes(quality))).isEqualTo(found);
        assertThat(quality.toString()).doesNotContain(number);
    }

    @Test
    void aYearWithoutRatingAndAPostOfThePartyWithoutMembershipAreMissed() {
        String person = registered(CLERK, "Chu Văn Thiếu", unit);
        assertThat(codes(person)).containsExactly("RATING_MISSING");
        UUID party = UUID.randomUUID();
        Map<String, Object> committee = new HashMap<>(Map.of(
                "tree", "PARTY",
                "name", "Đảng ủy phường thử",
                "type", "TEST",
                "agencyCode", "Q" + party.toString().substring(0, 8),
                "validFrom", "2025-07-01",
                "instrument", "thử"));
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/units/" + party, committee)
                        .status())
                .isEqualTo(200);
        asOwner("INSERT INTO assignment (id, person_id, valid, unit_id, tree, title, scope, concurrent, reason,"
                + " recorded_by, recorded_from) VALUES (uuidv7(), '" + person + "', '[2026-01-01,)', '" + party
                + "', 0, 'Ủy viên', 5, true, 'thử', 'thử', now())");

        assertThat(codes(person)).containsExactly("MEMBERSHIP_MISSING", "RATING_MISSING");
    }

    /** The rules would find these too ({@code QualityRulesTest}); the tables never hold them. */
    @Test
    void postsThatOverlapAndUnitsThatDoNotStandAreKeptOutByTheTables() {
        String person = somebody("Chu Văn Bảng");
        String post = "INSERT INTO assignment (id, person_id, valid, unit_id, tree, title, scope, concurrent, reason,"
                + " recorded_by, recorded_from) VALUES (uuidv7(), '" + person + "', '%s', '" + unit
                + "', 1, 'Thử', 5, %s, 'thử', 'thử', now())";

        assertThatThrownBy(() -> asOwner(post.formatted("[2026-01-01,)", false)))
                .hasStackTraceContaining("assignment_one_main_post");
        assertThatThrownBy(() -> asOwner(post.formatted("[2020-01-01,)", true)))
                .hasStackTraceContaining("assignment_unit_id");
        assertThatThrownBy(() -> asOwner(
                        "INSERT INTO conduct (id, person_id, valid, kind, word, reason, recorded_by, recorded_from)"
                                + " VALUES (uuidv7(), '" + person
                                + "', '[2024-01-02,2024-01-01)', 'DISCIPLINE', 'WARNING', 'thử', 'thử', now())"))
                .hasStackTraceContaining("range");
    }

    @Test
    void whatIsRestrictedIsNeverLookedAt() {
        String person = somebody("Chu Văn Mật");
        JsonNode before = quality(person);

        entry(person, "ARREST", "RESTRICTED", false, "{\"from\": \"2030\", \"to\": \"1970\", \"where\": \"Hỏa Lò\"}");

        assertThat(quality(person)).isEqualTo(before);
    }

    @Test
    void itIsToldToAPurposeAndToWhoeverKeepsDossiers() {
        String person = somebody("Chu Văn Quyền");
        grant("daotao.truong", "TRAINING_OFFICER", COMMUNE);

        for (String path : List.of(
                PEOPLE + "/" + person + "/quality",
                QUALITY + "?unit=" + unit,
                QUALITY + "/dossiers?unit=" + unit,
                DUPLICATES)) {
            assertThat(as(CLERK).ask("GET", path, null, Access.PURPOSE, "").status())
                    .as(path)
                    .isEqualTo(400);
            assertThat(as("daotao.truong").get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theListShowsWhoHasWhatIsAskedForAndGoesOn() {
        String sound = somebody("Chu Văn An");
        String young = somebody("Chu Văn Bình");
        String wrong = somebody("Chu Văn Cường");
        born(young, "2008-01-01");
        entry(wrong, "WORK_HISTORY", "PERSONAL", false, "{\"from\": \"1970\"}");

        assertThat(listed("")).containsExactly(sound, young, wrong);
        assertThat(listed("&severity=ERROR")).containsExactly(wrong);
        assertThat(listed("&severity=WARNING")).containsExactly(young);
        assertThat(listed("&code=POST_BEFORE_EIGHTEEN")).containsExactly(young);
        assertThat(listed("&code=POST_BEFORE_EIGHTEEN&severity=ERROR")).isEmpty();
        assertThat(as(CLERK)
                        .get(QUALITY + "/dossiers?unit=" + unit + "&code=NOTHING")
                        .status())
                .isEqualTo(400);
        JsonNode first = as(CLERK)
                .get(QUALITY + "/dossiers?unit=" + unit + "&severity=ERROR&limit=1")
                .body();
        assertThat(first.path("items")).isEmpty();
        assertThat(first.path("examined").asInt()).isEqualTo(1);
        assertThat(first.has("next")).isTrue();
        assertThat(auditEntries(wrong)).contains("listFlawedDossiers");
        JsonNode row = as(CLERK)
                .get(QUALITY + "/dossiers?unit=" + unit + "&severity=ERROR")
                .body()
                .path("items")
                .path(0);
        assertThat(row.path("errors").asInt()).isEqualTo(1);
        assertThat(row.path("codes").valueStream().map(JsonNode::asString))
                .containsExactly("ENTRY_BEFORE_BIRTH", "ITEM_MISSING");
    }

    /** Page by page of one dossier each. */
    private List<String> listed(String filter) {
        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = as(CLERK)
                    .get(QUALITY + "/dossiers?limit=1&unit=" + unit + filter + cursor)
                    .body();
            page.path("items").forEach(row -> listed.add(row.path("personId").asString()));
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return listed;
    }

    @Test
    void theFiguresOfAUnitAreThoseOfItsDossiers() {
        UUID office = UUID.randomUUID();
        establish(office, unit, "Tổ một cửa");
        String one = somebody("Chu Văn Một");
        String two = somebody("Chu Văn Hai");
        String three = registered(CLERK, "Chu Văn Ba", office);
        born(one, "1960");
        entry(two, "BIRTH_PLACE", "PERSONAL", true, "{\"province\": \"Thái Nguyên\"}");
        numbered(two, number("019082"));

        JsonNode figures = as(CLERK).get(QUALITY + "?unit=" + unit).body();

        assertThat(figures.path("extent").asString()).isEqualTo("EXAMINED");
        assertThat(figures.path("items")
                        .valueStream()
                        .map(line -> line.path("unitName").asString()))
                .containsExactly("Phòng Kinh tế", "Tổ một cửa");
        assertThat(kinds(figures.path("items").path(0))).isEqualTo(found(one, two));
        assertThat(kinds(figures.path("items").path(1))).isEqualTo(found(three));
        assertThat(kinds(figures.path("all"))).isEqualTo(found(one, two, three));
        assertThat(figures.path("all").path("dossiers").asLong()).isEqualTo(3);
        assertThat(figures.path("all").path("complete").asLong(-1)).isZero();
    }

    private static Map<String, Long> kinds(JsonNode line) {
        Map<String, Long> kinds = new HashMap<>();
        line.path("kinds")
                .forEach(kind -> kinds.put(
                        kind.path("code").asString() + " " + kind.path("item").asString(""),
                        kind.path("dossiers").asLong()));
        return kinds;
    }

    /** The same, one dossier after the other. */
    private Map<String, Long> found(String... people) {
        Map<String, Long> found = new HashMap<>();
        for (String person : people) {
            Set<String> kinds = new HashSet<>();
            quality(person).path("findings").forEach(finding -> {
                String code = finding.path("code").asString();
                kinds.add(code + " "
                        + (code.equals("ITEM_MISSING") ? finding.path("item").asString() : ""));
            });
            kinds.forEach(kind -> found.merge(kind, 1L, Long::sum));
        }
        return found;
    }

    @Test
    void aDossierIsCompleteWhenItAnswersEverythingTheFormsAskOfEverybody() {
        String person = somebody("Chu Văn Trọn");
        numbered(person, number("019082"));
        quality(person)
                .path("findings")
                .forEach(finding -> entry(
                        person,
                        finding.path("item").asString(),
                        finding.path("group").asString().equals("CV") ? "PERSONAL" : "SENSITIVE",
                        false,
                        "{}"));

        assertThat(quality(person).path("percent").asInt()).isEqualTo(100);
        JsonNode total = as(CLERK).get(QUALITY + "?unit=" + unit).body().path("all");
        assertThat(total.path("complete").asLong()).isEqualTo(1);
        assertThat(total.path("kinds")).isEmpty();
        assertThat(listed("")).isEmpty();
    }

    private List<String> suspected(String username, String... people) {
        List<String> pairs = new ArrayList<>();
        String cursor = "";
        do {
            // Other tests leave pairs by the hundred, and each page reckons them anew.
            JsonNode page = as(username).get(DUPLICATES + "?limit=100" + cursor).body();
            page.path("items").forEach(pair -> {
                Set<String> both = Set.of(
                        pair.path("first").path("id").asString(),
                        pair.path("second").path("id").asString());
                if (List.of(people).containsAll(both)) {
                    pairs.add(String.join(
                            "+",
                            pair.path("grounds")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
                }
            });
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return pairs;
    }

    @Test
    void twoOfOneNameWhoseBirthsMayBeTheSameAreSuspected() {
        String name = "Chu Đôi " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String one = somebody(name);
        String two = somebody(name.toUpperCase(java.util.Locale.ROOT));

        assertThat(suspected(CLERK, one, two)).containsExactly("SAME_NAME_AND_BIRTH");
        for (String same : List.of("1982", "1982-08")) {
            born(two, same);
            assertThat(suspected(CLERK, one, two)).as(same).containsExactly("SAME_NAME_AND_BIRTH");
        }
        for (String other : List.of("1983", "1982-09", "1982-08-15")) {
            born(two, other);
            assertThat(suspected(CLERK, one, two)).as(other).isEmpty();
        }
        born(two, "1982-08-14");
        asOwner("UPDATE identity SET sex = 'FEMALE' WHERE id = '" + two + "'");
        assertThat(suspected(CLERK, one, two)).isEmpty();
        assertThat(auditEntries(one)).contains("listDuplicates");
    }

    @Test
    void thePairsGoOnWhereThePageEnded() {
        String name = "Chu Ba " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        for (int i = 0; i < 3; i++) {
            somebody(name);
        }

        JsonNode first = as(CLERK).get(DUPLICATES + "?limit=1").body();
        JsonNode second = as(CLERK)
                .get(DUPLICATES + "?limit=1&cursor=" + first.path("next").asString())
                .body();
        JsonNode both = as(CLERK).get(DUPLICATES + "?limit=2").body().path("items");

        assertThat(List.of(first.path("items").path(0), second.path("items").path(0)))
                .containsExactly(both.path(0), both.path(1));
    }

    @Test
    void twoWithOneNumberAreSuspectedAndTheNumberIsNotTold() {
        String one = somebody("Chu Văn Mười");
        String two = somebody("Chu Thị Chín");
        String three = somebody("Chu Thị Tám");
        String number = number("019082");
        numbered(one, number);
        entry(two, "EARLIER_ID", "SENSITIVE", false, "{\"number\": \"" + number + "\"}");
        entry(two, "SOCIAL_INSURANCE", "SENSITIVE", false, "{\"number\": \"" + number.substring(2) + "\"}");
        entry(three, "SOCIAL_INSURANCE", "SENSITIVE", false, "{\"number\": \"" + number.substring(2) + "\"}");

        assertThat(suspected(CLERK, one, two)).containsExactly("SAME_ID_NUMBER");
        assertThat(suspected(CLERK, two, three)).containsExactly("SAME_INSURANCE_NUMBER");
        assertThat(suspected(CLERK, one, three)).isEmpty();
        assertThat(as(CLERK).get(DUPLICATES + "?limit=200").body().toString())
                .doesNotContain(number)
                .doesNotContain(number.substring(2));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String other = as(CLERK).get(PEOPLE + "?limit=1").body().path("next").asString("");
        registered(CLERK, "Chu Văn Kế", unit);
        registered(CLERK, "Chu Văn Tiếp", unit);
        String cursor = other.isEmpty()
                ? as(CLERK).get(PEOPLE + "?limit=1").body().path("next").asString()
                : other;

        assertThat(as(CLERK).get(DUPLICATES + "?cursor=" + cursor).status()).isEqualTo(400);
    }
}
