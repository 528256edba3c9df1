package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiPredicate;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import opencadre.kit.workbook.Books;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of {@code contracts/access}, held against the running service: every role, every operation, a person in the
 * role's own unit, below, above and beside it.
 */
class AccessMatrixIT extends RunningService {

    /** Where a person is, seen from the unit that the role is held in. */
    private enum Where {
        OWN(COMMUNE, true),
        BELOW(OFFICE, true),
        ABOVE(PROVINCE, false),
        BESIDE(NEIGHBOUR, false);

        private final UUID unit;
        private final boolean inReach;

        Where(UUID unit, boolean inReach) {
            this.unit = unit;
            this.inReach = inReach;
        }
    }

    private static final String SUBJECT = "daotao.truong";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final List<String> UNKNOWN =
            List.of("{username}", "{grantId}", "{seatId}", "{decisionId}", "{batchId}");

    @Autowired
    private AccessContracts contracts;

    @Test
    void everyRoleMayDoInItsUnitsWhatTheFilesSayAndNothingElse() {
        assertThat(disagreements(contracts::carries, List.of(Where.values()))).isEmpty();
    }

    @Test
    void aRoleThatMayDoMoreOrLessThanTheFilesSayIsSeen() {
        assertThat(disagreements(
                        (role, action) -> (role.equals("FILE_CLERK") && action.equals("grant.write"))
                                || contracts.carries(role, action),
                        List.of(Where.OWN)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.matches("FILE_CLERK (POST|PUT) /api/personnel/accounts.*"));
        assertThat(disagreements(
                        (role, action) -> !(role.equals("UNIT_HEAD") && action.equals("person.read"))
                                && contracts.carries(role, action),
                        List.of(Where.OWN)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.startsWith("UNIT_HEAD GET /api/personnel/people"));
    }

    /** Where the running service differs from what roles are said to carry. */
    private List<String> disagreements(BiPredicate<String, String> carries, List<Where> places) {
        List<String> wrong = new ArrayList<>();
        // What is restricted asks for a sign-in of the last minutes.
        Tokens.ofNewSession(SUBJECT, "personnel");
        String somebody = registered(OFFICER, "Trần Văn Khác", COMMUNE);
        for (Where where : places) {
            JsonNode person = onRecord(
                    register(OFFICER, person("Trần Văn Mẫu", where.unit)).body());
            for (String role : contracts.roles()) {
                if (role.equals(Access.OWN_RECORD)) {
                    grantOwnRecord(
                            SUBJECT, COMMUNE, where.inReach ? person.path("id").asString() : somebody);
                } else {
                    grant(SUBJECT, role, COMMUNE);
                }
                for (String operation : contracts.operations()) {
                    int expected = expected(carries, role, operation, where);
                    int answered = ask(operation, person).status();
                    if (!agrees(expected, answered)) {
                        wrong.add(role + " " + operation + " " + where + ": " + answered + " instead of " + expected);
                    }
                }
            }
        }
        return wrong;
    }

    /** 403 without the action; 404 for a person out of reach; 200 stands for "is let in". */
    private int expected(BiPredicate<String, String> carries, String role, String operation, Where where) {
        String action = actionOf(operation);
        if (!action.equals("self.read") && !carries.test(role, action)) {
            return 403;
        }
        return operation.contains("{personId}") && !where.inReach ? 404 : 200;
    }

    private static boolean agrees(int expected, int answered) {
        return expected == 200
                ? answered < 500 && answered != 401 && answered != 403 && answered != 404
                : expected == answered;
    }

    @Test
    void nobodyIsLetInWithoutAToken() {
        for (String operation : contracts.operations()) {
            assertThat(ask(stranger(), operation, JsonMapper.shared().createObjectNode())
                            .status())
                    .as(operation)
                    .isEqualTo(401);
        }
    }

    @Test
    void aTokenForAnotherServiceOrForNoneIsRefused() {
        for (String token : List.of(
                Tokens.of(SUBJECT, "training"),
                Tokens.of(SUBJECT, "planning"),
                Tokens.signIn(SUBJECT),
                "not.a.token",
                forged(Tokens.of(SUBJECT, "personnel")))) {
            assertThat(stranger().with(token).get("/api/personnel/me").status()).isEqualTo(401);
        }
        assertThat(as(SUBJECT).get("/api/personnel/me").status()).isEqualTo(200);
    }

    /** The same claims under a signature of which one character differs. */
    private static String forged(String token) {
        int at = token.lastIndexOf('.') + 10;
        char other = token.charAt(at) == 'A' ? 'B' : 'A';
        return token.substring(0, at) + other + token.substring(at + 1);
    }

    @Test
    void anAccountThatHoldsNothingSeesItselfOnly() {
        assertThat(as("quyhoach.tinh").get("/api/personnel/me").status()).isEqualTo(200);
        assertThat(as("quyhoach.tinh").get("/api/personnel/people").status()).isEqualTo(403);
        assertThat(as("quyhoach.tinh").get("/api/personnel/units").status()).isEqualTo(403);
    }

    @Test
    void aPathThatIsNoOperationIsRefusedToEverybody() {
        assertThat(as(OFFICER).get("/api/personnel/nothing").status()).isIn(403, 404);
        assertThat(as(OFFICER).ask("DELETE", "/api/personnel/people", null).status())
                .isIn(403, 405);
        assertThat(as(OFFICER).get("/actuator/env").status()).isIn(401, 403, 404);
    }

    private String actionOf(String operation) {
        List<String> words = List.of(operation.split(" ", -1));
        return contracts.actionOf(words.get(0), words.get(1)).orElseThrow();
    }

    private Caller.Answer ask(String operation, JsonNode person) {
        return ask(as(SUBJECT), operation, person);
    }

    /** Asks for it as a client would, with a body that is complete; what it would change does not matter here. */
    private static Caller.Answer ask(Caller caller, String operation, JsonNode person) {
        List<String> words = List.of(operation.split(" ", -1));
        String path = words.get(1)
                .replace("{personId}", person.path("id").asString("none"))
                .replace(
                        "{assignmentId}",
                        person.path("assignments").path(0).path("id").asString("none"))
                .replace("{unitId}", COMMUNE.toString())
                .replace("{predecessorId}", NEIGHBOUR.toString())
                .replace("{code}", "T_THU")
                .replace("{seatId}", NOBODY)
                .replace("{batchId}", NOBODY)
                .replace("{decisionId}", NOBODY)
                .replace("{ratingId}", fact(person, "ratings"))
                .replace("{disciplineId}", fact(person, "disciplines"))
                .replace("{certificateId}", fact(person, "healthCertificates"))
                .replace("{grantId}", NOBODY)
                .replace("{username}", "nguoi.khong.co");
        // What does not exist is a 404 of its own, only for those who may ask.
        boolean unknown = UNKNOWN.stream().anyMatch(operation::contains);
        if (operation.startsWith("POST") && path.endsWith("/imports")) {
            return caller.send(path + "?file=thu.xlsx", Books.of("Không có", List.of(List.of("Cột"))));
        }
        Object body = words.get(0).equals("GET") ? null : body(path);
        Caller.Answer answer = caller.ask(
                words.get(0),
                path,
                body,
                "If-Match",
                "\"999\"",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return unknown && answer.status() == 404 ? new Caller.Answer(200, answer.body(), "") : answer;
    }

    private static Object body(String path) {
        if (path.contains("/titles/")) {
            return Map.of("name", "Chức danh thử", "rank", 50, "leadership", false);
        }
        if (path.contains("/seats/")) {
            return Map.of(
                    "unitId", COMMUNE.toString(),
                    "titleCode", "T_KHONG_CO",
                    "kind", "APPOINTED",
                    "regime", "CADRE",
                    "managementScope", "UNIT_HEAD",
                    "holders", 1,
                    "validFrom", "2025-07-01",
                    "instrument", "thử quyền");
        }
        if (path.endsWith("/people")) {
            return person("Lê Thị Thử", COMMUNE);
        }
        if (path.endsWith("/identity")) {
            return Map.of("fullName", "Lê Thị Thử", "sex", "FEMALE", "birth", "1980", "reason", "thử quyền");
        }
        if (path.contains("/decisions")) {
            return decision(path);
        }
        if (path.endsWith("/void")) {
            return Map.of("reason", "thử quyền");
        }
        if (path.endsWith("/legal-day")) {
            return Map.of("day", "2026-11-24");
        }
        if (path.contains("/delegations")) {
            return Map.of(
                    "grantId", NOBODY,
                    "username", "nguoi.khong.co",
                    "unitId", COMMUNE.toString(),
                    "validFrom", "2026-11-24",
                    "validTo", "2026-11-25",
                    "reason", "thử quyền");
        }
        if (path.contains("/accounts")) {
            return ofAccount(path);
        }
        if (path.contains("/predecessors/")) {
            return Map.of("kind", "MERGE", "effectiveOn", "2024-01-01", "instrument", "thử quyền");
        }
        if (path.contains("/units/")) {
            return Map.of(
                    "tree", "STATE",
                    "name", "Phường Sông Công",
                    "type", "TEST",
                    "parentId", PROVINCE.toString(),
                    "validFrom", "2025-07-01",
                    "instrument", "1683/NQ-UBTVQH15");
        }
        if (path.contains("/ratings")) {
            return reasoned(path, "/ratings", Map.of("year", 2024, "rating", "HTNV"));
        }
        if (path.contains("/disciplines")) {
            return reasoned(path, "/disciplines", Map.of("form", "WARNING", "decidedOn", "2024-01-01"));
        }
        if (path.contains("/health-certificates")) {
            return reasoned(path, "/health-certificates", Map.of("issuedOn", "2024-01-01"));
        }
        Map<String, Object> post = new java.util.HashMap<>(Map.of(
                "unitId", COMMUNE.toString(),
                "title", "Phó Chủ tịch UBND",
                "managementScope", "COMMUNE_PARTY_COMMITTEE",
                "validFrom", "2025-08-01"));
        if (!path.endsWith("/assignments")) {
            post.put("reason", "thử quyền");
        }
        return post;
    }

    private static Map<String, Object> ofAccount(String path) {
        if (path.endsWith("/accounts")) {
            // Nobody is made: the number is nobody's.
            return Map.of("username", "thu.quyen", "name", "Thử Quyền", "fileNumber", "F-KHONGCO");
        }
        return path.endsWith("/grants")
                ? Map.of("grants", List.of())
                : Map.of("name", "Thử Quyền", "reason", "thử quyền");
    }

    private static Map<String, Object> decision(String path) {
        Map<String, Object> effect = Map.of("personId", NOBODY, "act", "END", "assignmentId", NOBODY);
        if (path.endsWith("/issue")) {
            return Map.of(
                    "number", "1-QĐ/ĐU",
                    "signedOn", "2026-01-01",
                    "authority", "UNIT_HEAD",
                    "effects", List.of(Map.of("effectId", NOBODY, "effectiveFrom", "2026-01-01")));
        }
        if (path.endsWith("/rescind")) {
            return Map.of("number", "1-QĐ/ĐU", "signedOn", "2026-01-01", "reason", "thử quyền");
        }
        if (path.endsWith("/withdraw")) {
            return Map.of("reason", "thử quyền");
        }
        return reasoned(path, "/decisions", Map.of("kind", "RETIRE", "effects", List.of(effect)));
    }

    /** The person with one of everything that hangs on them. */
    private JsonNode onRecord(JsonNode person) {
        String path = PEOPLE + "/" + person.path("id").asString();
        JsonNode conduct = person;
        int revision = 1;
        for (String list : List.of("/ratings", "/disciplines", "/health-certificates")) {
            conduct = as(OFFICER)
                    .ask(
                            "POST",
                            path + list,
                            body(path + list),
                            "If-Match",
                            "\"" + revision++ + "\"",
                            "Idempotency-Key",
                            UUID.randomUUID().toString())
                    .body();
        }
        return ((ObjectNode) person).set("conduct", conduct);
    }

    private static String fact(JsonNode person, String list) {
        return person.path("conduct").path(list).path(0).path("id").asString("none");
    }

    /** A correction says why. */
    private static Map<String, Object> reasoned(String path, String list, Map<String, Object> content) {
        Map<String, Object> body = new java.util.HashMap<>(content);
        if (!path.endsWith(list)) {
            body.put("reason", "thử quyền");
        }
        return body;
    }
}
