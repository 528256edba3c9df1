package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import opencadre.kit.service.Trespass;
import opencadre.kit.service.Trespass.Where;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of {@code contracts/access}, held against the running service: see {@link Trespass}; and tokens that are
 * none of this service's.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccessMatrixIT extends DecisionRequests {

    private static final String SUBJECT = "daotao.truong";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final UUID DESK = UUID.fromString("019a8f00-0000-7000-8000-00000000f111");
    private static final UUID NEIGHBOURS_OFFICE = UUID.fromString("019a8f00-0000-7000-8000-00000000f210");
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");
    private static final Map<String, Object> WHY = Map.of("reason", "thử quyền");

    /** Units and rights are known to whoever may give or hand them on, wherever they are. */
    private static final Set<String> OF_NO_PLACE = Set.of("units", "accounts", "delegations");

    @Test
    void everyRoleMayDoInItsUnitsWhatTheFilesSayAndNothingElse(CapturedOutput log) {
        Trespass trespass = new Trespass("personnel", new Matrix());

        assertThat(trespass.untried())
                .allMatch(id ->
                        OF_NO_PLACE.stream().anyMatch(id::contains) || id.endsWith("/seats/{seatId}: path seatId"));
        assertThat(trespass.disagreements(CONTRACTS::carries)).isEmpty();
        assertThat(trespass.otherAnswers()).isEmpty();
        assertThat(trespass.compared()).isGreaterThan(60);
        assertThat(trespass.shown()).isEmpty();
        assertThat(log.getAll()).doesNotContain(trespass.canaries().word());
        assertThat(trespass.canaries().planted())
                .contains(
                        "identity.full_name",
                        "assignment.title",
                        "place.name_key",
                        "conduct.reason",
                        "file_number.number");
        // An account's own workbooks and delegations, and accounts themselves: Import…IT, DelegationIT, AccountsIT.
        assertThat(trespass.withoutData())
                .isSubsetOf(
                        "GET /api/personnel/accounts",
                        "GET /api/personnel/accounts/{username}",
                        "GET /api/personnel/accounts/{username}/grants",
                        "GET /api/personnel/delegations",
                        "GET /api/personnel/imports");
        assertThat(trespass.withCursors()).contains("GET /api/personnel/decisions", "GET /api/personnel/people");
        assertThat(trespass.asked()).isGreaterThan(3_500);
        // A role that may do more than the files say is seen, and one that may do less.
        assertThat(trespass.disagreements(
                        "REPORT_VIEWER",
                        (role, action) -> action.equals("grant.write") || CONTRACTS.carries(role, action)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.matches("REPORT_VIEWER (POST|PUT) /api/personnel/accounts.*"));
        assertThat(trespass.disagreements(
                        "REPORT_VIEWER",
                        (role, action) -> !action.equals("unit.read") && CONTRACTS.carries(role, action)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.startsWith("REPORT_VIEWER GET /api/personnel/units"));
    }

    final class Matrix implements Trespass.Setting {

        private final Map<Where, Map<String, String>> settled = new HashMap<>();

        Matrix() {
            establish(DESK, OFFICE, "Tổ một cửa phường Sông Công");
            establish(NEIGHBOURS_OFFICE, NEIGHBOUR, "Văn phòng phường Bá Xuyên");
            title("T_THU", 50);
            // What is restricted asks for a sign-in of the last minutes.
            Tokens.ofNewSession(SUBJECT, "personnel");
        }

        @Override
        public Caller caller() {
            return as(SUBJECT);
        }

        @Override
        public Caller widest() {
            return as(OFFICER);
        }

        @Override
        public String database() {
            return url();
        }

        @Override
        public void hold(@Nullable String role) {
            if (role == null) {
                AccessMatrixIT.this.hold(SUBJECT);
            } else if (role.equals(Access.OWN_RECORD)) {
                grantOwnRecord(SUBJECT, COMMUNE, own("person"));
            } else {
                List<Integer> scopes = List.of(ManagementScope.COMMUNE_PARTY_COMMITTEE.ordinal());
                AccessMatrixIT.this.hold(SUBJECT, new Grant(role, COMMUNE, scopes, 0, SINCE, null));
            }
        }

        private String own(String kind) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(settled.get(Where.OWN)).get(kind));
        }

        @Override
        public Map<String, String> settle(Where where) {
            UUID unit = unitOf(where);
            JsonNode person = person(where, unit);
            String id = person.path("id").asString();
            String post = person.path("assignments").path(0).path("id").asString();
            JsonNode conduct = withConduct(id, person.path("revision").asLong());
            JsonNode draft =
                    draft(OFFICER, content("RETIRE", List.of(ending(id, post)))).body();
            Map<String, String> things = new HashMap<>(Map.of(
                    "person", id,
                    "assignment", post,
                    "rating", fact(conduct, "ratings"),
                    "discipline", fact(conduct, "disciplines"),
                    "health", fact(conduct, "healthCertificates"),
                    "decision", draft.path("id").asString(),
                    "effect", draft.path("effects").path(0).path("id").asString("none"),
                    "seat", seat(unit),
                    "unit", unit.toString(),
                    "place", unit.toString()));
            things.put("batch", UUID.randomUUID().toString());
            // A decision may lead to a seat anywhere: the own one is named everywhere.
            things.put("chair", where == Where.OWN ? things.getOrDefault("seat", "none") : own("chair"));
            assertThat(things.values()).as(where + " " + conduct + draft).doesNotContain("none", "");
            settled.put(where, things);
            return things;
        }

        @Override
        public String kindOf(String operation, String id) {
            return switch (id) {
                case "path personId", "query person" -> "person";
                case "path assignmentId" -> "assignment";
                case "path ratingId" -> "rating";
                case "path disciplineId" -> "discipline";
                case "path certificateId" -> "health";
                case "path decisionId" -> "decision";
                case "path batchId" -> "batch";
                case "path seatId" -> operation.startsWith("GET") ? "seat" : "";
                case "query unit", "query unitId" -> operation.contains("/seats") ? "place" : "unit";
                default -> "";
            };
        }

        @Override
        public boolean isSecret(String kind) {
            // Seats name nobody, and units are known to everybody.
            return !kind.equals("seat") && !kind.equals("place");
        }

        @Override
        public boolean isOpen(String operation) {
            return operation.matches("GET /api/personnel/(seats|titles|units).*");
        }

        @Override
        public boolean isOfNoUnit(String operation) {
            return operation.matches("GET /api/personnel/seats.*");
        }

        @Override
        public boolean isLetInUnknown(String operation) {
            return operation.matches(".*\\{(batchId|grantId)}.*") || operation.contains("{username}");
        }

        @Override
        public String valueOf(String operation, String parameter) {
            return switch (parameter) {
                case "code" -> "T_THU";
                case "unitId" -> COMMUNE.toString();
                case "predecessorId" -> NEIGHBOUR.toString();
                case "username" -> operation.startsWith("GET") ? CLERK : "nguoi.khong.co";
                default -> NOBODY;
            };
        }

        @Override
        public long revision(String operation) {
            return operation.contains("{decisionId}")
                    ? as(OFFICER)
                            .get(DECISIONS + "/" + own("decision"))
                            .body()
                            .path("revision")
                            .asLong()
                    : as(OFFICER)
                            .get(PEOPLE + "/" + own("person"))
                            .body()
                            .path("revision")
                            .asLong();
        }

        @Override
        public @Nullable Object body(String operation) {
            return operation.startsWith("GET") || operation.contains("/imports")
                    ? null
                    : AccessMatrixIT.body(operation.substring(operation.indexOf(' ') + 1));
        }
    }

    private static UUID unitOf(Where where) {
        return switch (where) {
            case OWN, NOT_DELEGATED -> COMMUNE;
            case CHILD -> OFFICE;
            case GRANDCHILD -> DESK;
            case SIBLING, MOVED_OUT, TO_COME -> NEIGHBOUR;
            case PARENT -> PROVINCE;
            case OTHER_BRANCH -> NEIGHBOURS_OFFICE;
        };
    }

    private JsonNode person(Where where, UUID unit) {
        LocalDate tomorrow = TODAY.plusDays(1);
        Map<String, Object> first = switch (where) {
            case MOVED_OUT -> post(COMMUNE, "2025-07-01", TODAY.toString());
            case TO_COME -> post(unit, "2025-07-01", tomorrow.toString());
            case NOT_DELEGATED -> with(post(unit, "2025-07-01", null), "managementScope", "UNIT_HEAD");
            default -> post(unit, "2025-07-01", null);
        };
        Map<String, Object> person =
                with(person("Doãn Thử " + where.name().replace('_', ' '), unit), "assignment", first);
        JsonNode registered = register(OFFICER, with(person, "fileNumber", "THU-" + where.ordinal()))
                .body();
        String id = registered.path("id").asString();
        assertThat(id).as(registered.toString()).isNotEmpty();
        long revision = registered.path("revision").asLong();
        switch (where) {
            case MOVED_OUT -> addPost(OFFICER, id, revision, post(unit, TODAY.toString(), null));
            case TO_COME -> addPost(OFFICER, id, revision, post(COMMUNE, tomorrow.toString(), null));
            default -> {}
        }
        return as(OFFICER).get(PEOPLE + "/" + id).body();
    }

    /** The person with one of everything that hangs on them. */
    private JsonNode withConduct(String person, long revision) {
        JsonNode conduct = JsonMapper.shared().missingNode();
        long now = revision;
        for (String list : List.of("/ratings", "/disciplines", "/health-certificates")) {
            conduct = as(OFFICER)
                    .ask(
                            "POST",
                            PEOPLE + "/" + person + list,
                            body(list),
                            "If-Match",
                            "\"" + now++ + "\"",
                            "Idempotency-Key",
                            key())
                    .body();
        }
        return conduct;
    }

    private static String fact(JsonNode conduct, String list) {
        return conduct.path(list).path(0).path("id").asString("none");
    }

    @Test
    void nobodyIsLetInWithoutAToken() {
        for (String operation : CONTRACTS.operations()) {
            String[] words = operation.split(" ", -1);
            String path = words[1].replaceAll("\\{\\w+}", NOBODY);
            assertThat(stranger()
                            .ask(words[0], path, words[0].equals("GET") ? null : Map.of())
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
        hold("quyhoach.tinh");

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

    private static Object body(String path) {
        if (path.contains("/titles/")) {
            return Map.of("name", "Chức danh thử", "rank", 50, "leadership", false);
        }
        if (path.contains("/seats/")) {
            return Map.of(
                    "unitId", "{place}",
                    "titleCode", "T_THU",
                    "kind", "APPOINTED",
                    "regime", "CADRE",
                    "managementScope", "UNIT_HEAD",
                    "holders", 1,
                    "validFrom", "2025-07-01",
                    "instrument", "thử quyền");
        }
        if (path.endsWith("/people")) {
            return with(
                    person("Lê Thị Thử", COMMUNE),
                    "assignment",
                    Map.of(
                            "unitId",
                            "{place}",
                            "seatId",
                            "{seat}",
                            "title",
                            "Văn thư",
                            "managementScope",
                            "COMMUNE_PARTY_COMMITTEE",
                            "validFrom",
                            "2025-07-01"));
        }
        if (path.endsWith("/identity")) {
            return Map.of("fullName", "Lê Thị Thử", "sex", "FEMALE", "birth", "1980", "reason", "thử quyền");
        }
        if (path.contains("/decisions")) {
            return decision(path);
        }
        if (path.endsWith("/void")) {
            return WHY;
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
        Map<String, Object> post = new HashMap<>(Map.of(
                "unitId", "{place}",
                "seatId", "{seat}",
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
        Map<String, Object> end = Map.of("personId", "{person}", "act", "END", "assignmentId", "{assignment}");
        Map<String, Object> start = Map.of("personId", "{person}", "act", "START", "seatId", "{chair}");
        if (path.endsWith("/decisions/issue")) {
            Map<String, Object> one = Map.of("decisionId", "{decision}", "revision", 1);
            return Map.of("decisions", List.of(one, one));
        }
        if (path.endsWith("/issue")) {
            return Map.of(
                    "number", "1-QĐ/ĐU",
                    "signedOn", "2026-01-01",
                    "authority", "UNIT_HEAD",
                    "effects", List.of(Map.of("effectId", "{effect}", "effectiveFrom", "2026-01-01")));
        }
        if (path.endsWith("/rescind")) {
            return Map.of("number", "1-QĐ/ĐU", "signedOn", "2026-01-01", "reason", "thử quyền");
        }
        if (path.endsWith("/withdraw")) {
            return WHY;
        }
        return reasoned(path, "/decisions", Map.of("kind", "APPOINT", "effects", List.of(start, end)));
    }

    /** A correction says why. */
    private static Map<String, Object> reasoned(String path, String list, Map<String, Object> content) {
        Map<String, Object> body = new HashMap<>(content);
        if (!path.endsWith(list)) {
            body.put("reason", "thử quyền");
        }
        return body;
    }
}
