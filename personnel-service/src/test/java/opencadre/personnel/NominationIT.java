package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A decision that names people for a seat gives nobody a post: the election does. */
class NominationIT extends DecisionRequests {

    private JsonNode nominated(String person, String seat) {
        Caller.Answer drafted = draft(CLERK, content("NOMINATE", List.of(nominating(person, seat))));
        assertThat(drafted.status()).as(drafted.body().toString()).isEqualTo(201);
        return drafted.body();
    }

    private static Map<String, Object> signature() {
        return Map.of(
                "number",
                number(),
                "signedOn",
                TODAY.toString(),
                "authority",
                "COMMUNE_PARTY_COMMITTEE",
                "effects",
                List.of());
    }

    @Test
    void whoeverIsNamedHoldsWhatTheyHeldAndIsNamedFromTheDayOfTheSignature() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Ngô Văn Cử", COMMUNE);
        JsonNode before = as(CLERK).get(PEOPLE + "/" + person).body();

        Caller.Answer issued = act(OFFICER, "issue", nominated(person, seat), signature());

        assertThat(issued.status()).as(issued.body().toString()).isEqualTo(200);
        JsonNode effect = issued.body().path("effects").path(0);
        assertThat(effect.path("act").asString()).isEqualTo("NOMINATE");
        assertThat(effect.path("effectiveFrom").asString()).isEqualTo(TODAY.toString());
        assertThat(effect.has("assignmentId")).isFalse();
        assertThat(as(CLERK).get(PEOPLE + "/" + person).body()).isEqualTo(before);
        assertThat(holders(seat, TODAY)).isEmpty();
        assertThat(about(CLERK, person)).hasSize(1);
        assertThat(about(OTHER_CLERK, person)).isEmpty();
    }

    @Test
    void severalMayBeNamedForASeatThatIsHeld() {
        String seat = seat(COMMUNE);
        issued(conclusion(registered(CLERK, "Ngô Văn Ngồi", COMMUNE), seat), TODAY);
        String first = registered(CLERK, "Ngô Văn Nhất", COMMUNE);
        String second = registered(CLERK, "Ngô Văn Nhì", COMMUNE);
        JsonNode draft = draft(CLERK, content("NOMINATE", List.of(nominating(first, seat), nominating(second, seat))))
                .body();

        assertThat(act(OFFICER, "issue", draft, signature()).status()).isEqualTo(200);
    }

    @Test
    void aNominationIsCorrectedAndRescinded() {
        String person = registered(CLERK, "Ngô Văn Sửa", COMMUNE);
        String seat = seat(COMMUNE);
        JsonNode issued =
                act(OFFICER, "issue", nominated(person, seat), signature()).body();

        Caller.Answer corrected = corrected(OFFICER, issued, TODAY.plusDays(3));
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected
                        .body()
                        .path("effects")
                        .path(0)
                        .path("effectiveFrom")
                        .asString())
                .isEqualTo(TODAY.plusDays(3).toString());
        Caller.Answer rescinded = act(
                OFFICER,
                "rescind",
                corrected.body(),
                Map.of("number", "9-QĐ/ĐU", "signedOn", TODAY.toString(), "reason", "Rút giới thiệu"));
        assertThat(rescinded.body().path("state").asString()).isEqualTo("RESCINDED");
    }

    @Test
    void aNominationHoldsNothingElseAndNothingElseHoldsOne() {
        String seat = seat(COMMUNE);
        String person = registered(CLERK, "Ngô Văn Lẫn", COMMUNE);

        assertThat(draft(CLERK, content("NOMINATE", List.of(starting(person, seat))))
                        .codes())
                .containsExactly("kind-only-nominates");
        assertThat(draft(CLERK, content("APPOINT", List.of(starting(person, seat), nominating(person, seat))))
                        .codes())
                .containsExactly("kind-nominates-nobody");
        assertThat(draft(
                                CLERK,
                                content(
                                        "NOMINATE",
                                        List.of(nominating(person, seat), ending(person, mainPost(person)))))
                        .codes())
                .containsExactly("kind-only-nominates");
        assertThat(draft(
                                CLERK,
                                content(
                                        "NOMINATE",
                                        List.of(nominating(
                                                person, UUID.randomUUID().toString()))))
                        .codes())
                .containsExactly("unknown-seat");
    }

    @Test
    void theLevelIsJudgedAndASeatElsewhereIsNotNamedFor() {
        String person = registered(CLERK, "Ngô Văn Ngoài", COMMUNE);
        JsonNode here = nominated(person, seat(COMMUNE));
        JsonNode elsewhere = draft(OFFICER, content("NOMINATE", List.of(nominating(person, seat(NEIGHBOUR)))))
                .body();

        assertThat(act(OFFICER, "issue", here, with(signature(), "authority", "UNIT_HEAD"))
                        .codes())
                .containsExactly("authority-not-the-deciding-level");
        assertThat(act(CLERK, "issue", elsewhere, signature()).codes()).containsExactly("unit-outside-scope");
    }

    @Test
    void thePaperSaysForWhatSomebodyIsNamed() throws java.io.IOException {
        String person = registered(CLERK, "Ngô Văn Giấy", COMMUNE);
        JsonNode draft = nominated(person, seat(COMMUNE));

        assertThat(words(CLERK, draft))
                .contains(
                        "về việc giới thiệu ứng cử",
                        "Điều 1. Giới thiệu đồng chí Ngô Văn Giấy ứng cử vào chức vụ Chức danh T_THU, Phường Sông"
                                + " Công.")
                .doesNotContain("Ngô Văn Giấy giữ chức vụ");
    }
}
