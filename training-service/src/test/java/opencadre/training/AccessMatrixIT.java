package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import opencadre.kit.service.Trespass;
import opencadre.kit.time.LegalDay;
import opencadre.kit.workbook.Books;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The files of {@code contracts/access}, held against the running service: see {@link Trespass}. */
@ExtendWith(OutputCaptureExtension.class)
class AccessMatrixIT extends EnrolmentRequests {

    private static final String SUBJECT = "nhansu.tinh";
    private static final UUID DESK = UUID.fromString("019a8f00-0000-7000-8000-00000000f111");
    private static final UUID NEIGHBOURS_OFFICE = UUID.fromString("019a8f00-0000-7000-8000-00000000f210");
    private static final LocalDate TODAY = LegalDay.of(Clock.systemUTC()).today();
    private static final String[] PLANTED = {
        "certificate.name", "certificate.number", "enrolment.name", "person_copy.full_name", "place.name_key"
    };
    private static final AccessContracts CONTRACTS = AccessContracts.of(SERVICE);

    // Past what an earlier process told this broker.
    private static long later = System.currentTimeMillis();

    @Test
    void everyRoleMayDoInItsUnitsWhatTheFilesSayAndNothingElse(CapturedOutput log) {
        Trespass trespass = new Trespass(SERVICE, new Matrix());

        assertThat(trespass.untried()).isEmpty();
        assertThat(trespass.disagreements(CONTRACTS::carries)).isEmpty();
        assertThat(trespass.undone()).isEmpty();
        assertThat(trespass.otherAnswers()).isEmpty();
        assertThat(trespass.compared()).isGreaterThan(20);
        assertThat(trespass.shown()).isEmpty();
        assertThat(log.getAll()).doesNotContain(trespass.canaries().word());
        assertThat(trespass.canaries().files()).isEmpty();
        assertThat(trespass.canaries().planted()).contains(PLANTED);
        assertThat(trespass.withoutData()).isEmpty();
        assertThat(trespass.withCursors()).contains("GET /api/training/people");
        assertThat(trespass.asked()).isGreaterThan(1_000);
        // A role that may do more than the files say is seen, and one that may do less.
        assertThat(trespass.disagreements(
                        "FILE_CLERK",
                        (role, action) -> action.equals("certificate.verify") || CONTRACTS.carries(role, action)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.matches("FILE_CLERK POST .*/certificates/.*"));
        assertThat(trespass.disagreements(
                        "TRAINING_VERIFIER",
                        (role, action) -> !action.equals("certificate.verify") && CONTRACTS.carries(role, action)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.matches("TRAINING_VERIFIER POST .*/certificates/.*"));
    }

    final class Matrix implements Trespass.Setting {

        private @Nullable String own;

        Matrix() {
            unit(DESK, OFFICE, 111, 112);
            unit(NEIGHBOURS_OFFICE, NEIGHBOUR, 210, 219);
            // What is restricted asks for a sign-in of the last minutes.
            Tokens.ofNewSession(SUBJECT, SERVICE);
            Tokens.ofNewSession(OFFICER, SERVICE);
        }

        @Override
        public Caller caller() {
            return as(SUBJECT);
        }

        @Override
        public String database() {
            return url();
        }

        @Override
        public Caller widest() {
            return as(OFFICER);
        }

        @Override
        public void hold(@Nullable String role) {
            later++;
            String token = Tokens.of(SUBJECT, SERVICE);
            List<Object> grants = new ArrayList<>();
            if (role != null) {
                Map<String, Object> grant = new HashMap<>(Map.of(
                        "role",
                        role,
                        "unitId",
                        COMMUNE.toString(),
                        "managementScopes",
                        List.of("COMMUNE_PARTY_COMMITTEE"),
                        "securityClass",
                        0,
                        "validFrom",
                        "2025-07-01"));
                if (role.equals(Access.OWN_RECORD)) {
                    grant.put("personId", own);
                }
                grants.add(grant);
            }
            tell(
                    "personnel.grant.v1",
                    UUID.fromString(Tokens.subject(token)),
                    later,
                    Map.of(
                            "account",
                            Tokens.subject(token),
                            "username",
                            SUBJECT,
                            "authzVersion",
                            Tokens.version(token),
                            "grants",
                            grants));
            await(() -> read("SELECT role FROM access_grant WHERE account = '" + Tokens.subject(token) + "'")
                    .equals(role == null ? List.of() : List.of(role)));
        }

        @Override
        public Map<String, String> settle(Trespass.Where where) {
            Map<String, String> things = made(where);
            if (where == Trespass.Where.OWN) {
                own = things.get("person");
            }
            return things;
        }

        private Map<String, String> made(Trespass.Where where) {
            UUID unit = unitOf(where);
            UUID person = UUID.randomUUID();
            tell("personnel.person.v1", person, 1, state(where, person, unit));
            await(() -> as(OFFICER).get(PEOPLE + "/" + person).status() == 200);
            String scope = where == Trespass.Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE";
            UUID reorganisation = reorganised(scope, unit);
            await(() ->
                    read("SELECT reorganisation_id FROM reorganisation_copy").contains(reorganisation.toString()));
            return Map.of(
                    "reorganisation", reorganisation.toString(),
                    "person", person.toString(),
                    "certificate", entered(person),
                    "enrolment", enrolled(person),
                    "unit", unit.toString(),
                    "place", unit.toString(),
                    "batch", UUID.randomUUID().toString());
        }

        @Override
        public String kindOf(String operation, String id) {
            return switch (id) {
                case "path personId" -> "person";
                case "path certificateId" -> "certificate";
                case "path enrolmentId" -> "enrolment";
                case "path batchId", "path runId" -> "batch";
                case "path reorganisationId" -> "reorganisation";
                case "query unit" -> "unit";
                default -> "";
            };
        }

        @Override
        public boolean isSecret(String kind) {
            // Where a class is held is anywhere.
            return !kind.equals("place");
        }

        @Override
        public boolean isOfNoUnit(String operation) {
            return operation.contains("/enrolments");
        }

        @Override
        public String valueOf(String operation, String parameter) {
            throw new IllegalArgumentException(parameter);
        }

        @Override
        public @Nullable Object body(String operation) {
            if (operation.endsWith("/certificates") && operation.startsWith("POST")) {
                return theory(number());
            }
            if (operation.endsWith("{certificateId}") && operation.startsWith("PUT")) {
                return with(theory(number()), "reason", "thử quyền");
            }
            if (operation.endsWith("/enrolments") && operation.startsWith("POST")) {
                return with(intermediate(), "placeUnitId", "{place}");
            }
            if (operation.endsWith("{enrolmentId}") && operation.startsWith("PUT")) {
                return with(with(intermediate(), "placeUnitId", "{place}"), "reason", "thử quyền");
            }
            return operation.matches("POST .*/(reject|revoke|void)") ? WHY : null;
        }

        @Override
        public boolean isLetInUnknown(String operation) {
            return operation.contains("{batchId}") || operation.contains("{runId}");
        }

        @Override
        public long revision(String operation, Map<String, String> things) {
            UUID person = UUID.fromString(things.getOrDefault("person", ""));
            return operation.contains("{certificateId}")
                    ? listed(OFFICER, person).getFirst().path("revision").asLong()
                    : as(OFFICER).get(studies(person)).body().path("revision").asLong();
        }

        @Override
        public Trespass.Deed deed(String operation) {
            Map<String, String> things = new HashMap<>(made(Trespass.Where.OWN));
            UUID person = UUID.fromString(things.getOrDefault("person", ""));
            return switch (operation.substring(operation.lastIndexOf('/') + 1)) {
                // Only what is verified is revoked.
                case "revoke" -> {
                    verify(VERIFIER, person, things.getOrDefault("certificate", ""), 1);
                    yield new Trespass.Deed(things, WHY);
                }
                // Nobody is sent to the same class twice.
                case "enrolments" -> new Trespass.Deed(things, with(intermediate(), "startsOn", "2022-03"));
                case "imports" -> new Trespass.Deed(things, book(person));
                case "cancel" -> {
                    things.put(
                            "batch", Trespass.running(caller(), "/api/training/imports?file=thu.xlsx", book(person)));
                    yield new Trespass.Deed(things, null);
                }
                case "undo" -> {
                    Caller.Answer taken = caller().send("/api/training/imports?file=thu.xlsx", book(person));
                    things.put("batch", taken.body().path("batch").asString());
                    yield new Trespass.Deed(things, null);
                }
                default -> new Trespass.Deed(things, body(operation));
            };
        }
    }

    /** A certificate of a person. */
    private static byte[] book(UUID person) {
        return Books.of(
                "Chứng chỉ",
                List.of(
                        List.of(
                                "Số hiệu hồ sơ",
                                "Loại",
                                "Trình độ",
                                "Tên văn bằng, chứng chỉ",
                                "Số hiệu",
                                "Nơi cấp",
                                "Ngày cấp"),
                        List.of(
                                fileNumber(person),
                                "Ngoại ngữ",
                                "Bậc 3",
                                "Tiếng Anh",
                                number(),
                                "Đại học Sư phạm",
                                "06/2024")));
    }

    private static UUID unitOf(Trespass.Where where) {
        return switch (where) {
            case OWN, NOT_DELEGATED -> COMMUNE;
            case CHILD -> OFFICE;
            case GRANDCHILD -> DESK;
            case SIBLING, MOVED_OUT, TO_COME -> NEIGHBOUR;
            case PARENT -> PROVINCE;
            case OTHER_BRANCH -> NEIGHBOURS_OFFICE;
        };
    }

    private static Map<String, Object> state(Trespass.Where where, UUID person, UUID unit) {
        String scope = where == Trespass.Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE";
        LocalDate tomorrow = TODAY.plusDays(1);
        List<Object> posts = new ArrayList<>();
        switch (where) {
            case MOVED_OUT -> {
                posts.add(post(COMMUNE, scope, "2025-07-01", TODAY));
                posts.add(post(unit, scope, TODAY.toString(), null));
            }
            case TO_COME -> {
                posts.add(post(unit, scope, "2025-07-01", tomorrow));
                posts.add(post(COMMUNE, scope, tomorrow.toString(), null));
            }
            default -> posts.add(post(unit, scope, "2025-07-01", null));
        }
        Map<String, Object> state = new HashMap<>(Map.of(
                "personId",
                person.toString(),
                "revision",
                1,
                "recordedAt",
                "2026-11-20T01:00:00Z",
                "because",
                "test",
                "fileNumber",
                fileNumber(person),
                "identities",
                List.of(Map.of(
                        "fullName", "Doãn Thử " + where.name(),
                        "sex", "MALE",
                        "birth", "1982",
                        "validFrom", "1900-01-01",
                        "recordedFrom", "2026-11-20T01:00:00Z")),
                "assignments",
                posts,
                "custody",
                custody(unit, scope, where == Trespass.Where.MOVED_OUT ? TODAY.toString() : "2025-07-01")));
        if (where == Trespass.Where.TO_COME) {
            state.put("custodyAhead", List.of(custody(COMMUNE, scope, tomorrow.toString())));
        }
        return state;
    }

    private static Map<String, Object> custody(UUID unit, String scope, String from) {
        return Map.of("unitId", unit.toString(), "managementScope", scope, "from", from);
    }

    private static Map<String, Object> post(UUID unit, String scope, String from, @Nullable LocalDate to) {
        Map<String, Object> post = new HashMap<>(Map.of(
                "assignmentId",
                UUID.randomUUID().toString(),
                "unitId",
                unit.toString(),
                "tree",
                "STATE",
                "title",
                "Phó Chủ tịch UBND",
                "managementScope",
                scope,
                "concurrent",
                false,
                "validFrom",
                from,
                "recordedFrom",
                "2026-11-20T01:00:00Z"));
        if (to != null) {
            post.put("validTo", to.toString());
        }
        return post;
    }
}
