package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.events.Inbox;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import opencadre.kit.service.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The copy of what personnel says: it follows, it forgets, it can be made anew; and who may look at it. */
class PersonnelCopyIT extends RunningService {

    private static final List<String> TOPICS = List.of(
            "personnel.unit.v1",
            "personnel.grant.v1",
            "personnel.person.v1",
            "personnel.seat.v1",
            "personnel.decision.v1");

    private static final Owner OWNER = new Owner(SERVICE);

    @Autowired
    private Inbox inbox;

    @Test
    void aCorrectionAndAVoidWalkIntoThePanel() {
        UUID id = UUID.randomUUID();
        person(id, 1, "Lã Văn Theo", COMMUNE, "2025-07-01");
        await(() -> panel(id).status() == 200);

        person(id, 2, "Lã Văn Theo", COMMUNE, "2025-07-03");
        await(() -> since(id).equals("2025-07-03"));
        person(id, 3, "Lã Văn Theo", COMMUNE, null);
        await(() -> panel(id).body().path("posts").isEmpty());

        assertThat(panel(id).body().path("copy").path("revision").asLong()).isEqualTo(3);
    }

    /** As records from before file numbers and agency codes were told, which are on the topics still. */
    @Test
    void whatHasNoNumberAndNoCodeIsTakenOverWithoutThem() {
        UUID id = UUID.randomUUID();
        person(id, 1, "Lã Văn Cũ", COMMUNE, "2025-07-01");
        Official numbered = new Official("Lã Văn Số", COMMUNE).send();
        await(() -> panel(id).status() == 200 && panel(numbered.id).status() == 200);

        assertThat(read("SELECT coalesce(file_number, '-') FROM person_copy WHERE person_id = '" + id + "'"))
                .containsExactly("-");
        assertThat(read("SELECT file_number FROM person_copy WHERE person_id = '" + numbered.id + "'"))
                .containsExactly(numbered.number);
        assertThat(read("SELECT agency_code FROM unit_copy WHERE unit_id = '" + COMMUNE + "'"))
                .containsExactly(agencyCode(COMMUNE));
    }

    @Test
    void aPersonWhoMovesAwayIsGoneHereAndThereFromThenOn() {
        UUID id = UUID.randomUUID();
        person(id, 1, "Lã Văn Chuyển", COMMUNE, "2025-07-01");
        await(() -> panel(id).status() == 200);

        person(id, 2, "Lã Văn Chuyển", NEIGHBOUR, "2025-07-01");

        await(() -> panel(id).status() == 404);
        assertThat(as(OTHER_CLERK).get(PEOPLE + "/" + id).status()).isEqualTo(200);
    }

    @Test
    void aRightEndsWithItsUnitWithoutBeingTakenAway() {
        UUID ending = UUID.randomUUID();
        unitUntil(ending, 1, null);
        grant("daotao.truong", "UNIT_ORG_OFFICER", ending, laterRevision());
        await(() -> as("daotao.truong").get(PEOPLE).status() == 200);

        unitUntil(ending, 2, "2026-01-01");

        await(() -> as("daotao.truong").get(PEOPLE).status() == 403);
        assertThat(read("SELECT valid_to::text FROM access_grant WHERE unit_id = '" + ending + "'"))
                .containsExactly("infinity");
    }

    private static void unitUntil(UUID id, int revision, @Nullable String validTo) {
        Map<String, Object> version = new HashMap<>(Map.of(
                "name", "Đơn vị giải thể", "type", "TEST", "validFrom", "2025-07-01", "instrument", "12/NQ-HĐND"));
        if (validTo != null) {
            version.put("validTo", validTo);
        }
        OWNER.send(
                "personnel.unit.v1",
                id.toString(),
                revision,
                Map.of(
                        "unitId",
                        id.toString(),
                        "revision",
                        revision,
                        "recordedAt",
                        "2026-11-20T01:00:00Z",
                        "tree",
                        "STATE",
                        "position",
                        Map.of("parentId", PROVINCE.toString(), "lo", 900, "hi", 909),
                        "versions",
                        List.of(version)));
    }

