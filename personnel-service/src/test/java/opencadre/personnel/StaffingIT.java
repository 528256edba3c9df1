package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.personnel.seat.ManagementScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a box of the organisation chart says of a unit and of those directly below it. */
class StaffingIT extends PersonRequests {

    private final UUID ward = UUID.randomUUID();
    private final UUID office = UUID.randomUUID();

    @BeforeEach
    void aWardWithAnOffice() {
        establish(ward, COMMUNE, "Ban bố trí");
        establish(office, ward, "Tổ bố trí");
        title("T_DUNG_DAU", 10);
        title("T_PHO", 20);
    }

    private String seat(UUID unit, String title, int holders) {
        String id = UUID.randomUUID().toString();
        assertThat(as(ADMIN)
                        .ask("PUT", SEATS + "/" + id, with(seatIn(unit, title), "holders", holders))
                        .status())
                .isEqualTo(200);
        return id;
    }

    private List<JsonNode> boxes(String username, UUID unit, String query) {
        var answer = as(username).get("/api/personnel/units/" + unit + "/staffing" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    private JsonNode box(String username) {
        return boxes(username, ward, "").getFirst();
    }

    @Test
    void tellsWhoHeadsAUnitAndHowManyOfItsPlacesAreFilled() {
        String head = seat(ward, "T_DUNG_DAU", 1);
        String deputies = seat(ward, "T_PHO", 2);
        String person = registered(CLERK, "Bế Văn Đứng", ward);
        String deputy = registered(CLERK, "Bế Văn Giúp", ward);
        addPost(CLERK, person, 1, inSeat(head, "2026-01-01"));
        addPost(CLERK, deputy, 1, inSeat(deputies, "2026-01-01"));

        JsonNode box = box(CLERK);

        assertThat(box.path("approved").asInt()).isEqualTo(3);
        assertThat(box.path("filled").asInt()).isEqualTo(2);
        assertThat(box.path("whole").asBoolean()).isTrue();
        assertThat(box.path("head").path("seatId").asString()).isEqualTo(head);
        assertThat(box.path("head").path("title").asString()).isEqualTo("Chức danh T_DUNG_DAU");
        assertThat(box.path("head").path("vacant").asBoolean()).isFalse();
        assertThat(box.path("head").path("heldBy").path(0).path("fullName").asString())
                .isEqualTo("Bế Văn Đứng");
        assertThat(auditEntries(person)).contains("listStaffing");
        assertThat(auditEntries(deputy))
                .as("whoever is only counted was not shown")
                .doesNotContain("listStaffing");
    }

    @Test
    void theUnitComesFirstAndThenWhatStandsDirectlyBelowIt() {
        UUID below = UUID.randomUUID();
        establish(below, office, "Nhóm bố trí");
        UUID other = UUID.randomUUID();
        establish(other, ward, "Bộ phận bố trí");

        assertThat(boxes(CLERK, ward, "").stream().map(box -> box.path("unitId").asString()))
                .containsExactly(ward.toString(), other.toString(), office.toString());
        assertThat(boxes(CLERK, ward, "?asOf=2025-06-30")).isEmpty();
        assertThat(as(CLERK)
                        .get("/api/personnel/units/" + UUID.randomUUID() + "/staffing")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSeatHeldByActingOnlyIsVacantAndSaysWhoActs() {
        String head = seat(ward, "T_DUNG_DAU", 1);
        String person = registered(CLERK, "Bế Văn Thay", ward);
        addPost(CLERK, person, 1, with(inSeat(head, "2026-01-01"), "acting", true));

        JsonNode box = box(CLERK);

        assertThat(box.path("filled").asInt()).isZero();
        assertThat(box.path("head").path("vacant").asBoolean()).isTrue();
        assertThat(box.path("head").path("heldBy").path(0).path("acting").asBoolean())
                .isTrue();
    }

    @Test
    void whoeverDoesNotReachTheUnitIsToldOfNobodyAndOfNoVacancy() {
        String head = seat(ward, "T_DUNG_DAU", 1);
        JsonNode before = box(OTHER_CLERK);
        String person = registered(CLERK, "Bế Văn Khuất", ward);
        addPost(CLERK, person, 1, inSeat(head, "2026-01-01"));

        JsonNode box = box(OTHER_CLERK);

        assertThat(box).as("held or not").isEqualTo(before);
        assertThat(box.path("approved").asInt()).isEqualTo(1);
        assertThat(box.path("filled").asInt()).isZero();
        assertThat(box.path("whole").asBoolean()).isFalse();
        assertThat(box.path("head").path("vacant").asBoolean()).isFalse();
        assertThat(box.path("head").path("heldBy")).isEmpty();
    }

    @Test
    void aScopeThatIsNotDelegatedLeavesItOpenWhetherASeatIsVacant() {
        seat(ward, "T_DUNG_DAU", 1);
        hold(
                OTHER_CLERK,
                new Grant(
                        "UNIT_ORG_OFFICER",
                        COMMUNE,
                        List.of(ManagementScope.PROVINCIAL_BTV.ordinal()),
                        0,
                        LocalDate.of(2025, 1, 1),
                        null));

        assertThat(box(OTHER_CLERK).path("head").path("vacant").asBoolean()).isFalse();
        assertThat(box(CLERK).path("head").path("vacant").asBoolean()).isTrue();
    }

    @Test
    void ofAnotherDayASeatIsNotCalledVacantSinceItsHolderMayBeGoneFromSight() {
        String head = seat(ward, "T_DUNG_DAU", 1);
        String person = registered(CLERK, "Bế Văn Qua", ward);
        addPost(CLERK, person, 1, inSeat(head, "2026-01-01"));

        JsonNode before = boxes(CLERK, ward, "?asOf=2025-12-31").getFirst();
        JsonNode after = boxes(CLERK, ward, "?asOf=2026-01-01").getFirst();

        assertThat(before.path("head").path("heldBy")).isEmpty();
        assertThat(before.path("head").path("vacant").asBoolean()).isFalse();
        assertThat(before.path("whole").asBoolean()).isFalse();
        assertThat(after.path("head").path("heldBy")).hasSize(1);
    }

    @Test
    void whatBecameOfUnitsIsToldBetweenTwoDays() {
        UUID old = UUID.randomUUID();
        Map<String, Object> ended = Map.of(
                "tree", "STATE",
                "name", "Phường Mỏ Chè",
                "type", "PHUONG",
                "validFrom", "2015-05-15",
                "validTo", "2025-07-01",
                "instrument", "932/NQ-UBTVQH13");
        assertThat(as(ADMIN).ask("PUT", "/api/personnel/units/" + old, ended).status())
                .isEqualTo(200);
        assertThat(as(ADMIN)
                        .ask(
                                "PUT",
                                "/api/personnel/units/" + ward + "/predecessors/" + old,
                                Map.of("kind", "MERGE", "effectiveOn", "2025-07-01", "instrument", "1683/NQ-UBTVQH15"))
                        .status())
                .isEqualTo(200);

        assertThat(successions("")).contains(old.toString());
        assertThat(successions("?after=2025-06-30&upTo=2025-07-01")).contains(old.toString());
        assertThat(successions("?after=2025-07-01")).doesNotContain(old.toString());
        assertThat(successions("?upTo=2025-06-30")).doesNotContain(old.toString());
        assertThat(as(CLERK)
                        .get("/api/personnel/successions?after=2026-01-01&upTo=2025-01-01")
                        .codes())
                .containsExactly("ends-before-it-begins");
    }

    private List<String> successions(String query) {
        var answer = as(CLERK).get("/api/personnel/successions" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(step -> step.path("predecessorId").asString())
                .toList();
    }
}
