package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.events.Inbox;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import opencadre.kit.service.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The copy of what personnel says: it follows, it forgets, it can be made anew; and who may look at it. */
class PersonnelCopyIT extends RunningService {

    private static final Owner OWNER = new Owner(SERVICE);

    private static final List<String> TOPICS =
            List.of("personnel.unit.v1", "personnel.grant.v1", "personnel.person.v1");

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
        grant("quyhoach.tinh", ending, 900, "UNIT_ORG_OFFICER");
        await(() -> as("quyhoach.tinh").get(PEOPLE).status() == 200);

        unitUntil(ending, 2, "2026-01-01");

        await(() -> as("quyhoach.tinh").get(PEOPLE).status() == 403);
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
    void aRecordThatWentIntoAnotherIsListedNoMore() {
        UUID id = UUID.randomUUID();
        UUID kept = UUID.randomUUID();
        person(id, 1, "Lã Văn Gộp", COMMUNE, "2025-07-01");
        await(() -> as(CLERK).get(PEOPLE + "?limit=200").body().toString().contains(id.toString()));

        OWNER.send(
                "personnel.person.v1",
                id.toString(),
                2,
                Map.of(
                        "personId", id.toString(),
                        "revision", 2,
                        "recordedAt", "2026-11-24T02:30:00Z",
                        "because", "merged",
                        "mergedInto", kept.toString(),
                        "identities",
                                List.of(Map.of(
                                        "fullName", "Lã Văn Gộp",
                                        "sex", "MALE",
                                        "birth", "1980",
                                        "validFrom", "1900-01-01",
                                        "recordedFrom", "2026-11-20T01:00:00Z")),
                        "assignments", List.of(),
                        "custody",
                                Map.of(
                                        "unitId", COMMUNE.toString(),
                                        "managementScope", "COMMUNE_PARTY_COMMITTEE",
                                        "from", "2026-11-20")));

        await(() -> panel(id).body().path("posts").isEmpty());
        assertThat(as(CLERK).get(PEOPLE + "?limit=200").body().toString()).doesNotContain(id.toString());
        assertThat(panel(id).status()).isEqualTo(200);
        assertThat(read("SELECT merged_into::text FROM person_copy WHERE person_id = '" + id + "'"))
                .containsExactly(kept.toString());
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
              UNION ALL SELECT 'version ' || unit_id || valid_from || valid_to || name FROM unit_copy
              UNION ALL SELECT 'account ' || account || username || authz_version FROM account
              UNION ALL SELECT 'grant ' || account || role || unit_id || scopes::text || class || valid_from FROM access_grant
              UNION ALL SELECT 'place ' || person_id || source_id || unit_id || position || scope || valid_from || valid_to
                               || name_key FROM place
              UNION ALL SELECT 'word ' || person_id || word FROM person_word JOIN name_word ON id = word_id
              UNION ALL SELECT 'person ' || person_id || revision || recorded_at || full_name FROM person_copy
              UNION ALL SELECT 'post ' || assignment_id || valid_from || valid_to || person_id || unit_id || title FROM post_copy
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
        String account = "quyhoach.tinh";
        long revision = 0;
        for (String role : contracts.roles()) {
            grant(account, COMMUNE, ++revision, role);
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