    @Test
    void aPostComesFromOneRecordToAnotherWhicheverOfBothIsReadFirst() {
        UUID post = UUID.randomUUID();
        UUID seat = UUID.randomUUID();
        Map<String, Object> rating = Official.rating(2024, "HTTNV");
        Official merged = new Official("Lã Văn Gộp", COMMUNE)
                .post(post, seat, "2025-07-01", null)
                .rated(List.of(rating))
                .send();
        Official kept = new Official("Lã Văn Giữ", COMMUNE).send();
        await(() -> panel(merged.id).status() == 200 && panel(kept.id).status() == 200);

        kept.post(post, seat, "2025-07-01", null).rated(List.of(rating)).send();
        await(() -> panel(kept.id).body().path("posts").size() == 1);
        merged.voided(post).rated(List.of()).mergedInto(kept.id).send();
        await(() -> panel(merged.id).body().path("posts").isEmpty());

        assertThat(read("SELECT DISTINCT closed::text FROM place WHERE person_id = '" + merged.id + "'"))
                .containsExactly("true");
        assertThat(as(CLERK).get(PEOPLE + "?limit=200").body().toString()).doesNotContain(merged.id.toString());
        merged.post(post, seat, "2025-07-01", null).mergedInto(null).send();
        kept.voided(post).send();
        await(() -> panel(kept.id).body().path("posts").isEmpty()
                && panel(merged.id).body().path("posts").size() == 1);
        assertThat(read("SELECT DISTINCT closed::text FROM place WHERE person_id = '" + merged.id + "'"))
                .containsExactly("false");
        assertThat(inbox.parked()).isEmpty();
    }

    @Test
    void anErasedPersonLeavesNothing() {
        UUID id = UUID.randomUUID();
        person(id, 1, "Lã Văn Xóa", COMMUNE, "2025-07-01");
        await(() -> panel(id).status() == 200);

        erase(id, 2);

        await(() -> panel(id).status() == 404);
        assertThat(read("SELECT person_id::text FROM place WHERE person_id = '" + id + "'"))
                .isEmpty();
        assertThat(read("SELECT person_id::text FROM person_copy WHERE person_id = '" + id + "'"))
                .isEmpty();
        assertThat(read("SELECT person_id::text FROM person_word WHERE person_id = '" + id + "'"))
                .isEmpty();
    }

    @Test
    void madeAnewItHasTheSameRows() {
        UUID erased = UUID.randomUUID();
        UUID corrected = UUID.randomUUID();
        person(erased, 1, "Lã Văn Một", COMMUNE, "2025-07-01");
        person(corrected, 1, "Lã Văn Hai", COMMUNE, "2025-07-01");
        person(corrected, 2, "Lã Văn Hai", OFFICE, "2025-08-01");
        erase(erased, 2);
        UUID seat = UUID.randomUUID();
        Official.seat(seat, OFFICE, "CT_UBND_XA", 40, 1);
        Official seated = new Official("Lã Văn Ba", OFFICE)
                .post(UUID.randomUUID(), seat, "2025-07-01", null)
                .disciplined(List.of(Official.discipline("REPRIMAND", "2023-05-10")))
                .send();
        await(() -> as(CLERK).get(PEOPLE + "/" + seated.id).status() == 200
                && as(CLERK).get("/api/planning/seats/" + seat).status() == 200);
        OWNER.send(
                "personnel.decision.v1",
                "019a8f00-0000-7000-8000-0000000000d1",
                2,
                EventContracts.example("personnel.decision.v1"));
        await(() -> !read("SELECT number FROM decision_copy").isEmpty());
        await(() -> since(corrected).equals("2025-08-01"));
        await(() -> as(CLERK).get(PEOPLE + "/" + erased).status() == 404);
        List<String> before = dump();

        TOPICS.forEach(inbox::rebuild);

        await(() -> dump().equals(before));
        assertThat(before).isNotEmpty();
        assertThat(inbox.parked()).isEmpty();
    }

