package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import opencadre.kit.service.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two accounts are not two people: a certificate counts on the word of two, and the database asks it too. */
class FourEyesIT extends CertificateRequests {

    @AfterEach
    void nobodyIsAnybody() {
        read("UPDATE account SET holder = NULL RETURNING account");
        read("DELETE FROM access_grant WHERE delegated_by IS NOT NULL RETURNING account");
    }

    @Test
    void whoEntersVerifiesByNoOtherAccount() {
        UUID person = published("Lý Thị Đôi", COMMUNE);
        UUID one = UUID.randomUUID();
        is(TRAINER, one);
        is(VERIFIER, one);
        String id = entered(person);

        assertThat(verify(VERIFIER, person, id, 1).codes()).containsExactly("own-certificate");
        assertThat(listed(VERIFIER, person).getFirst().path("own").asBoolean()).isTrue();
        assertThat(waiting(VERIFIER)).doesNotContain(id);
        assertThatThrownBy(() -> verifiedPastTheRule(id, VERIFIER))
                .hasStackTraceContaining("certificate_verified_by_another_hand");
        is(VERIFIER, UUID.randomUUID());
        assertThat(verify(VERIFIER, person, id, 1).status()).isEqualTo(200);
    }

    @Test
    void alsoWhereItBecomesKnownLaterWhoseTheAccountsAre() {
        UUID person = published("Lý Thị Muộn", COMMUNE);
        String id = entered(person);
        UUID one = UUID.randomUUID();
        is(TRAINER, one);
        is(VERIFIER, one);

        assertThat(verify(VERIFIER, person, id, 1).codes()).containsExactly("own-certificate");
        assertThatThrownBy(() -> verifiedPastTheRule(id, VERIFIER))
                .hasStackTraceContaining("certificate_verified_by_another_hand");
    }

    @Test
    void nobodyEntersOrVerifiesTheirOwn() {
        UUID person = published("Lý Thị Mình", COMMUNE);
        is(TRAINER, person);
        assertThat(enter(TRAINER, person, theory(number())).codes()).containsExactly("own-affair");
        is(TRAINER, null);
        String id = entered(person);
        is(VERIFIER, person);

        assertThat(verify(VERIFIER, person, id, 1).codes()).containsExactly("own-affair");
        assertThat(waiting(VERIFIER)).doesNotContain(id);
        assertThatThrownBy(() -> verifiedPastTheRule(id, VERIFIER))
                .hasStackTraceContaining("certificate_of_somebody_else");
        is(VERIFIER, null);
        is(TRAINER, person);
        assertThat(verify(VERIFIER, person, id, 1).codes()).containsExactly("own-affair");
    }

    /** The clerk of the one commune verifies there, that of the other also enters. */
    @Test
    void aDelegationIsTheGiversHandOnEitherSide() {
        UUID person = published("Lý Thị Ủy", COMMUNE);
        handedOn(OFFICER, "TRAINING_OFFICER", VERIFIER);
        String byDeputy =
                enter(OFFICER, person, theory(number())).body().path("id").asString();

        assertThat(verify(VERIFIER, person, byDeputy, 1).codes()).containsExactly("own-certificate");
        assertThat(verify(CLERK, person, byDeputy, 1).status()).isEqualTo(200);

        handedOn(OFFICER, "TRAINING_VERIFIER", TRAINER);
        assertThat(verify(OFFICER, person, entered(person), 1).codes()).containsExactly("own-certificate");
    }

    private void handedOn(String username, String role, String giver) {
        read("INSERT INTO access_grant (account, role, unit_id, scopes, class, valid_from, delegated_grant,"
                + " delegated_by) VALUES ('" + account(username) + "', '" + role + "', '" + PROVINCE
                + "', '{}', 0, '2025-07-01',"
                + " uuidv7(), '" + account(giver) + "') RETURNING account");
    }

    private void is(String username, @Nullable UUID holder) {
        read("UPDATE account SET holder = " + (holder == null ? "NULL" : "'" + holder + "'") + " WHERE account = '"
                + account(username) + "' RETURNING account");
    }

    private void verifiedPastTheRule(String id, String username) {
        read("UPDATE certificate SET state = 'VERIFIED', recorded_by = '" + account(username)
                + "', recorded_hands = '{}' WHERE id = '" + id + "' RETURNING id::text");
    }

    private static String account(String username) {
        return Tokens.subject(Tokens.of(username, SERVICE));
    }
}
