package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
class AccessMatrixIT extends ProcedureRequests {

    private static final String SUBJECT = "nhansu.tinh";
    private static final UUID DESK = UUID.fromString("019a8f00-0000-7000-8000-00000000f111");
    private static final UUID NEIGHBOURS_OFFICE = UUID.fromString("019a8f00-0000-7000-8000-00000000f210");
    private static final LocalDate TODAY = LegalDay.of(Clock.systemUTC()).today();
    private static final String[] PLANTED = {
        "person_copy.full_name",
        "place.name_key",
        "plan_entry.decision",
        "plan_entry.proposed_by_name",
        "procedure_record.content"
    };
    private static final AccessContracts CONTRACTS = AccessContracts.of(SERVICE);
    private static final String IMPORTS = "/api/planning/imports";
    private static final Map<String, Object> POLICY = Map.of("approvedOn", "2026-11-05", "decision", "102-TB/TU");
    private static final Map<String, Object> WHY = Map.of("reason", "thử quyền");

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
        assertThat(trespass.withCursors())
                .contains(
                        "GET /api/planning/people",
                        "GET /api/planning/plan-entries",
                        "GET /api/planning/procedures",
                        "GET /api/planning/seats",
                        "GET /api/planning/work-items");
        assertThat(trespass.asked()).isGreaterThan(2_000);
        // A role that may do more than the files say is seen, and one that may do less.
        assertThat(trespass.disagreements(
                        "REPORT_VIEWER",
                        (role, action) -> action.equals("plan.approve") || CONTRACTS.carries(role, action)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.matches("REPORT_VIEWER (POST|PUT) .*/plan-entries/.*"));
        assertThat(trespass.disagreements(
                        "REPORT_VIEWER",
                        (role, action) -> !action.equals("programme.read") && CONTRACTS.carries(role, action)))
                .isNotEmpty()
                .allMatch(wrong -> wrong.matches("REPORT_VIEWER GET .*/programmes.*"));
    }

    final class Matrix implements Trespass.Setting {

        private final Map<String, Map<String, String>> settled = new HashMap<>();
        private @Nullable String programme;