    /** Everything that came from personnel, without local ids and times of arrival. */
    private List<String> dump() {
        return read("""
            SELECT line FROM (
              SELECT 'unit ' || unit_id || tree || coalesce(parent_id::text, '-') || lo || ' ' || hi AS line FROM unit_node
              UNION ALL SELECT 'version ' || unit_id || valid_from || valid_to || name || coalesce(agency_code, '-') FROM unit_copy
              UNION ALL SELECT 'account ' || account || username || authz_version FROM account
              UNION ALL SELECT 'grant ' || account || role || unit_id || scopes::text || class || valid_from FROM access_grant
              UNION ALL SELECT 'place ' || person_id || source_id || unit_id || position || scope || valid_from || valid_to
                               || name_key || closed FROM place
              UNION ALL SELECT 'word ' || person_id || word FROM person_word JOIN name_word ON id = word_id
              UNION ALL SELECT 'person ' || person_id || revision || recorded_at || full_name || coalesce(file_number, '-') || birth
                               || female || ratings_told
                               || disciplines_told || health_told || coalesce(merged_into::text, '-') FROM person_copy
              UNION ALL SELECT 'post ' || assignment_id || valid_from || valid_to || person_id || unit_id || title || scope
                               || coalesce(seat_id::text, '-') || acting || coalesce(term_months, 0) FROM post_copy
              UNION ALL SELECT 'rating ' || rating_id || person_id || year || rating || coalesce(document, '-') FROM rating_copy
              UNION ALL SELECT 'discipline ' || discipline_id || person_id || form || decided_on
                               || coalesce(revoked_on::text, '-') || coalesce(document, '-') FROM discipline_copy
              UNION ALL SELECT 'health ' || certificate_id || person_id || issued_on || coalesce(document, '-') FROM health_copy
              UNION ALL SELECT 'suspension ' || suspension_id || person_id || suspended_from || coalesce(until::text, '-')
                               || coalesce(document, '-') FROM suspension_copy
              UNION ALL SELECT 'seat ' || seat_id || revision || recorded_at || unit_id || tree || kind || scope || holders
                               || coalesce(term_months, 0) || valid_from || valid_to || coalesce(instrument, '-') FROM seat_copy
              UNION ALL SELECT 'decision ' || decision_id || procedure_id || revision || recorded_at || number || signed_on
                               || status || coalesce(effective_from::text, '-') FROM decision_copy
              UNION ALL SELECT 'effect ' || decision_id || version || ordinal || person_id || act || effective_from || kind
                               || status || coalesce(assignment_id::text, '-') || coalesce(planned_return::text, '-')
                          FROM decided_effect
              UNION ALL SELECT 'title ' || seat_id || revision || unit_id || code || name || rank || leadership
                               || equal_titles::text || coalesce(theory_asked, '-') || coalesce(standard_basis, '-') || regime
                               || level FROM seat_title
            ) lines ORDER BY line
            """);
    }

    @Test
    void onlyATokenForThisServiceIsLetIn() {
        for (String token : List.of(Tokens.of(CLERK, "personnel"), Tokens.signIn(CLERK), "not.a.token")) {
            assertThat(stranger().with(token).get(PEOPLE).status()).isEqualTo(401);
        }
        assertThat(stranger().get(PEOPLE).status()).isEqualTo(401);
        assertThat(as(CLERK).get(PEOPLE).status()).isEqualTo(200);
    }

    @Test
    void everyRoleMayReadHereWhatTheFilesSay() {
        AccessContracts contracts = AccessContracts.of(SERVICE);
        String account = "daotao.truong";
        long revision = 0;
        for (String role : contracts.roles()) {
            grant(account, role, COMMUNE, ++revision);
            for (String operation : reads(contracts)) {
                String action =
                        contracts.actionOf("GET", operation.replace("GET ", "")).orElseThrow();
                int wanted = !contracts.carries(role, action) ? 403 : operation.contains("{") ? 404 : 200;
                String path = operation
                        .replace("GET ", "")
                        .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
                await(() -> as(account).get(path).status() == wanted);
            }
        }
    }

    private static List<String> reads(AccessContracts contracts) {
        return contracts.operations().stream()
                .filter(operation -> operation.startsWith("GET "))
                .toList();
    }

    private Caller.Answer panel(UUID id) {
        return as(CLERK).get(PEOPLE + "/" + id);
    }

    private String since(UUID id) {
        return panel(id).body().path("posts").path(0).path("validFrom").asString("");
    }
}
