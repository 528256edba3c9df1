package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.service.Owner;
import opencadre.kit.service.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two accounts are not two people: plans and procedures ask whose hands they are, and so does the database. */
class FourEyesIT extends ProcedureRequests {

    private static final Owner PERSONNEL = new Owner(SERVICE);
    private static final String DEPUTY = "thamdinh.truong";
    private static final Map<String, Object> POLICY = Map.of("approvedOn", "2026-11-05", "decision", "102-TB/TU");

    private final Map<String, String> told = new HashMap<>();

    @AfterEach
    void nobodyIsAnybody() {
        // On the topic too, so that a copy that is made anew has it.
        told.forEach((username, role) -> grant(username, role, PROVINCE, laterRevision()));
        await(() -> told.keySet().stream()
                .allMatch(username -> read("SELECT 'free' FROM account WHERE holder IS NULL AND username = '" + username
                                + "'")
                        .contains("free")));
        read("UPDATE account SET holder = NULL RETURNING account");
    }

    @Test
    void whoProposesApprovesByNoOtherAccount() {
        Official planned = published("Lý Văn Đôi");
        UUID one = UUID.randomUUID();
        told(OFFICER, "PROV_ORG_OFFICER", one, null);
        told(LEADER, "PROV_ORG_LEADER", one, null);
        String entry = proposed(planned.id, chair);

        assertThat(approve(LEADER, entry, 1, "2026-03-15").codes()).containsExactly("own-plan-entry");
        assertThat(entry(LEADER, entry, DAY).path("own").asBoolean()).isTrue();
        assertThat(waiting(LEADER)).noneMatch(item -> item.endsWith(entry));
        assertThatThrownBy(() -> approvedPastTheRule(entry, LEADER))
                .hasStackTraceContaining("plan_entry_approved_by_another_hand");

        told(LEADER, "PROV_ORG_LEADER", UUID.randomUUID(), null);
        assertThat(approve(LEADER, entry, 1, "2026-03-15").status()).isEqualTo(200);
    }

    @Test
    void alsoWhereItBecomesKnownLaterWhoseTheAccountsAre() {
        Official planned = published("Lý Văn Muộn");
        String entry = proposed(planned.id, chair);
        UUID one = UUID.randomUUID();
        is(OFFICER, one);
        is(LEADER, one);

        assertThat(approve(LEADER, entry, 1, "2026-03-15").codes()).containsExactly("own-plan-entry");
        assertThatThrownBy(() -> approvedPastTheRule(entry, LEADER))
                .hasStackTraceContaining("plan_entry_approved_by_another_hand");
    }

    @Test
    void whoWasOneWithTheProposerStaysSoWhenTheAccountPassesOn() {
        Official planned = published("Lý Văn Chuyển");
        UUID one = UUID.randomUUID();
        is(OFFICER, one);
        String entry = proposed(planned.id, chair);
        is(OFFICER, UUID.randomUUID());
        is(LEADER, one);

        assertThat(approve(LEADER, entry, 1, "2026-03-15").codes()).containsExactly("own-plan-entry");
    }

    @Test
    void nobodyProposesOrApprovesThemself() {
        Official planned = published("Lý Văn Mình");
        is(OFFICER, planned.id);
        assertThat(propose(OFFICER, planned.id, chair).codes()).containsExactly("own-affair");
        is(OFFICER, null);
        String entry = proposed(planned.id, chair);
        is(LEADER, planned.id);

        assertThat(approve(LEADER, entry, 1, "2026-03-15").codes()).containsExactly("own-affair");
        assertThat(waiting(LEADER)).noneMatch(item -> item.endsWith(entry));
        assertThatThrownBy(() -> approvedPastTheRule(entry, LEADER))
                .hasStackTraceContaining("plan_entry_of_somebody_else");
        is(LEADER, null);
        is(OFFICER, planned.id);
        assertThat(approve(LEADER, entry, 1, "2026-03-15").codes()).containsExactly("own-affair");
    }

    @Test
    void aDelegationIsTheGiversHandOnEitherSide() {
        Official planned = published("Lý Văn Ủy");
        String byOfficer = proposed(planned.id, chair);
        delegated(DEPUTY, "PROV_ORG_LEADER", OFFICER);
        assertThat(approve(DEPUTY, byOfficer, 1, "2026-03-15").codes()).containsExactly("own-plan-entry");

        Official other = published("Lý Văn Quyền");
        delegated(DEPUTY, "PROV_ORG_OFFICER", LEADER);
        String byDeputy = propose(DEPUTY, other.id, chair).body().path("id").asString();
        assertThat(approve(LEADER, byDeputy, 1, "2026-03-15").codes()).containsExactly("own-plan-entry");
        assertThat(waiting(LEADER)).noneMatch(item -> item.endsWith(byDeputy));

        Official giver = published("Lý Văn Trao");
        is(LEADER, giver.id);
        assertThat(propose(DEPUTY, giver.id, chair).codes()).containsExactly("own-affair");
    }