        Matrix() {
            unit(DESK, OFFICE, 111, 112);
            unit(NEIGHBOURS_OFFICE, NEIGHBOUR, 210, 219);
            // What is restricted asks for a sign-in of the last minutes.
            Tokens.ofNewSession(SUBJECT, SERVICE);
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
                    grant.put("personId", own("person"));
                }
                grants.add(grant);
            }
            tell(
                    "personnel.grant.v1",
                    UUID.fromString(Tokens.subject(token)),
                    laterRevision(),
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

        private String own(String kind) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(settled.get("OWN")).get(kind));
        }

        @Override
        public Map<String, String> settle(Trespass.Where where) {
            Candidate candidate = ready(where);
            Map<String, String> things = things(where, candidate);
            String scope = where == Trespass.Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE";
            UUID reorganisation = reorganised(scope, unitOf(where));
            await(() ->
                    read("SELECT reorganisation_id FROM reorganisation_copy").contains(reorganisation.toString()));
            things.put("reorganisation", reorganisation.toString());
            things.put("entry", planned(candidate.person(), candidate.seat()));
            Caller.Answer opened = open(OFFICER, candidate.seat(), "2026-11-02", List.of(candidate.person()));
            // Whom the rules let into no procedure from where they are has none; of whom that is so is asserted.
            boolean isOpen = opened.status() == 201;
            assertThat(isOpen || where == Trespass.Where.MOVED_OUT || where == Trespass.Where.TO_COME)
                    .as(where + " " + opened.body())
                    .isTrue();
            if (isOpen) {
                things.put("procedure", opened.body().path("id").asString());
            }
            settled.put(where.name(), things);
            return things;
        }

        private Candidate ready(Trespass.Where where) {
            UUID unit = unitOf(where);
            String scope = where == Trespass.Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE";
            UUID higher = UUID.randomUUID();
            UUID lower = UUID.randomUUID();
            Official.seat(higher, unit, CHAIRMAN + code(higher), 40, 1, scope);
            Official.seat(lower, unit, DEPUTY + code(lower), 50, 1, scope);
            await(() -> as(OFFICER).get(SEATS + "/" + higher).status() == 200
                    && as(OFFICER).get(SEATS + "/" + lower).status() == 200);
            return ready(where, scope, higher, lower);
        }

        private Candidate ready(Trespass.Where where, String scope, UUID higher, UUID lower) {
            Official official = official(where, unitOf(where), lower, scope).send();
            official.theory(UUID.randomUUID(), 1, "VERIFIED");
            official.studies("THEORY_ADVANCED", "2026-05-04");
            await(() -> as(OFFICER).get(PEOPLE + "/" + official.id).status() == 200
                    && outcome(verdict(OFFICER, higher, official.id, DAY).body(), "theory")
                            .equals("PASS"));
            return new Candidate(official, higher, lower);
        }

        private Map<String, String> things(Trespass.Where where, Candidate candidate) {
            String unit = unitOf(where).toString();
            return new HashMap<>(Map.of(
                    "person", candidate.person().toString(),
                    "seat", candidate.seat().toString(),
                    "programme", counted(),
                    "unit", unit,
                    "place", unit,
                    "batch", UUID.randomUUID().toString()));
        }

        /** What is counted is known to everybody; of what, each reader sees the own part. */
        private String counted() {
            if (programme == null) {
                Caller.Answer answer = as(OFFICER)
                        .ask(
                                "POST",
                                "/api/planning/programmes",
                                programme(COMMUNE.toString()),
                                "Idempotency-Key",
                                key());
                assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
                programme = answer.body().path("id").asString();
            }
            return programme;
        }

        @Override
        public String kindOf(String operation, String id) {
            return switch (id) {
                case "path personId", "query personId" -> "person";
                case "path seatId", "query seatId" -> "seat";
                case "path entryId" -> "entry";
                case "path procedureId" -> "procedure";
                case "path programmeId" -> "programme";
                case "path batchId", "path runId" -> "batch";
                case "path reorganisationId" -> "reorganisation";
                case "query unit", "query unitId" -> "unit";
                default -> "";
            };
        }

        @Override
        public boolean isSecret(String kind) {
            return !kind.equals("place") && !kind.equals("programme");
        }

        @Override
        public boolean isLetInUnknown(String operation) {
            return operation.contains("{batchId}") || operation.contains("{runId}");
        }

        @Override
        public boolean isTagOpen(String operation) {
            // It stands on the titles of all seats and their units, which are the same for every reader.
            return operation.contains("/verdicts");
        }

        @Override
        public boolean isOfNoUnit(String operation) {
            // A programme says what is counted, of any unit; what it comes to is each reader's own.
            return operation.endsWith("/programmes");
        }

        @Override
        public String valueOf(String operation, String parameter) {
            return switch (parameter) {
                case "number" -> "2";
                case "code" -> "A2";
                case "managementScope" -> "COMMUNE_PARTY_COMMITTEE";
                default -> throw new IllegalArgumentException(parameter);
            };
        }

        @Override
        public long revision(String operation, Map<String, String> things) {
            String procedure = things.get("procedure");
            String entry = things.get("entry");
            if (operation.contains("{procedureId}") && procedure != null) {
                return AccessMatrixIT.this.revision(procedure);
            }
            return entry == null
                    ? 1
                    : entry(OFFICER, entry, TODAY.toString()).path("revision").asLong();
        }

        @Override
        public Trespass.Deed deed(String operation) {
            Candidate candidate = ready(Trespass.Where.OWN);
            Map<String, String> things = things(Trespass.Where.OWN, candidate);
            if (operation.contains("/imports")) {
                return deedOfAWorkbook(operation, candidate, things);
            }
            if (operation.contains("{procedureId}")) {
                return deedInAProcedure(operation, candidate, things);
            }
            return switch (operation.substring(operation.indexOf(' ') + 1).replace("/api/planning", "")) {
                case "/plan-entries/{entryId}", "/plan-entries/{entryId}/remove" -> {
                    things.put("entry", planned(candidate.person(), candidate.seat()));
                    yield new Trespass.Deed(things, body(operation));
                }
                case "/plan-entries/{entryId}/approve" -> {
                    things.put("entry", proposed(candidate.person(), candidate.seat()));
                    yield new Trespass.Deed(things, body(operation));
                }
                case "/plan-entries/approvals" -> {
                    things.put("entry", proposed(candidate.person(), candidate.seat()));
                    yield new Trespass.Deed(things, Map.of("entries", List.of(with(line(), "revision", 1))));
                }
                case "/procedures" -> {
                    planned(candidate.person(), candidate.seat());
                    // Nobody is named twice.
                    yield new Trespass.Deed(things, with(opening(), "candidates", List.of("{person}")));
                }
                default -> new Trespass.Deed(things, body(operation));
            };
        }

        private Trespass.Deed deedInAProcedure(String operation, Candidate candidate, Map<String, String> things) {
            return switch (operation.substring(operation.lastIndexOf('/') + 1)) {
                case "policy-approval" -> {
                    things.put("procedure", requested(candidate, "2026-03-15", "2026-11-02"));
                    yield new Trespass.Deed(things, body(operation));
                }
                case "papers-confirmation" -> {
                    things.put("procedure", onPaper(candidate));
                    yield new Trespass.Deed(things, body(operation));
                }
                // Between its opening and now the regulation changed.
                case "rule-version" -> {
                    String procedure = requested(candidate, "2025-03-01", "2025-09-22");
                    done(LEADER, procedure, "policy-approval", with(POLICY, "approvedOn", "2025-09-25"));
                    things.put("procedure", procedure);
                    yield new Trespass.Deed(things, body(operation));
                }
                // Two have exactly half.
                case "head-choice" -> {
                    Candidate other =
                            ready(Trespass.Where.OWN, "COMMUNE_PARTY_COMMITTEE", candidate.seat(), candidate.lower());
                    things.put("procedure", halved(candidate, other));
                    yield new Trespass.Deed(things, body(operation));
                }
                // Whom the steps chose is named by them.
                case "conclude" -> {
                    String procedure = running(candidate);
                    documents(procedure, candidate.official());
                    fiveSteps(procedure, candidate.person());
                    things.put("procedure", procedure);
                    yield new Trespass.Deed(things, Map.of("concludedOn", "2026-11-14"));
                }
                case "{number}" -> {
                    String procedure = running(candidate);
                    done(OFFICER, procedure, "steps/1", agreed("2026-11-09"));
                    if (operation.startsWith("PUT")) {
                        done(
                                OFFICER,
                                procedure,
                                "steps/2",
                                ballot("2026-11-10", Map.of(candidate.person(), 4), Map.of()));
                    }
                    things.put("procedure", procedure);
                    yield new Trespass.Deed(things, body(operation));
                }
                default -> {
                    things.put("procedure", running(candidate));
                    yield new Trespass.Deed(things, body(operation));
                }
            };
        }

        private Trespass.Deed deedOfAWorkbook(String operation, Candidate candidate, Map<String, String> things) {
            byte[] proposal = book(
                    "Quy hoạch",
                    "Số hiệu hồ sơ|Mã cơ quan|Mã chức danh|Nhiệm kỳ|Nguồn",
                    candidate.official().number + "|" + candidate.title() + "|2026-2031|Tại chỗ");
            if (operation.endsWith("/cancel")) {
                things.put("batch", Trespass.running(caller(), IMPORTS + "?file=thu.xlsx", proposal));
                return new Trespass.Deed(things, null);
            }
            if (!operation.endsWith("/undo")) {
                return new Trespass.Deed(things, proposal);
            }
            Caller.Answer taken = caller().send(IMPORTS + "?file=thu.xlsx", proposal);
            things.put("batch", taken.body().path("batch").asString());
            return new Trespass.Deed(things, null);
        }

        @Override
        public @Nullable Object body(String operation) {
            String what = operation.substring(operation.lastIndexOf('/') + 1);
            if (operation.startsWith("GET") || operation.contains("/imports")) {
                return null;
            }
            return switch (what) {
                case "plan-entries" ->
                    Map.of("personId", "{person}", "seatId", "{seat}", "term", "2026-2031", "source", "INTERNAL");
                case "{entryId}" -> Map.of("decision", "88-QĐ/TU", "approvedOn", "2026-03-15", "reason", "thử quyền");
                case "approve" -> Map.of("decision", "88-QĐ/TU", "approvedOn", "2026-03-15");
                case "approvals" -> Map.of("entries", List.of(line(), line()));
                case "remove" -> Map.of("reason", "thử quyền", "removedOn", TODAY.toString(), "decision", "88-QĐ/TU");
                case "procedures" -> opening();
                case "policy-approval" -> POLICY;
                case "papers-confirmation" -> Map.of("note", "thử quyền");
                case "rule-version" -> Map.of("choice", "CONTINUE_UNDER_OLD", "reason", "thử quyền");
                case "documents" ->
                    Map.of("personId", "{person}", "kind", "PHOTO", "number", "GK-1", "issuedOn", "2026-09-01");
                case "{number}" -> meeting(operation.startsWith("PUT"));
                case "head-choice" -> Map.of("personId", "{person}", "views", "thử quyền");
                case "conclude" -> Map.of("concludedOn", "2026-11-14", "personId", "{person}", "reason", "thử quyền");
                case "stop" -> WHY;
                case "programmes" -> programme("{place}");
                case "{managementScope}" ->
                    Map.of("mode", "STORE", "validFrom", TODAY.toString(), "reason", "thử quyền");
                default -> throw new IllegalArgumentException(operation);
            };
        }
    }

    /** Whoever may be planned for a seat above the own one, and from there be a candidate for it. */
    private record Candidate(Official official, UUID seat, UUID lower) {

        UUID person() {
            return official.id;
        }

        /** The seat, as workbooks name it. */
        String title() {
            return agencyCode(COMMUNE) + "|" + CHAIRMAN + code(seat);
        }
    }

    /** A procedure of which the policy is not approved, for somebody who is planned since a day. */
    private String requested(Candidate candidate, String plannedOn, String requestedOn) {
        String entry = proposed(candidate.person(), candidate.seat());
        assertThat(approve(LEADER, entry, 1, plannedOn).status()).isEqualTo(200);
        return opened(requestedOn, candidate);
    }

    private String opened(String requestedOn, Candidate... candidates) {
        List<UUID> people = Arrays.stream(candidates).map(Candidate::person).toList();
        Caller.Answer answer = open(OFFICER, candidates[0].seat(), requestedOn, people);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    /** A procedure in which the next step may be held. */
    private String running(Candidate... candidates) {
        Arrays.stream(candidates).forEach(each -> planned(each.person(), each.seat()));
        String id = opened("2026-11-02", candidates);
        done(LEADER, id, "policy-approval", POLICY);
        return id;
    }

    /** All five steps of two people who are even. */
    private String halved(Candidate one, Candidate other) {
        String id = running(one, other);
        documents(id, one.official());
        documents(id, other.official());
        Map<UUID, Integer> even = Map.of(one.person(), 6, other.person(), 6);
        done(OFFICER, id, "steps/1", agreed("2026-11-09"));
        done(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.person(), 6, other.person(), 4), Map.of()));
        done(
                OFFICER,
                id,
                "steps/3",
                ballot("2026-11-11", Map.of(one.person(), 6, other.person(), 4), Map.of("members", 12)));
        done(OFFICER, id, "steps/4", ballot("2026-11-12", even, Map.of("kind", "ONE_NAME")));
        done(OFFICER, id, "steps/5", ballot("2026-11-13", even, Map.of("kind", "ONE_NAME")));
        return id;
    }

    /** A procedure of the past, as its papers have it. */
    private String onPaper(Candidate candidate) {
        String entry = proposed(candidate.person(), candidate.seat());
        assertThat(approve(LEADER, entry, 1, "2025-03-01").status()).isEqualTo(200);
        byte[] papers = book(
                "Quy trình",
                "Mã quy trình|Mã cơ quan|Mã chức danh|Ngày xin chủ trương|Ngày cho chủ trương|Số văn bản chủ trương"
                        + "|Số hiệu hồ sơ nhân sự",
                "QT1|" + candidate.title() + "|08/09/2025|12/09/2025|90-TB/TU|" + candidate.official().number);
        Caller.Answer taken = as(OFFICER).send(IMPORTS + "?file=thu.xlsx", papers);
        assertThat(taken.status()).as(taken.body().toString()).isEqualTo(201);
        return as(OFFICER)
                .get(PROCEDURES + "?seatId=" + candidate.seat())
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    }

    /** A workbook of one sheet with one line; cells stand between bars. */
    private static byte[] book(String sheet, String header, String line) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (String row : List.of(header, line)) {
            rows.add(new ArrayList<>(Arrays.asList(row.split("\\|", -1))));
        }
        return Books.of(sheet, rows);
    }

    private static Map<String, Object> opening() {
        return Map.of("seatId", "{seat}", "requestedOn", "2026-11-02", "candidates", List.of("{person}", "{person}"));
    }

    private static Map<String, Object> line() {
        return Map.of("id", "{entry}", "revision", 2, "decision", "88-QĐ/TU", "approvedOn", "2026-03-15");
    }

    private static Map<String, Object> meeting(boolean isCorrection) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "meeting",
                Map.ofEntries(
                        Map.entry("heldOn", "2026-11-10"),
                        Map.entry("body", "Ban Thường vụ Đảng ủy"),
                        Map.entry("summoned", 12),
                        Map.entry("present", 12),
                        Map.entry("issued", 12),
                        Map.entry("returned", 12),
                        Map.entry("valid", 12),
                        Map.entry("namingNobody", 0),
                        Map.entry("announced", false),
                        Map.entry("minutes", "02-BB/ĐU"),
                        Map.entry("votes", List.of(Map.of("personId", "{person}", "count", 12))))));
        if (isCorrection) {
            body.put("reason", "thử quyền");
        }
        return body;
    }

    private static Map<String, Object> programme(String unit) {
        Map<String, Object> decisions =
                Map.of("fact", "DECISION", "count", "TURNS", "fromUnitId", unit, "toUnitId", unit);
        Map<String, Object> studies = Map.of("fact", "STUDY", "count", "TURNS", "placeUnitId", unit);
        return Map.of(
                "number", "01-" + UUID.randomUUID(),
                "title", "Đề án thử quyền",
                "issuedOn", "2026-01-05",
                "from", "2026-01-01",
                "to", "2030-12-31",
                "countedFrom", "2026-02-01",
                "ownerUnitId", unit,
                "coveredUnitIds", List.of(unit),
                "objectives",
                        List.of(Map.of(
                                "name", Map.of("vi", "Mục tiêu", "en", "Objective"),
                                "indicators", List.of(indicator("A1", decisions), indicator("A2", studies)))));
    }

    private static Map<String, Object> indicator(String code, Map<String, Object> counting) {
        return Map.of(
                "code", code, "sentence", Map.of("vi", "{value} lượt", "en", "{value} turns"), "counting", counting);
    }

    /** Ready for a higher seat, wherever they are. */
    private static Official official(Trespass.Where where, UUID unit, UUID seat, String scope) {
        Official official = new Official("Doãn Thử " + where.name(), unit).managedBy(scope);
        return switch (where) {
            case MOVED_OUT ->
                official.in(COMMUNE)
                        .post(UUID.randomUUID(), seat, "2022-07-01", TODAY.toString())
                        .in(unit)
                        .post(UUID.randomUUID(), seat, TODAY.toString(), null);
            case TO_COME ->
                official.post(
                                UUID.randomUUID(),
                                seat,
                                "2022-07-01",
                                TODAY.plusDays(1).toString())
                        .in(COMMUNE)
                        .post(UUID.randomUUID(), seat, TODAY.plusDays(1).toString(), null)
                        .in(unit);
            default -> official.post(UUID.randomUUID(), seat, "2022-07-01", null);
        };
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
}
