package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import opencadre.kit.service.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two accounts are not two people: a decision is prepared by one and issued by another, and is about neither. */
class FourEyesIT extends DecisionRequests {

    @AfterEach
    void nobodyIsAnybody() {
        is(CLERK, null);
        is(OFFICER, null);
    }

    @Test
    void whoPreparesIssuesByNoOtherAccount() {
        String one = UUID.randomUUID().toString();
        is(CLERK, one);
        is(OFFICER, one);
        JsonNode draft = prepared(registered(OFFICER, "Lý Văn Kép", COMMUNE));

        assertThat(act(OFFICER, "issue", draft, signature(number(), draft, TODAY))
                        .codes())
                .containsExactly("own-decision");
        assertThat(as(OFFICER)
                        .get(DECISIONS + "/" + draft.path("id").asString())
                        .body()
                        .path("own")
                        .asBoolean())
                .isTrue();
        assertThat(waiting(OFFICER, draft.path("id").asString())).isEmpty();
        assertThatThrownBy(() -> issuedPastTheRule(draft)).hasStackTraceContaining("decision_issued_by_another_hand");
        is(OFFICER, null);
        issued(draft, TODAY);
    }

    @Test
    void alsoWhereItBecomesKnownLaterWhoseTheAccountsAre() {
        JsonNode draft = prepared(registered(OFFICER, "Lý Văn Muộn", COMMUNE));
        String one = UUID.randomUUID().toString();
        is(CLERK, one);
        is(OFFICER, one);

        assertThat(act(OFFICER, "issue", draft, signature(number(), draft, TODAY))
                        .codes())
                .containsExactly("own-decision");
        assertThatThrownBy(() -> issuedPastTheRule(draft)).hasStackTraceContaining("decision_issued_by_another_hand");
    }

    @Test
    void nobodyPreparesOrIssuesWhatIsAboutThemself() {
        String person = registered(OFFICER, "Lý Văn Mình", COMMUNE);
        is(CLERK, person);
        assertThat(draft(CLERK, content("RETIRE", List.of(ending(person, mainPost(person)))))
                        .codes())
                .containsExactly("own-affair");
        is(CLERK, null);
        JsonNode draft = prepared(person);
        is(OFFICER, person);

        assertThat(act(OFFICER, "issue", draft, signature(number(), draft, TODAY))
                        .codes())
                .containsExactly("own-affair");
        assertThatThrownBy(() -> issuedPastTheRule(draft)).hasStackTraceContaining("decision_of_somebody_else");
        is(OFFICER, null);
        is(CLERK, person);
        assertThat(act(OFFICER, "issue", draft, signature(number(), draft, TODAY))
                        .codes())
                .containsExactly("own-affair");
    }

    @Test
    void whatFollowsFromAProcedureIsNotIssuedByWhomItIsAbout() {
        String person = registered(OFFICER, "Lý Văn Lên", COMMUNE);
        JsonNode draft = conclusion(person, seat(COMMUNE));
        is(OFFICER, person);

        assertThat(act(OFFICER, "issue", draft, signature(number(), draft, TODAY))
                        .codes())
                .containsExactly("own-affair");
        is(OFFICER, null);
        issued(draft, TODAY);
    }

    private JsonNode prepared(String person) {
        var answer = draft(CLERK, content("RETIRE", List.of(ending(person, mainPost(person)))));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body();
    }

    private void issuedPastTheRule(JsonNode draft) {
        asOwner("UPDATE decision SET state = 'ISSUED', number = 'x', signed_on = valid_from, authority = 5, issued_by"
                + " = '"
                + account(OFFICER) + "', recorded_by = '" + account(OFFICER) + "' WHERE id = '"
                + draft.path("id").asString() + "'");
    }

    private static String account(String username) {
        return Tokens.subject(Tokens.of(username, "personnel"));
    }
}
