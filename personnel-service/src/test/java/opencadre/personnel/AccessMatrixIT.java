package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Tokens;
import opencadre.kit.service.Trespass;
import opencadre.kit.service.Trespass.Deed;
import opencadre.kit.service.Trespass.Where;
import opencadre.personnel.document.SamplePapers;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of {@code contracts/access}, held against the running service: see {@link Trespass}; and tokens that are
 * none of this service's.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccessMatrixIT extends ImportRequests {

    private static final String MERGES = "/api/personnel/merges";
    private static final String TEMPLATES = "/api/personnel/paper-templates";
    private static final String REORGANISATIONS = "/api/personnel/reorganisations";
    private static final String SUBJECT = "daotao.truong";
    private static final String LEADER = "lanhdao.btc";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final UUID DESK = UUID.fromString("019a8f00-0000-7000-8000-00000000f111");
    private static final UUID NEIGHBOURS_OFFICE = UUID.fromString("019a8f00-0000-7000-8000-00000000f210");
    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
    private static final AccessContracts CONTRACTS = AccessContracts.of("personnel");
    private static final String ACCOUNTS = "/api/personnel/accounts";
    private static final String OFFICIAL = "quyhoach.tinh";
    private static final Map<String, Object> WHY = Map.of("reason", "thử quyền");

    /** Units and rights are known to whoever may give or hand them on, wherever they are. */
    private static final Set<String> OF_NO_PLACE = Set.of("units", "accounts", "delegations", "saved-filters");

    @Test
    void everyRoleMayDoInItsUnitsWhatTheFilesSayAndNothingElse(CapturedOutput log) {
        Trespass trespass = new Trespass("personnel", new Matrix());

        assertThat(trespass.untried())
                .allMatch(id -> OF_NO_PLACE.stream().anyMatch(id::contains)
                        || id.endsWith("/seats/{seatId}: path seatId")
                        // Drawn by whoever asks: they are nobody's yet.
                        || id.endsWith(": body newUnits[].id")
                        || id.endsWith(": body newSeats[].id"));
        assertThat(trespass.disagreements(CONTRACTS::carries)).isEmpty();
        assertThat(trespass.undone()).isEmpty();
        assertThat(trespass.otherAnswers()).isEmpty();
        assertThat(trespass.compared()).isGreaterThan(60);
        assertThat(trespass.shown()).isEmpty();
        assertThat(log.getAll()).doesNotContain(trespass.canaries().word());
        assertThat(trespass.canaries().files()).isEmpty();
        assertThat(trespass.canaries().planted())
                .contains(
                        "identity.full_name",
                        "assignment.title",
                        "place.name_key",
                        "conduct.reason",
                        "cv_entry.content",
                        "cv_entry.reason",
                        "declaration_content.content",
                        "document.title",
                        "document.recorded_by_name",
                        "reorganisation.name",
                        "evaluation_sheet.title",
                        "evaluation_result.unit_name",
                        "review.name",
                        "review_mark.remark",
                        "file_number.number");
        assertThat(trespass.withoutData()).isEmpty();
        assertThat(trespass.withCursors())
                .contains(
                        "GET /api/personnel/decisions",
                        "GET /api/personnel/duplicates",
                        "GET /api/personnel/people",
                        "GET /api/personnel/quality/dossiers");
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
                .allMatch(
                        wrong -> wrong.matches("REPORT_VIEWER GET /api/personnel/(units|successions|cv-catalogue).*"));
    }

    final class Matrix implements Trespass.Setting {

        private final Map<Where, Map<String, String>> settled = new HashMap<>();
        private int people;

        Matrix() {
            establish(DESK, OFFICE, "Tổ một cửa phường Sông Công");
            establish(NEIGHBOURS_OFFICE, NEIGHBOUR, "Văn phòng phường Bá Xuyên");
            title("T_THU", 50);
            // What is restricted asks for a sign-in of the last minutes.
            Tokens.ofNewSession(SUBJECT, "personnel");
            Tokens.ofNewSession(OFFICER, "personnel");
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
            Map<String, String> things = made(where);
            // A decision may lead to a seat anywhere: the own one is named everywhere.
            things.put("chair", where == Where.OWN ? things.getOrDefault("seat", "none") : own("chair"));
            if (where == Where.OWN) {
                // One that has something to tell: who waits in a unit that ends.
                things.put("reorganisation", ending(registeredAhead()));
                // And others of the same name and birth, so that there are several pairs.
                registeredAhead();
                registeredAhead();
            }
            settled.put(where, things);
            return things;
        }

        private Map<String, String> made(Where where) {
            UUID unit = unitOf(where);
            JsonNode person = person(where, unit, "THU-" + run + people++);
            String id = person.path("id").asString();
            String post = person.path("assignments").path(0).path("id").asString();
            JsonNode conduct = withConduct(id, person.path("revision").asLong());
            JsonNode draft = drafted(OFFICER, id, post);
            Map<String, String> things = new HashMap<>(Map.of(
                    "person", id,
                    "assignment", post,
                    "rating", fact(conduct, "ratings"),
                    "discipline", fact(conduct, "disciplines"),
                    "health", fact(conduct, "healthCertificates"),
                    "decision", draft.path("id").asString(),
                    "effect", draft.path("effects").path(0).path("id").asString("none"),
                    "seat", seat(where, unit),
                    "unit", unit.toString(),
                    "place", unit.toString()));
            things.put("suspension", fact(conduct, "suspensions"));
            things.put("vote", fact(conduct, "confidenceVotes"));
            // A term is of its body, in whatever scope its seats are: none lies in the own unit and outside of the
            // reach.
            things.put("term", term(where == Where.NOT_DELEGATED ? NEIGHBOUR : unit));
            things.put("quota", quota(where == Where.NOT_DELEGATED ? NEIGHBOUR : unit));
            things.put("batch", UUID.randomUUID().toString());
            things.put("template", settled.isEmpty() ? template() : own("template"));
            things.put("reorganisation", reorganisation(where, unit));
            things.put("other", besides(where).toString());
            things.putAll(rounds(where, unit));
            things.put("selfRound", ratedIn(things.getOrDefault("evaluation", ""), id));
            asOwner("INSERT INTO evaluation_result (evaluation_id, person_id, unit_id, unit_name, year, regulation,"
                    + " grade, decided_by, decided_at) VALUES (gen_random_uuid(), '" + id + "', '" + unit
                    + "', 'Đơn vị thử', 2025, '90/2020/NĐ-CP', 'HTTNV', 'Lãnh Đạo', now())");
            long cv = 0;
            for (String list : CV_ENTRIES.keySet()) {
                things.put(list, cvEntry(id, list, cv++));
            }
            // What stands in a body is named by a word.
            things.put("sensitiveEntry", things.getOrDefault("sensitive-cv", "none"));
            for (String list : DECLARED.keySet()) {
                things.put(list, declaration(id, list));
            }
            assertThat(things.values()).as(where + " " + conduct + draft).doesNotContain("none", "");
            JsonNode twin = person(where, unit, "THU-" + run + people++);
            things.put("twin", twin.path("id").asString());
            things.put("twinPost", twin.path("assignments").path(0).path("id").asString());
            things.put(
                    "merge",
                    merge(person(where, unit, "THU-" + run + people++), person(where, unit, "THU-" + run + people++)));
            things.put("document", paper(id, "documents"));
            things.put("restricted-document", paper(id, "restricted-documents"));
            things.put("offered", offered(id, things.getOrDefault("declarations", "none")));
            return things;
        }

        @Override
        public String saidOfAFile(String operation) {
            return operation.contains("paper-templates")
                    ? "file=mau.docx&note=thu+quyen"
                    : operation.contains("documents") ? PAPER : Trespass.Setting.super.saidOfAFile(operation);
        }

        @Override
        public String kindOf(String operation, String id) {
            return switch (id) {
                case "path personId", "query person", "query kept" ->
                    operation.contains("/sheets/") ? "rated" : "person";
                case "path evaluationId" -> operation.contains("self-assessments") ? "selfRound" : "evaluation";
                case "path reviewId" -> "review";
                case "body leaveOut[]" -> "rated";
                case "query merged" -> "twin";
                case "query dropped" -> "twinPost";
                case "path mergeId" -> "merge";
                case "path assignmentId" -> "assignment";
                case "path ratingId" -> "rating";
                case "path disciplineId" -> "discipline";
                case "path certificateId" -> "health";
                case "path suspensionId" -> "suspension";
                case "path voteId" -> "vote";
                case "path entryId" -> cvOf(operation);
                case "path declarationId" -> declaredOf(operation);
                case "path documentId" ->
                    operation.contains("/offered-")
                            ? "offered"
                            : operation.contains("restricted") ? "restricted-document" : "document";
                case "query declarationId" -> "declarations";
                case "query factId" -> operation.contains("restricted") ? "restricted-cv" : "assignment";
                case "path decisionId" -> "decision";
                case "path batchId", "path runId" -> "batch";
                case "path reorganisationId" -> "reorganisation";
                case "path termId" -> "term";
                case "path quotaId" -> "quota";
                case "path templateId", "query version" -> "template";
                case "path seatId" -> operation.startsWith("GET") ? "seat" : "";
                case "path unitId" -> operation.endsWith("/staffing") ? "place" : "";
                case "query unit", "query unitId" -> operation.contains("/seats") ? "place" : "unit";
                default -> "";
            };
        }

        @Override
        public Set<String> askedForToo(String operation) {
            // Statistics alone are tried with a unit.
            return operation.endsWith("/trial") ? Set.of("person") : Set.of();
        }

        @Override
        public boolean isSecret(String kind) {
            // Seats, terms and quotas name nobody, units are known to everybody, and templates are of the whole house.
            return !Set.of("seat", "term", "quota", "place", "other", "template")
                    .contains(kind);
        }

        @Override
        public boolean isOpen(String operation) {
            return operation.matches("GET /api/personnel/(seats|successions|titles|units).*");
        }

        @Override
        public boolean isOfNoUnit(String operation) {
            return operation.matches("GET /api/personnel/(seats.*|units/.*/staffing)")
                    || operation.contains("/paper-templates");
        }

        @Override
        public boolean isLetInUnknown(String operation) {
            return operation.matches(".*\\{(batchId|runId|grantId|filterId)}.*") || operation.contains("{username}");
        }

        @Override
        public String valueOf(String operation, String parameter) {
            return switch (parameter) {
                case "code" -> "T_KHAC";
                case "kind" -> "EXTRACT_LIST";
                case "unitId" -> COMMUNE.toString();
                case "predecessorId" -> NEIGHBOUR.toString();
                case "username" -> operation.startsWith("GET") ? CLERK : "nguoi.khong.co";
                default -> NOBODY;
            };
        }

        @Override
        public long revision(String operation, Map<String, String> things) {
            String username = things.get("username");
            String person = things.get("person");
            if (username != null) {
                return version(username);
            }
            if (operation.contains("{reorganisationId}")) {
                return as(OFFICER)
                        .get(REORGANISATIONS + "/" + things.get("reorganisation"))
                        .body()
                        .path("line")
                        .path("revision")
                        .asLong();
            }
            if (operation.contains("/self-assessments/")) {
                return 0;
            }
            if (operation.contains("{evaluationId}")) {
                return as(OFFICER)
                        .get(EVALUATIONS + "/" + things.get("evaluation"))
                        .body()
                        .path("line")
                        .path("revision")
                        .asLong();
            }
            if (operation.contains("{reviewId}")) {
                return reviewOf(OFFICER, things.getOrDefault("review", ""))
                        .path("line")
                        .path("revision")
                        .asLong();
            }
            if (operation.contains("/paper-templates")) {
                return as(OFFICER)
                        .get(TEMPLATES)
                        .body()
                        .path("kinds")
                        .valueStream()
                        .filter(kind -> kind.path("kind").asString().equals("EXTRACT_LIST"))
                        .findFirst()
                        .orElseThrow()
                        .path("revision")
                        .asLong();
            }
            if (operation.contains("{mergeId}")) {
                return as(OFFICER)
                        .get(MERGES + "/" + things.get("merge"))
                        .body()
                        .path("revision")
                        .asLong();
            }
            if (person == null
                    || operation.contains("{declarationId}")
                    || operation.contains("{documentId}")
                    || operation.contains("{termId}")
                    || operation.contains("{quotaId}")) {
                return 1;
            }
            String changed = operation.contains("{decisionId}")
                    ? DECISIONS + "/" + things.get("decision")
                    : PEOPLE + "/" + person + (cvOf(operation).isEmpty() ? "" : "/cv");
            return as(OFFICER).get(changed).body().path("revision").asLong();
        }

        @Override
        public Deed deed(String operation) {
            if (operation.contains("/accounts")) {
                return deedOnAnAccount(operation);
            }
            if (operation.contains("/delegations")) {
                return deedOfADelegation(operation);
            }
            Map<String, String> things = made(Where.OWN);
            things.put("chair", things.getOrDefault("seat", "none"));
            things.putAll(named(operation));
            return switch (operation.substring(operation.indexOf(' ') + 1).replace("/api/personnel", "")) {
                case "/decisions/issue" -> {
                    JsonNode whole = whole(things);
                    yield new Deed(things, bundle(whole.path("id").asString()));
                }
                case "/decisions/{decisionId}/issue" ->
                    new Deed(things, with(AccessMatrixIT.body(operation), "number", number()));
                case "/decisions/{decisionId}/rescind" -> {
                    // Whoever prepared it does not issue it.
                    JsonNode draft =
                            drafted(CLERK, things.getOrDefault("person", ""), things.getOrDefault("assignment", ""));
                    things.put("decision", issued(draft, TODAY).path("id").asString());
                    yield new Deed(things, with(AccessMatrixIT.body(operation), "number", number()));
                }
                case "/people/{personId}/declarations", "/people/{personId}/sensitive-declarations" ->
                    new Deed(Objects.requireNonNull(settled.get(Where.OWN)), body(operation));
                case "/people/{personId}/offered-documents" -> {
                    things.put("person", own("person"));
                    things.put("declarations", declaration(own("person"), "declarations"));
                    yield new Deed(things, body(operation));
                }
                case "/people/{personId}/declarations/{declarationId}/withdraw",
                        "/people/{personId}/sensitive-declarations/{declarationId}/withdraw" -> {
                    // One's own alone: the record is that of whoever is on trial.
                    things.put("person", own("person"));
                    things.put(declaredOf(operation), declaration(own("person"), declaredOf(operation)));
                    yield new Deed(things, null);
                }
                case "/people/{personId}/self-assessments/{evaluationId}" -> {
                    things.put("person", own("person"));
                    things.put("selfRound", ratedIn(things.getOrDefault("evaluation", ""), own("person")));
                    yield new Deed(things, body(operation));
                }
                case "/imports" -> new Deed(things, workbook(things));
                case "/paper-templates/{kind}/in-force" -> {
                    things.put("template", template());
                    yield new Deed(things, body(operation));
                }
                case "/imports/runs/{runId}/cancel" -> {
                    things.put("batch", Trespass.running(caller(), IMPORTS + "?file=thu.xlsx", workbook(things)));
                    yield new Deed(things, null);
                }
                case "/imports/{batchId}/undo" -> {
                    Caller.Answer taken = caller().send(IMPORTS + "?file=thu.xlsx", workbook(things));
                    things.put("batch", taken.body().path("batch").asString());
                    yield new Deed(things, null);
                }
                case "/reorganisations/{reorganisationId}/posts/{assignmentId}" -> {
                    String person = registeredAhead();
                    things.put("assignment", mainPost(person));
                    things.put("reorganisation", ending(person));
                    yield new Deed(things, Map.of("into", "NONE"));
                }
                case "/reorganisations/{reorganisationId}/undo" -> {
                    approve(things.getOrDefault("reorganisation", ""));
                    yield new Deed(things, WHY);
                }
                case "/merges" -> {
                    // Of the other nothing is under way.
                    String one = registeredAhead();
                    String other = registeredAhead();
                    things.put("person", one);
                    things.put("twin", other);
                    things.put("twinPost", mainPost(other));
                    yield new Deed(things, body(operation));
                }
                case "/merges/{mergeId}/undo" -> {
                    AccessMatrixIT.this.hold(LEADER, new Grant("DATA_STEWARD", PROVINCE, List.of(), 0, SINCE, null));
                    Caller.Answer answer = as(LEADER)
                            .ask(
                                    "POST",
                                    MERGES + "/" + things.get("merge") + "/approve",
                                    null,
                                    "If-Match",
                                    "\"1\"",
                                    "Idempotency-Key",
                                    key());
                    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
                    yield new Deed(things, WHY);
                }
                case "/saved-filters/{filterId}/remove" -> {
                    String path = "/api/personnel/saved-filters/" + things.get("filterId");
                    caller().ask("PUT", path, savedFilter());
                    yield new Deed(things, null);
                }
                case "/evaluations" -> {
                    String person = registeredAhead();
                    things.put("place", unitOfPost(person));
                    yield new Deed(things, body(operation));
                }
                case "/reviews" -> {
                    things.put("place", unitOfPost(registeredAhead()));
                    yield new Deed(things, review("{place}", DEADLINE));
                }
                case "/reviews/{reviewId}/marks" -> {
                    String seen = dossier(OFFICER, things.getOrDefault("review", ""), things.getOrDefault("rated", ""))
                            .path("version")
                            .asString();
                    yield new Deed(things, marks("CONFIRMED", null, "{rated}", seen));
                }
                case "/evaluations/{evaluationId}/people" -> new Deed(things, Map.of("leaveOut", List.of()));
                case "/evaluations/{evaluationId}/propose" -> {
                    written(things);
                    yield new Deed(things, null);
                }
                case "/evaluations/{evaluationId}/decide", "/evaluations/{evaluationId}/reopen" -> {
                    written(things);
                    proposed(things);
                    yield new Deed(things, body(operation));
                }
                default -> new Deed(things, body(operation));
            };
        }

        private void written(Map<String, String> things) {
            assertThat(write(
                                    OFFICER,
                                    things.getOrDefault("evaluation", ""),
                                    things.getOrDefault("rated", ""),
                                    sheet("STAFF", 80))
                            .status())
                    .isEqualTo(200);
        }

        private void proposed(Map<String, String> things) {
            assertThat(step(OFFICER, "POST", things.getOrDefault("evaluation", ""), "/propose", null)
                            .status())
                    .isEqualTo(200);
        }

        /** Somebody in a unit of their own. */
        private String registeredAhead() {
            UUID unit = UUID.fromString(key());
            establish(unit, COMMUNE, "Tổ sắp xếp " + run);
            return registered(OFFICER, "Doãn Được Bố Trí", unit);
        }

        /** A reorganisation that ends the unit of a person. */
        private String ending(String person) {
            Map<String, Object> content = new HashMap<>(reorganisation(COMMUNE.toString(), UUID.randomUUID()));
            content.put("newUnits", List.of());
            content.put("endedUnits", List.of(unitOfPost(person)));
            return reorganisation(content);
        }

        private String unitOfPost(String person) {
            return as(OFFICER)
                    .get(PEOPLE + "/" + person)
                    .body()
                    .path("assignments")
                    .path(0)
                    .path("unitId")
                    .asString();
        }

        private void approve(String id) {
            AccessMatrixIT.this.hold(LEADER, new Grant("PROV_ORG_LEADER", PROVINCE, List.of(), 0, SINCE, null));
            Caller.Answer answer = as(LEADER)
                    .ask(
                            "POST",
                            REORGANISATIONS + "/" + id + "/approve",
                            Map.of(),
                            "If-Match",
                            "\"1\"",
                            "Idempotency-Key",
                            key());
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }

        /** What paths name that is of no place: new, as what stands is not written over. */
        private Map<String, String> named(String operation) {
            if (operation.contains("/predecessors/")) {
                return Map.of("unitId", COMMUNE.toString(), "predecessorId", ended());
            }
            return Map.of(
                    "unitId", key(),
                    "seatId", key(),
                    "filterId", key(),
                    "code", "T_" + run);
        }

        private Deed deedOnAnAccount(String operation) {
            String username = "thu." + key().substring(0, 8);
            if (operation.endsWith("/accounts")) {
                return new Deed(Map.of(), Map.of("username", username, "name", "Thử Quyền"));
            }
            Map<String, Object> grant =
                    Map.of("role", "FILE_CLERK", "unitId", COMMUNE.toString(), "validFrom", "2025-07-01");
            Map<String, String> things = new HashMap<>(Map.of("username", account(username)));
            if (operation.endsWith("/end")) {
                Caller.Answer given = putGrants(username, Map.of("grants", List.of(grant)));
                things.put(
                        "grantId",
                        given.body().path("grants").path(0).path("id").asString());
            }
            return switch (operation.substring(operation.indexOf("{username}"))) {
                case "{username}" -> new Deed(things, with(WHY, "name", "Thử Quyền Khác"));
                case "{username}/grants" ->
                    new Deed(
                            things,
                            operation.startsWith("PUT")
                                    ? Map.of("grants", List.of(grant))
                                    : with(grant, "reason", "thử quyền"));
                default -> new Deed(things, WHY);
            };
        }

        /** A part of what is held, handed on to an account of which nobody else has need. */
        private Deed deedOfADelegation(String operation) {
            Map<String, Object> part = Map.of(
                    "grantId",
                            caller().get("/api/personnel/me")
                                    .body()
                                    .path("grants")
                                    .path(0)
                                    .path("id")
                                    .asString(),
                    "username", account("thu." + key().substring(0, 8)),
                    "unitId", COMMUNE.toString(),
                    "validFrom", TODAY.toString(),
                    "validTo", TODAY.plusDays(1).toString(),
                    "reason", "thử quyền");
            if (!operation.endsWith("/end")) {
                return new Deed(Map.of(), part);
            }
            JsonNode given = caller().ask("POST", "/api/personnel/delegations", part, "Idempotency-Key", key())
                    .body();
            return new Deed(
                    Map.of("grantId", given.path("given").path(0).path("id").asString()), WHY);
        }

        @Override
        public @Nullable Object body(String operation) {
            if (operation.matches("POST .*/paper-templates/.*")) {
                return houseTemplate();
            }
            if (operation.matches("POST .*documents")) {
                return SamplePapers.picture("png", 20);
            }
            return operation.startsWith("GET")
                            || operation.contains("/imports")
                            || operation.matches(".*/(propose|remove)")
                            || operation.endsWith("/{reviewId}/close")
                            || operation.matches(".*/\\{mergeId}/(approve|withdraw)")
                            || operation.endsWith("/{declarationId}/withdraw")
                    ? null
                    : AccessMatrixIT.body(operation.substring(operation.indexOf(' ') + 1));
        }
    }

    private static byte[] houseTemplate() {
        try (InputStream file = new ClassPathResource("templates/extract-list.docx").getInputStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String template() {
        Caller.Answer answer = as(OFFICER)
                .send(
                        TEMPLATES + "/EXTRACT_LIST/versions?file=mau.docx&note=thu+quyen",
                        "application/octet-stream",
                        houseTemplate());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    /** Under a name of its own each time. */
    private static Map<String, Object> savedFilter() {
        return Map.of("name", "Thử quyền " + key(), "query", "q=thu");
    }

    /** That two are one, and what the other did never was; nobody has approved it. */
    private String merge(JsonNode one, JsonNode other) {
        List<String> dropped = other.path("assignments")
                .valueStream()
                .map(post -> post.path("id").asString())
                .toList();
        return as(OFFICER)
                .ask(
                        "POST",
                        MERGES,
                        merging(one.path("id").asString(), other.path("id").asString(), dropped),
                        "Idempotency-Key",
                        key())
                .body()
                .path("id")
                .asString("none");
    }

    private static Map<String, Object> merging(String kept, String merged, List<String> dropped) {
        return Map.of(
                "keptId",
                kept,
                "mergedId",
                merged,
                "identityOf",
                "KEPT",
                "idNumberOf",
                "KEPT",
                "dropped",
                dropped,
                "reason",
                "thử quyền");
    }

    /** One that lets a unit begin below that of a place, decided at the level of the role or at another. */
    private String reorganisation(Where where, UUID unit) {
        Map<String, Object> content = new HashMap<>(reorganisation(unit.toString(), UUID.randomUUID()));
        content.put("level", where == Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE");
        return reorganisation(content);
    }

    private String reorganisation(Map<String, Object> content) {
        return as(OFFICER)
                .ask("POST", REORGANISATIONS, content, "Idempotency-Key", key())
                .body()
                .path("line")
                .path("id")
                .asString("none");
    }

    private static Map<String, Object> reorganisation(String above, UUID id) {
        return Map.of(
                "name", "Sắp xếp thử quyền",
                "instrument", "1683/NQ-UBTVQH15",
                "effectiveOn", "2027-07-01",
                "level", "COMMUNE_PARTY_COMMITTEE",
                "newUnits",
                        List.of(Map.of("id", id, "tree", "STATE", "name", "Tổ thử", "type", "TEST", "parentId", above)),
                "changedUnits", List.of(),
                "endedUnits", List.of(),
                "successions", List.of(),
                "newSeats", List.of());
    }

    /** The same with everything that it may name. */
    private static Map<String, Object> reorganisationOfAll() {
        Map<String, Object> content = new HashMap<>(reorganisation("{other}", UUID.fromString(NOBODY)));
        content.put("changedUnits", List.of(Map.of("unitId", "{other}", "name", "Phường Thử", "type", "PHUONG")));
        content.put("endedUnits", List.of("{place}"));
        content.put(
                "successions", List.of(Map.of("predecessorId", "{place}", "successorId", "{other}", "kind", "MERGE")));
        content.put(
                "newSeats",
                List.of(Map.of(
                        "id", NOBODY,
                        "unitId", "{other}",
                        "titleCode", "T_THU",
                        "kind", "APPOINTED",
                        "regime", "CADRE",
                        "managementScope", "COMMUNE_PARTY_COMMITTEE",
                        "holders", 1)));
        return content;
    }

    /**
     * Rounds of evaluation and of review of somebody in a unit of their own below that of a place, at the level of the
     * role or at another.
     */
    private Map<String, String> rounds(Where where, UUID above) {
        // Units are known to everybody, so that of another level stands there before it holds somebody.
        if (where == Where.OWN) {
            establish(ofAnotherLevel, above, "Tổ đánh giá khác " + run);
        }
        UUID unit = where == Where.NOT_DELEGATED ? ofAnotherLevel : UUID.fromString(key());
        if (where != Where.NOT_DELEGATED) {
            establish(unit, above, "Tổ đánh giá " + run);
        }
        String scope = where == Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE";
        Map<String, Object> person = with(
                person("Doãn Được Xếp", unit),
                "assignment",
                with(post(unit, "2025-07-01", null), "managementScope", scope));
        String rated = register(OFFICER, person).body().path("id").asString("none");
        String round = id(open(OFFICER, with(round(unit, 3), "level", scope)));
        String review = id(review(OFFICER, with(review(unit), "level", scope)));
        assertThat(mark(OFFICER, review, "TO_MEND", rated).status()).isEqualTo(200);
        return Map.of("evaluation", round, "review", review, "rated", rated);
    }

    /** A round like another in which nobody is but somebody. */
    private String ratedIn(String like, String person) {
        String round = key();
        asOwner("INSERT INTO evaluation (id, revision, recorded_at, unit_id, level, year, quarter, scheme,"
                + " scheme_content, state, authors, opened_by) SELECT '" + round
                + "', 1, now(), unit_id, level, (SELECT"
                + " min(year) FROM evaluation) - 1, quarter,"
                + " scheme, scheme_content, 'OPEN', authors,"
                + " opened_by FROM evaluation"
                + " WHERE id ="
                + " '" + like + "'");
        asOwner("INSERT INTO evaluation_sheet (evaluation_id, person_id, title, content, authors) VALUES ('" + round
                + "', '" + person + "', 'Chuyên viên', '{\"scores\": {}, \"circumstances\": {}}', '{x}')");
        return round;
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

    /** Another unit at the same place. */
    private static UUID besides(Where where) {
        return switch (where) {
            case OWN, NOT_DELEGATED -> OFFICE;
            case CHILD, GRANDCHILD -> DESK;
            case SIBLING, MOVED_OUT, TO_COME -> NEIGHBOURS_OFFICE;
            case PARENT -> PROVINCE;
            case OTHER_BRANCH -> NEIGHBOUR;
        };
    }

    private JsonNode person(Where where, UUID unit, String fileNumber) {
        LocalDate tomorrow = TODAY.plusDays(1);
        Map<String, Object> first = switch (where) {
            case MOVED_OUT -> post(COMMUNE, "2025-07-01", TODAY.toString());
            case TO_COME -> post(unit, "2025-07-01", tomorrow.toString());
            case NOT_DELEGATED -> with(post(unit, "2025-07-01", null), "managementScope", "UNIT_HEAD");
            default -> post(unit, "2025-07-01", null);
        };
        Map<String, Object> person =
                with(person("Doãn Thử " + where.name().replace('_', ' '), unit), "assignment", first);
        JsonNode registered =
                register(OFFICER, with(person, "fileNumber", fileNumber)).body();
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

    /** For one holder; in the scope that the role is not held for where it is of that place. */
    private static final AtomicInteger TERMS = new AtomicInteger();

    /** A term of one day: a body has no two at once. */
    private static Map<String, Object> termIn(String unit) {
        LocalDate day = LocalDate.of(2030, 1, 1).plusDays(TERMS.incrementAndGet());
        return Map.of(
                "unitId",
                unit,
                "name",
                "Khóa thử",
                "validFrom",
                day.toString(),
                "validTo",
                day.plusDays(1).toString(),
                "instrument",
                "thử quyền",
                "reason",
                "thử quyền");
    }

    private String term(UUID unit) {
        String id = key();
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/terms/" + id, termIn(unit.toString()))
                        .status())
                .isEqualTo(200);
        return id;
    }

    /** A quota of one day, as a term. */
    private static Map<String, Object> quotaIn(String unit) {
        Map<String, Object> quota = new HashMap<>(termIn(unit));
        quota.remove("name");
        quota.putAll(Map.of("regime", "CADRE", "people", 1));
        return quota;
    }

    private String quota(UUID unit) {
        String id = key();
        assertThat(as(ADMIN)
                        .ask("PUT", "/api/personnel/quotas/" + id, quotaIn(unit.toString()))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private String seat(Where where, UUID unit) {
        String id = key();
        String scope = where == Where.NOT_DELEGATED ? "UNIT_HEAD" : "COMMUNE_PARTY_COMMITTEE";
        Map<String, Object> seat = with(seatIn(unit, "T_THU"), "managementScope", scope);
        assertThat(as(ADMIN).ask("PUT", SEATS + "/" + id, seat).status()).isEqualTo(200);
        return id;
    }

    /** The retirement of a person, not signed yet. */
    private JsonNode drafted(String username, String person, String post) {
        return draft(username, content("RETIRE", List.of(ending(person, post)))).body();
    }

    /** The same with all that its paper will say, so that it is issued together with others. */
    private JsonNode whole(Map<String, String> things) {
        Map<String, Object> end = ending(things.getOrDefault("person", ""), things.getOrDefault("assignment", ""));
        Map<String, Object> paper = content("RETIRE", List.of(with(end, "effectiveFrom", TODAY.toString())));
        paper.put("number", number());
        paper.put("signedOn", TODAY.toString());
        paper.put("authority", "COMMUNE_PARTY_COMMITTEE");
        return draft(OFFICER, paper).body();
    }

    /** A unit that ended when the own one began. */
    private String ended() {
        String id = key();
        Map<String, Object> unit = Map.of(
                "tree", "STATE",
                "name", "Xã cũ",
                "type", "TEST",
                "agencyCode", "THU-" + id,
                "validFrom", "2020-07-01",
                "validTo", "2025-07-01",
                "instrument", "thử quyền");
        Caller.Answer answer = as(ADMIN).ask("PUT", "/api/personnel/units/" + id, unit);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return id;
    }

    /** A rating of the person. */
    private byte[] workbook(Map<String, String> things) {
        String number = as(OFFICER)
                .get(PEOPLE + "/" + things.get("person"))
                .body()
                .path("fileNumber")
                .asString();
        return book("Xếp loại", List.of("Số hiệu hồ sơ|Năm|Xếp loại", number + "|2022|Hoàn thành nhiệm vụ"));
    }

    /** A user name, of an account with which nobody has signed in. */
    private String account(String username) {
        Caller.Answer answer = as(ADMIN)
                .ask("POST", ACCOUNTS, Map.of("username", username, "name", "Thử Quyền"), "Idempotency-Key", key());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return username;
    }

    private long version(String username) {
        return as(ADMIN)
                .get(ACCOUNTS + "/" + username)
                .body()
                .path("authzVersion")
                .asLong();
    }

    /** The person with one of everything that hangs on them. */
    private JsonNode withConduct(String person, long revision) {
        JsonNode conduct = JsonMapper.shared().missingNode();
        long now = revision;
        for (String list :
                List.of("/ratings", "/disciplines", "/health-certificates", "/suspensions", "/confidence-votes")) {
            conduct = as(OFFICER)
                    .ask(
                            "POST",
                            PEOPLE + "/" + person + list,
                            switch (list) {
                                case "/ratings" -> RATED;
                                case "/suspensions" -> SUSPENDED;
                                default -> body(list);
                            },
                            "If-Match",
                            "\"" + now++ + "\"",
                            "Idempotency-Key",
                            key())
                    .body();
        }
        return conduct;
    }

    /** Nobody is rated twice for a year. */
    private static final Map<String, Object> RATED = Map.of("year", 2023, "rating", "HTNV");

    private final UUID ofAnotherLevel = UUID.randomUUID();
    private static final Map<String, Object> SUSPENDED = Map.of("from", "2023-01-01", "until", "2023-02-01");

    /** One entry of each class, with a word that tells of somebody. */
    private static final Map<String, Map<String, Object>> CV_ENTRIES = Map.of(
            "cv", Map.of("kind", "OTHER_NAME", "values", Map.of("name", "Doãn Tên Khác")),
            "sensitive-cv", Map.of("kind", "POLICY_GROUP", "values", Map.of("group", "Con thương binh")),
            "restricted-cv", Map.of("kind", "ARREST", "values", Map.of("where", "Nhà tù Hỏa Lò")));

    private static final Map<String, String> CV_FIELDS =
            Map.of("cv", "name", "sensitive-cv", "group", "restricted-cv", "where");

    /** What is said of a file, and proves nothing. */
    private static final String PAPER = "kind=KHAC&title=thu&file=thu.png";

    /** A paper in the dossier of a person, other than the one that is sent. */
    private String paper(String person, String list) {
        Caller.Answer answer = as(OFFICER)
                .send(
                        PEOPLE + "/" + person + "/" + list + "?" + PAPER,
                        "application/octet-stream",
                        SamplePapers.picture("png", 30));
        return answer.body().path("id").asString("none");
    }

    /** A paper that an official offered with what they declared. */
    private String offered(String person, String declaration) {
        grantOwnRecord(OFFICIAL, COMMUNE, person);
        Caller.Answer answer = as(OFFICIAL)
                .send(
                        PEOPLE + "/" + person + "/offered-documents?declarationId=" + declaration + "&" + PAPER,
                        "application/octet-stream",
                        SamplePapers.picture("png", 40));
        return answer.body().path("id").asString("none");
    }

    private String cvEntry(String person, String list, long revision) {
        Caller.Answer answer = as(OFFICER)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/" + list,
                        Objects.requireNonNull(CV_ENTRIES.get(list)),
                        "If-Match",
                        "\"" + revision + "\"",
                        "Idempotency-Key",
                        key());
        return answer.body().path("entries").path(0).path("id").asString("none");
    }

    /** What officials declare of each class. */
    private static final Map<String, Map<String, Object>> DECLARED = Map.of(
            "declarations",
            Map.of("act", "ADD", "kind", "OTHER_NAME", "values", Map.of("name", "Doãn Tự Khai")),
            "sensitive-declarations",
            Map.of("act", "ADD", "kind", "POLICY_GROUP", "values", Map.of("group", "Con liệt sĩ")));

    /** What an official declared of themself. */
    private String declaration(String person, String list) {
        grantOwnRecord(OFFICIAL, COMMUNE, person);
        return as(OFFICIAL)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/" + list,
                        Objects.requireNonNull(DECLARED.get(list)),
                        "Idempotency-Key",
                        key())
                .body()
                .path("id")
                .asString("none");
    }

    /** Which list of declarations an operation is about; empty for others. */
    private static String declaredOf(String operation) {
        return DECLARED.keySet().stream()
                .filter(list -> operation.matches(".*/" + list + "(/.*)?$"))
                .findFirst()
                .orElse("");
    }

    /** Which list of entries an operation is about, as {@code sensitive-cv}; empty for others. */
    private static String cvOf(String operation) {
        return CV_ENTRIES.keySet().stream()
                .filter(list -> operation.matches(".*/" + list + "(/.*)?$"))
                .findFirst()
                .orElse("");
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

    private static Map<String, Object> body(String path) {
        if (path.contains("/evaluations")) {
            return ofEvaluation(path);
        }
        // Neither is done by being let in: no round has such a deadline, and no dossier is in such a version.
        if (path.endsWith("/reviews")) {
            return review("{place}", TODAY.minusDays(1));
        }
        if (path.endsWith("/marks")) {
            return marks("CONFIRMED", null, "{rated}", "9.9");
        }
        if (path.contains("/self-assessments/")) {
            return Map.of("scores", Map.of(), "comment", "thử quyền");
        }
        if (path.contains("/paper-templates/")) {
            return Map.of("templateId", "{template}", "reason", "thử quyền");
        }
        if (path.contains("/titles/")) {
            return Map.of("name", "Chức danh khác", "rank", 50, "leadership", false);
        }
        if (path.contains("/seats/")) {
            return Map.of(
                    "unitId", "{place}",
                    "titleCode", "T_THU",
                    "kind", "APPOINTED",
                    "regime", "CADRE",
                    "managementScope", "COMMUNE_PARTY_COMMITTEE",
                    "holders", 1,
                    "validFrom", "2025-07-01",
                    "instrument", "thử quyền");
        }
        if (path.endsWith("/people")) {
            return with(
                    person("Lê Thị Thử", COMMUNE),
                    "assignment",
                    Map.of("unitId", "{place}", "seatId", "{seat}", "validFrom", "2025-07-01"));
        }
        if (path.endsWith("/identity")) {
            return Map.of("fullName", "Lê Thị Thử", "sex", "FEMALE", "birth", "1980", "reason", "thử quyền");
        }
        if (path.endsWith("/file-number")) {
            return Map.of("fileNumber", "THU-" + key(), "reason", "thử quyền");
        }
        if (path.endsWith("/id-number")) {
            // Of nobody else.
            return Map.of(
                    "idNumber",
                    "019082%06d".formatted(ThreadLocalRandom.current().nextInt(1_000_000)),
                    "idNumberReason",
                    "thử quyền",
                    "reason",
                    "thử quyền");
        }
        if (path.contains("/merges")) {
            return path.endsWith("/undo") ? WHY : merging("{person}", "{twin}", List.of("{twinPost}"));
        }
        if (path.contains("/reorganisations")) {
            return ofReorganisation(path);
        }
        if (path.contains("/decisions")) {
            return decision(path);
        }
        if (path.endsWith("/void")) {
            return WHY;
        }
        if (path.endsWith("/decide")) {
            return Map.of("accepted", true);
        }
        if (!declaredOf(path).isEmpty()) {
            return path.contains("/sensitive-")
                    ? correcting("{sensitiveEntry}", Map.of("group", "Con liệt sĩ"))
                    : correcting("{cv}", Map.of("name", "Doãn Tự Sửa"));
        }
        String cv = cvOf(path);
        if (!cv.isEmpty()) {
            Map<String, Object> entry = Objects.requireNonNull(CV_ENTRIES.get(cv));
            return path.endsWith("}")
                    ? Map.of("values", Objects.requireNonNull(entry.get("values")), "reason", "thử quyền")
                    : with(entry, "values", Map.of(Objects.requireNonNull(CV_FIELDS.get(cv)), "thử quyền"));
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
        if (path.endsWith("/work-notice")) {
            return Map.of("wanted", false);
        }
        if (path.endsWith("/saved-filters/{filterId}")) {
            return savedFilter();
        }
        if (path.contains("/terms/")) {
            return termIn("{place}");
        }
        if (path.contains("/quotas/")) {
            return quotaIn("{place}");
        }
        if (path.contains("/predecessors/")) {
            return Map.of("kind", "MERGE", "effectiveOn", "2025-07-01", "instrument", "thử quyền");
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
        if (path.contains("/suspensions")) {
            return reasoned(path, "/suspensions", Map.of("from", "2024-01-01", "until", "2024-02-01"));
        }
        if (path.contains("/confidence-votes")) {
            Map<String, Object> vote = Map.of("heldOn", "2024-01-01", "high", 20, "confidence", 3, "low", 1);
            return reasoned(path, "/confidence-votes", vote);
        }
        Map<String, Object> post = Map.of(
                "unitId", "{place}",
                "seatId", "{seat}",
                "concurrent", path.endsWith("/assignments"),
                "validFrom", "2025-08-01");
        return reasoned(path, "/assignments", post);
    }

    private static Map<String, Object> correcting(String entry, Map<String, String> values) {
        return Map.of("act", "CORRECT", "entryId", entry, "values", values);
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

    private static Map<String, Object> ofEvaluation(String path) {
        if (path.endsWith("/evaluations")) {
            return with(
                    Map.of(
                            "unitId", "{place}",
                            "level", "COMMUNE_PARTY_COMMITTEE",
                            "year", 2026,
                            "scheme", "PUBLIC_EMPLOYEE_QUARTER_233"),
                    "quarter",
                    3);
        }
        if (path.contains("/sheets/")) {
            return sheet("STAFF", 80);
        }
        if (path.endsWith("/people")) {
            return Map.of("leaveOut", List.of("{rated}"));
        }
        return path.endsWith("/reopen")
                ? WHY
                : path.endsWith("/decide") ? Map.of("document", "1-QĐ/ĐU") : Map.of("unitGrade", "HTTNV");
    }

    private static Map<String, Object> ofReorganisation(String path) {
        if (path.contains("/posts/")) {
            return Map.of("into", "UNIT", "unitId", "{place}", "seatId", "{seat}", "title", "Văn thư");
        }
        return path.endsWith("/approve")
                ? Map.of()
                : path.endsWith("/undo") || path.endsWith("/withdraw") ? WHY : reorganisationOfAll();
    }

    private static Map<String, Object> decision(String path) {
        Map<String, Object> end = Map.of("personId", "{person}", "act", "END", "assignmentId", "{assignment}");
        Map<String, Object> start = Map.of("personId", "{person}", "act", "START", "seatId", "{chair}");
        if (path.endsWith("/decisions/issue")) {
            return bundle("{decision}", "{decision}");
        }
        if (path.endsWith("/issue")) {
            return Map.of(
                    "number", "1-QĐ/ĐU",
                    "signedOn", "2026-01-01",
                    "authority", "COMMUNE_PARTY_COMMITTEE",
                    "effects", List.of(Map.of("effectId", "{effect}", "effectiveFrom", "2026-01-01")));
        }
        if (path.endsWith("/rescind")) {
            return Map.of("number", "1-QĐ/ĐU", "signedOn", TODAY.toString(), "reason", "thử quyền");
        }
        if (path.endsWith("/withdraw")) {
            return WHY;
        }
        return reasoned(path, "/decisions", Map.of("kind", "APPOINT", "effects", List.of(start, end)));
    }

    private static Map<String, Object> bundle(String... decisions) {
        return Map.of(
                "decisions",
                Arrays.stream(decisions)
                        .map(decision -> Map.of("decisionId", decision, "revision", 1))
                        .toList());
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