    @Test
    void whoOpensAProcedureDecidesInItByNoOtherAccount() {
        Official candidate = candidate("Lý Văn Trình");
        String id = open(OFFICER, chair, "2026-11-02", List.of(candidate.id))
                .body()
                .path("id")
                .asString();
        UUID one = UUID.randomUUID();
        is(OFFICER, one);
        is(LEADER, one);

        assertThat(tried(LEADER, id, "policy-approval", POLICY).codes()).containsExactly("own-procedure");
        assertThatThrownBy(() -> read("UPDATE procedure SET policy_by = '" + Tokens.subject(token(LEADER))
                        + "' WHERE id = '" + id + "' RETURNING id::text"))
                .hasStackTraceContaining("procedure_policy_by_another_hand");
        assertThatThrownBy(() -> read("UPDATE procedure SET state = 'CONCLUDED', ended_by = '"
                        + Tokens.subject(token(LEADER)) + "' WHERE id = '" + id + "' RETURNING id::text"))
                .hasStackTraceContaining("procedure_concluded_by_another_hand");
    }

    @Test
    void nobodyActsInAProcedureThatNamesThem() {
        Official candidate = candidate("Lý Văn Cử");
        is(OFFICER, candidate.id);
        assertThat(open(OFFICER, chair, "2026-11-02", List.of(candidate.id)).codes())
                .containsExactly("own-affair");
        is(OFFICER, null);
        String id = open(OFFICER, chair, "2026-11-02", List.of(candidate.id))
                .body()
                .path("id")
                .asString();
        is(LEADER, candidate.id);

        assertThat(tried(LEADER, id, "policy-approval", POLICY).codes()).containsExactly("own-affair");
        assertThat(waiting(LEADER)).noneMatch(item -> item.endsWith(id));
        assertThatThrownBy(() -> read("UPDATE procedure SET policy_by = '" + Tokens.subject(token(LEADER))
                        + "' WHERE id = '" + id + "' RETURNING id::text"))
                .hasStackTraceContaining("procedure_of_somebody_else");

        is(LEADER, null);
        done(LEADER, id, "policy-approval", POLICY);
        is(OFFICER, candidate.id);
        assertThat(tried(OFFICER, id, "steps/1", agreed("2026-11-09")).codes()).containsExactly("own-affair");
    }

    /** As personnel publishes it: an account, and whose it is. */
    private void told(String username, String role, UUID holder, @Nullable String giver) {
        told.put(username, role);
        String account = Tokens.subject(token(username));
        Map<String, Object> grant = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "role",
                role,
                "unitId",
                PROVINCE.toString(),
                "managementScopes",
                List.of(),
                "securityClass",
                0,
                "validFrom",
                "2025-07-01"));
        if (giver != null) {
            grant.put(
                    "delegation",
                    Map.of("grantId", UUID.randomUUID().toString(), "account", Tokens.subject(token(giver))));
        }
        long version = Tokens.version(token(username));
        PERSONNEL.send(
                "personnel.grant.v1",
                account,
                laterRevision(),
                Map.of(
                        "account", account,
                        "username", username,
                        "personId", holder.toString(),
                        "authzVersion", version,
                        "grants", List.of(grant)));
        await(() -> read("SELECT holder::text FROM account WHERE account = '" + account + "'")
                .contains(holder.toString()));
    }

    private void delegated(String username, String role, String giver) {
        told(username, role, UUID.randomUUID(), giver);
    }

    private void is(String username, @Nullable UUID holder) {
        read("UPDATE account SET holder = " + (holder == null ? "NULL" : "'" + holder + "'") + " WHERE account = '"
                + Tokens.subject(token(username)) + "' RETURNING account");
    }

    private void approvedPastTheRule(String entry, String username) {
        read("UPDATE plan_entry SET approved_on = valid_from, decision = '1', approved_by = '"
                + Tokens.subject(token(username)) + "', approved_by_name = 'x', approved_at = recorded_from"
                + " WHERE id = '" + entry + "' RETURNING id::text");
    }

    private static String token(String username) {
        return Tokens.of(username, SERVICE);
    }
}
