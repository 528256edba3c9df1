package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who looked at a person is told of plans, verdicts, procedures and lists too, and not of who was not shown. */
class ViewsIT extends ProcedureRequests {

    private static final String INSPECTOR = "kiemtra.tinh";

    @Test
    void plansVerdictsAndListsNameEverybodyWhomTheyShowed() {
        Official one = published("Tạ Quy Một");
        Official two = published("Tạ Quy Hai");
        Official other = published("Tạ Quy Khác");
        planned(one.id, chair);
        planned(two.id, chair);
        int before = views(other).size();

        as(CLERK).get(PLANS + "?seatId=" + chair);
        as(CLERK).get(SEATS + "/" + chair);
        as(CLERK).get(SEATS + "/" + chair + "/verdicts");
        as(CLERK).get(SEATS + "/" + chair + "/verdicts/" + one.id);

        assertThat(seenBy(CLERK, one))
                .containsExactly("getVerdict -", "listVerdicts 2", "getSeat 2", "listPlanEntries 2");
        assertThat(seenBy(CLERK, two)).containsExactly("listVerdicts 2", "getSeat 2", "listPlanEntries 2");
        assertThat(seenBy(CLERK, other)).isEmpty();
        assertThat(views(other)).as("what the inspector asks").hasSizeGreaterThan(before);
        assertThat(read("SELECT count(*)::text FROM audit WHERE operation = 'listPlanEntries' AND id IN (SELECT"
                        + " audit_id FROM audit_subject WHERE person_id = '" + one.id + "')"))
                .as("one entry for one answer")
                .containsExactly("1");
    }

    @Test
    void proceduresAndWhatIsDoneInThemNameTheirCandidates() {
        Official one = candidate("Tạ Trình Một");
        Official two = candidate("Tạ Trình Hai");
        String id = inSteps(List.of(one, two));
        done(OFFICER, id, "steps/1", agreed("2026-11-09"));
        as(CLERK).get(PROCEDURES + "/" + id);
        as(CLERK).get(PROCEDURES + "/" + id + "/record");

        for (Official person : List.of(one, two)) {
            assertThat(seenBy(CLERK, person)).containsExactly("getProcedureRecord 2", "getProcedure 2");
            assertThat(seenBy(OFFICER, person)).contains("holdStep 2", "openProcedure 2");
            assertThat(seenBy(LEADER, person)).contains("approvePolicy 2");
        }
        JsonNode held = views(one).stream()
                .filter(view -> view.path("operation").asString().equals("holdStep"))
                .findFirst()
                .orElseThrow();
        assertThat(held.path("manner").asString()).isEqualTo("CHANGE");
        assertThat(held.path("recordId").asString()).isEqualTo(id);
        assertThat(held.has("detail")).isFalse();
    }

    private List<String> seenBy(String username, Official person) {
        return views(person).stream()
                .filter(view -> view.path("username").asString().equals(username))
                .map(view -> view.path("operation").asString() + " "
                        + (view.has("people") ? view.path("people").asString() : "-"))
                .toList();
    }

    private List<JsonNode> views(Official person) {
        Tokens.ofNewSession(INSPECTOR, SERVICE);
        grant(INSPECTOR, "INSPECTION_OFFICER", PROVINCE, laterRevision());
        UUID id = person.id;
        await(() -> as(INSPECTOR).get(PEOPLE + "/" + id + "/views").status() == 200);
        return as(INSPECTOR)
                .get(PEOPLE + "/" + id + "/views?limit=200")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
