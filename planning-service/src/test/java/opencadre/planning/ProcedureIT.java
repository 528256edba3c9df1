package opencadre.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Owner;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The five steps over HTTP, from the request for a policy to the decision that personnel records. */
class ProcedureIT extends ProcedureRequests {

    private static final Owner PERSONNEL = new Owner(SERVICE);

    @Test
    void itRunsFromThePolicyToTheConclusionWithAProofThatAnybodyRecomputes() throws Exception {
        Official one = candidate("Trịnh Văn Một");
        Official two = candidate("Trịnh Văn Hai");
        String id = inSteps(List.of(one, two));
        documents(id, one);
        documents(id, two);
        fiveSteps(id, one.id);

        assertThat(procedure(OFFICER, id).path("chosen").asString()).isEqualTo(one.id.toString());
        assertThat(may(OFFICER, id)).doesNotContain("CONCLUDE").contains("CORRECT_STEP", "STOP");
        assertThat(may(LEADER, id)).containsExactly("CONCLUDE");
        JsonNode concluded = done(LEADER, id, "conclude", Map.of("concludedOn", "2026-11-20"));

        assertThat(concluded.path("state").asString()).isEqualTo("CONCLUDED");
        assertThat(concluded.path("conclusion").path("overall").asString()).isEqualTo("PASS");
        assertThat(concluded.path("conclusion").path("criteria")).hasSize(7);
        JsonNode theory = concluded
                .path("conclusion")
                .path("criteria")
                .valueStream()
                .filter(criterion -> criterion.path("code").asString().equals("theory"))
                .findFirst()
                .orElseThrow();
        assertThat(theory.path("required").path("vi").asString()).contains("cao cấp");
        assertThat(theory.path("facts").path(0).path("id").asString()).isNotEmpty();
        assertThat(theory.path("bases").path(0).path("regulation").asString()).isEqualTo("365-QĐ/TW");
        assertThat(theory.path("bases").path(0).path("confidence").asString()).isNotEmpty();
        assertThat(concluded
                        .path("deadlines")
                        .valueStream()
                        .map(line -> line.path("kept").asBoolean()))
                .containsExactly(true, true);
        assertThat(tried(OFFICER, id, "stop", Map.of("reason", "Thôi")).codes()).containsExactly("procedure-elsewhere");

        JsonNode record = as(OFFICER).get(PROCEDURES + "/" + id + "/record").body();
        String head = recomputed(record, id);
        assertThat(head).isNotEmpty();
        await(() -> read("SELECT id::text FROM outbox").isEmpty());
        String told = read("SELECT hash FROM procedure_record WHERE procedure_id = '" + id
                        + "' ORDER BY sequence DESC LIMIT 1")
                .getFirst();
        assertThat(told).isEqualTo(head);

        PERSONNEL.send(
                "personnel.decision.v1", UUID.randomUUID().toString(), 1, decision(id, one, "2027-10-01", "ISSUED"));
        await(() -> procedure(OFFICER, id)
                .path("decision")
                .path("effectiveFrom")
                .asString("")
                .equals("2027-10-01"));
    }

    @Test
    void aByteChangedInTheRecordIsSeenAndTheServiceMayChangeNone() throws Exception {
        String id = inSteps(List.of(candidate("Trịnh Văn Sửa")));
        JsonNode record = as(OFFICER).get(PROCEDURES + "/" + id + "/record").body();
        assertThat(recomputed(record, id)).isNotEmpty();

        String changed = JsonMapper.shared().writeValueAsString(record).replace("2026-11-02", "2026-11-03");

        assertThat(recomputed(JsonMapper.shared().readTree(changed), id)).isEmpty();
        assertThat(read("SELECT privilege_type FROM information_schema.role_table_grants WHERE table_name ="
                        + " 'procedure_record' AND grantee = current_database()"))
                .doesNotContain("UPDATE", "DELETE", "TRUNCATE");
    }

    @Test
    void whoeverOpensItNeitherApprovesThePolicyNorConcludes() {
        Official person = candidate("Trịnh Văn Tự");
        String id = open(OFFICER, chair, "2026-11-02", List.of(person.id))
                .body()
                .path("id")
                .asString();
        Map<String, Object> approval = Map.of("approvedOn", "2026-11-05", "decision", "102-TB/TU");

        assertThat(tried(OFFICER, id, "policy-approval", approval).status()).isEqualTo(403);
        assertThat(open(OFFICER, chair, "2026-11-02", List.of(person.id)).codes())
                .contains("procedure-is-open");
        assertThat(tried(LEADER, id, "policy-approval", with(approval, "approvedOn", "2026-11-01"))
                        .codes())
                .containsExactly("before");
        Caller.Answer late = tried(LEADER, id, "policy-approval", with(approval, "approvedOn", "2026-11-17"));
        assertThat(late.codes()).containsExactly("policy-late");
        assertThat(late.body().path("findings").path(0).path("article").asString())
                .contains("377-QĐ/TW");
        Map<String, Object> reasoned = new HashMap<>(with(approval, "approvedOn", "2026-11-17"));
        reasoned.put("reason", "Chờ ý kiến Tỉnh ủy");
        assertThat(tried(LEADER, id, "policy-approval", reasoned).status()).isEqualTo(200);
    }

    @Test
    void whatTheLawRefusesIsRefusedWithItsFieldAndNothingIsWritten() {
        Official one = candidate("Trịnh Văn Luật");
        Official other = published("Trịnh Văn Ngoài");
        String id = inSteps(List.of(one));
        long before = revision(id);

        assertThat(tried(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.id, 10), Map.of()))
                        .codes())
                .containsExactly("step.order");
        assertThat(tried(OFFICER, id, "steps/1", agreed("2030-01-01")).fields()).containsExactly("heldOn");
        assertThat(tried(OFFICER, id, "steps/1", agreed("2026-11-04")).codes()).containsExactly("before");
        assertThat(revision(id)).isEqualTo(before);
        done(OFFICER, id, "steps/1", agreed("2026-11-09"));

        assertThat(tried(OFFICER, id, "steps/1", agreed("2026-11-09")).codes()).containsExactly("step.held");
        assertThat(tried(OFFICER, id, "steps/2", ballot("2026-11-08", Map.of(one.id, 10), Map.of()))
                        .codes())
                .containsExactly("step.before-previous");
        Map<String, Object> thirty =
                Map.of("summoned", 37, "present", 30, "issued", 30, "returned", 31, "valid", 30, "namingNobody", 20);
        Caller.Answer returned = tried(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.id, 10), thirty));
        assertThat(returned.codes()).containsExactly("tally.returned-above-issued");
        assertThat(returned.fields()).containsExactly("returned");
        Map<String, Object> few =
                Map.of("summoned", 37, "present", 24, "issued", 24, "returned", 24, "valid", 24, "namingNobody", 4);
        Caller.Answer quorum = tried(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.id, 20), few));
        assertThat(quorum.codes()).containsExactly("ruling.no-quorum");
        assertThat(quorum.body().path("findings").path(0).path("article").asString())
                .isEqualTo("377-QĐ/TW");
        assertThat(tried(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(other.id, 10), Map.of()))
                        .fields())
                .containsExactly("votes[0].personId");
        assertThat(tried(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.id, 10), Map.of("announced", true)))
                        .codes())
                .containsExactly("not-to-be-announced");
        Caller.Answer old = tried(OFFICER, id, "documents", document(one, "HEALTH_CERTIFICATE", "2026-04-23"));
        assertThat(old.codes()).containsExactly("document-age");
        assertThat(old.body().path("findings").path(0).path("article").asString())
                .isEqualTo("377-QĐ/TW");
        assertThat(tried(OFFICER, id, "documents", document(other, "PHOTO", "2026-09-01"))
                        .codes())
                .containsExactly("not-a-candidate");
        assertThat(act(OFFICER, id, "steps/2", before, ballot("2026-11-10", Map.of(one.id, 10), Map.of()))
                        .status())
                .isEqualTo(412);
        assertThat(revision(id)).isEqualTo(before + 1);
    }

    @Test
    void onlyPlannedPeopleWhoFailNothingAreCandidates() {
        Official person = published("Trịnh Văn Thiếu");
        person.theory(UUID.randomUUID(), 1, "ENTERED");
        await(() -> outcome(verdict(OFFICER, chair, person.id, DAY).body(), "theory")
                .equals("FAIL"));

        Official good = candidate("Vũ Văn Đủ");

        Caller.Answer refused = open(OFFICER, chair, "2026-11-02", List.of(good.id, person.id));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).containsExactly("in-plan", "theory");
        assertThat(refused.fields()).containsOnly("candidates[1]");
        assertThat(open(OFFICER, chair, "2026-11-02", List.of(good.id, good.id)).codes())
                .containsExactly("tally.person-twice");
        assertThat(open(OFFICER, chair, "2026-11-02", List.of(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofTwoWithExactlyHalfTheHeadChoosesAndReportsAllViews() {
        Official one = candidate("Trịnh Văn Nửa");
        Official two = candidate("Trịnh Văn Kia");
        String id = inSteps(List.of(one, two));
        documents(id, one);
        documents(id, two);
        done(OFFICER, id, "steps/1", agreed("2026-11-09"));
        done(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.id, 6, two.id, 4), Map.of()));
        done(OFFICER, id, "steps/3", ballot("2026-11-11", Map.of(one.id, 6, two.id, 4), Map.of("members", 12)));
        done(OFFICER, id, "steps/4", ballot("2026-11-12", Map.of(one.id, 6, two.id, 6), Map.of("kind", "ONE_NAME")));
        JsonNode step5 = done(
                OFFICER, id, "steps/5", ballot("2026-11-13", Map.of(one.id, 6, two.id, 6), Map.of("kind", "ONE_NAME")));

        assertThat(step5.path("steps").path(4).path("ruling").path("result").asString())
                .isEqualTo("HEAD_CHOOSES");
        assertThat(tried(LEADER, id, "conclude", Map.of("concludedOn", "2026-11-20"))
                        .codes())
                .containsExactly("nobody-came-out");
        done(
                OFFICER,
                id,
                "head-choice",
                Map.of("personId", two.id.toString(), "views", "Sáu ý kiến chọn mỗi người; báo cáo đủ"));

        assertThat(procedure(OFFICER, id).path("chosen").asString()).isEqualTo(two.id.toString());
        assertThat(may(LEADER, id)).contains("CONCLUDE");
    }

    @Test
    void theLatestStepIsPutRightWhileNoLaterOneIsHeld() {
        Official one = candidate("Trịnh Văn Đính");
        String id = inSteps(List.of(one));
        done(OFFICER, id, "steps/1", agreed("2026-11-09"));
        done(OFFICER, id, "steps/2", ballot("2026-11-10", Map.of(one.id, 4), Map.of()));
        assertThat(procedure(OFFICER, id)
                        .path("steps")
                        .path(1)
                        .path("ruling")
                        .path("result")
                        .asString())
                .isEqualTo("GO_ON");

        Map<String, Object> corrected = new HashMap<>(ballot("2026-11-10", Map.of(one.id, 9), Map.of()));
        corrected.put("reason", "Nhập nhầm số phiếu");
        assertThat(correct(id, 1, corrected).codes()).containsExactly("step-not-latest");
        assertThat(correct(id, 2, corrected).status()).isEqualTo(200);

        assertThat(procedure(OFFICER, id)
                        .path("steps")
                        .path(1)
                        .path("ruling")
                        .path("result")
                        .asString())
                .isEqualTo("CHOSEN");
        assertThat(as(OFFICER)
                        .get(PROCEDURES + "/" + id + "/record")
                        .body()
                        .path("entries")
                        .valueStream()
                        .map(entry -> entry.path("act").asString()))
                .containsExactly("Opened", "PolicyApproved", "StepHeld", "StepHeld", "StepCorrected");
    }

    private Caller.Answer correct(String id, int number, Object body) {
        return as(OFFICER)
                .ask("PUT", PROCEDURES + "/" + id + "/steps/" + number, body, "If-Match", "\"" + revision(id) + "\"");
    }

    @Test
    void t10AChangeOfTheRegulationBetweenWantsAChoice() {
        Official one = plannedBefore("Trịnh Văn Chuyển");
        String id = open(OFFICER, chair, "2025-09-22", List.of(one.id))
                .body()
                .path("id")
                .asString();
        done(LEADER, id, "policy-approval", Map.of("approvedOn", "2025-09-25", "decision", "90-TB/TU"));
        assertThat(procedure(OFFICER, id).path("regulation").asString()).isEqualTo("80-QĐ/TW");

        assertThat(tried(OFFICER, id, "steps/1", agreed("2025-10-08")).codes()).containsExactly("step.rule-version");
        assertThat(may(OFFICER, id)).contains("CHOOSE_RULE_VERSION").doesNotContain("HOLD_STEP");
        done(
                OFFICER,
                id,
                "rule-version",
                Map.of("choice", "CONTINUE_UNDER_OLD", "reason", "Đã xin chủ trương trước ngày 08/10/2025"));
        JsonNode held = done(OFFICER, id, "steps/1", agreed("2025-10-08"));

        assertThat(held.path("ruleVersion").path("choice").asString()).isEqualTo("CONTINUE_UNDER_OLD");
        assertThat(held.path("steps")
                        .path(0)
                        .path("ruling")
                        .path("bases")
                        .path(0)
                        .path("regulation")
                        .asString())
                .isEqualTo("80-QĐ/TW");
        assertThat(tried(OFFICER, id, "rule-version", Map.of("choice", "RESTART_UNDER_NEW", "reason", "Đổi ý"))
                        .codes())
                .containsExactly("no-choice-needed");
    }

    @Test
    void aRestartUnderTheNewRegulationSetsAsideWhatWasHeldAndKeepsItInTheRecord() {
        Official one = plannedBefore("Trịnh Văn Lại");
        String id = open(OFFICER, chair, "2025-09-22", List.of(one.id))
                .body()
                .path("id")
                .asString();
        done(LEADER, id, "policy-approval", Map.of("approvedOn", "2025-09-25", "decision", "90-TB/TU"));
        done(OFFICER, id, "steps/1", agreed("2025-10-07"));
        done(OFFICER, id, "rule-version", Map.of("choice", "RESTART_UNDER_NEW", "reason", "Làm lại theo quy định mới"));

        assertThat(procedure(OFFICER, id).path("steps").path(0).path("state").asString())
                .isEqualTo("NEXT");
        JsonNode held = done(OFFICER, id, "steps/1", agreed("2025-10-15"));

        assertThat(held.path("steps")
                        .path(0)
                        .path("ruling")
                        .path("bases")
                        .path(0)
                        .path("regulation")
                        .asString())
                .isEqualTo("377-QĐ/TW");
        assertThat(as(OFFICER).get(PROCEDURES + "/" + id + "/record").body().path("entries"))
                .hasSize(5);
    }

    @Test
    void whatIsUnknownOnTheDayOfTheVoteNeedsAReasonAndWhatFailsEndsIt() {
        Official one = candidate("Trịnh Văn Ngờ");
        String id = inSteps(List.of(one));
        documents(id, one);
        fiveSteps(id, one.id);
        one.rated(null).send();
        await(() ->
                outcome(verdict(OFFICER, chair, one.id, DAY).body(), "ratings").equals("UNKNOWN"));

        assertThat(tried(LEADER, id, "conclude", Map.of("concludedOn", "2026-11-20"))
                        .codes())
                .containsExactly("unknown-needs-a-reason");
        one.disciplined(List.of(Official.discipline("WARNING", "2026-10-10"))).send();
        await(() -> outcome(verdict(OFFICER, chair, one.id, DAY).body(), "discipline")
                .equals("FAIL"));
        assertThat(tried(
                                LEADER,
                                id,
                                "conclude",
                                Map.of("concludedOn", "2026-11-20", "reason", "Tập thể chịu trách nhiệm"))
                        .codes())
                .containsExactly("discipline");
        one.disciplined(List.of()).send();
        await(() -> outcome(verdict(OFFICER, chair, one.id, DAY).body(), "discipline")
                .equals("PASS"));
        assertThat(tried(
                                LEADER,
                                id,
                                "conclude",
                                Map.of("concludedOn", "2026-11-20", "reason", "Tập thể chịu trách nhiệm"))
                        .status())
                .isEqualTo(200);
    }

    /** On 2026-11-24: who retires by 2027-07 waits until a decision ends the post. */
    @Test
    void whoRetiresIsToBeToldOfItWhileNothingIsDecided() {
        UUID post = UUID.randomUUID();
        // 61 years and 9 months in April 2027 for the one, 62 in April 2028 for the other.
        Official soon = new Official("Trịnh Văn Hưu", COMMUNE).born("1965-07-02");
        soon.post(post, seatOf(COMMUNE), "2022-07-01", null).send();
        Official later = new Official("Trịnh Văn Còn", COMMUNE).born("1966-04-02");
        later.post(UUID.randomUUID(), seatOf(COMMUNE), "2022-07-01", null).send();
        Official foreign = new Official("Trịnh Văn Kề", NEIGHBOUR).born("1965-07-02");
        foreign.post(UUID.randomUUID(), seatOf(NEIGHBOUR), "2022-07-01", null).send();
        await(() -> as(OFFICER).get(PEOPLE + "/" + foreign.id).status() == 200);

        assertThat(waiting(CLERK))
                .contains("RETIREMENT_NOTICE " + soon.id)
                .doesNotContain("RETIREMENT_NOTICE " + later.id, "RETIREMENT_NOTICE " + foreign.id);
        assertThat(waiting(OTHER_CLERK))
                .contains("RETIREMENT_NOTICE " + foreign.id)
                .doesNotContain("RETIREMENT_NOTICE " + soon.id);
        JsonNode item = as(CLERK)
                .get(WORK + "?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(soon.id.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(item.path("lastDay").asString()).isEqualTo("2027-04-30");
        assertThat(item.path("day").asString()).isEqualTo("2026-11-01");
        assertThat(item.path("confidence").asString()).isEqualTo("UNCONFIRMED");

        soon.post(post, seatOf(COMMUNE), "2022-07-01", "2027-05-01").send();
        await(() -> !waiting(CLERK).contains("RETIREMENT_NOTICE " + soon.id));
    }

    private static UUID seatOf(UUID unit) {
        UUID seat = UUID.randomUUID();
        Official.seat(seat, unit, CHAIRMAN + code(seat), 40, 1, "COMMUNE_PARTY_COMMITTEE");
        return seat;
    }

    @Test
    void whatWaitsIsToldToWhomItWaitsFor() {
        Official one = candidate("Trịnh Văn Việc");
        String proposal = proposed(published("Trịnh Văn Đề").id, chair);

        assertThat(waiting(CLERK)).contains("SEAT_FALLS_VACANT " + chair);
        assertThat(waiting(LEADER)).contains("PLAN_TO_APPROVE " + proposal);
        assertThat(waiting(OFFICER)).doesNotContain("PLAN_TO_APPROVE " + proposal);
        String id = open(OFFICER, chair, "2026-11-02", List.of(one.id))
                .body()
                .path("id")
                .asString();
        assertThat(waiting(CLERK)).doesNotContain("SEAT_FALLS_VACANT " + chair);
        assertThat(waiting(LEADER)).contains("POLICY_TO_APPROVE " + id);
        assertThat(waiting(OTHER_CLERK).stream().filter(line -> line.contains(id)))
                .isEmpty();
        done(LEADER, id, "policy-approval", Map.of("approvedOn", "2026-11-05", "decision", "102-TB/TU"));
        assertThat(waiting(CLERK)).contains("STEP_TO_HOLD " + id);
        assertThat(waiting(LEADER)).doesNotContain("STEP_TO_HOLD " + id);
        documents(id, one);
        fiveSteps(id, one.id);
        assertThat(waiting(LEADER)).contains("PROCEDURE_TO_CONCLUDE " + id);
        assertThat(waiting(OFFICER).stream().filter(line -> line.contains(id))).isEmpty();
        assertThat(as(CLERK).get(SEATS + "/" + chair).body().path("procedureId").asString())
                .isEqualTo(id);
    }

    @Test
    void itIsStoppedWithAReasonAndTheSeatIsFreeForAnother() {
        Official one = candidate("Trịnh Văn Dừng");
        String id = inSteps(List.of(one));

        JsonNode stopped = done(OFFICER, id, "stop", Map.of("reason", "Nhân sự xin rút"));

        assertThat(stopped.path("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.path("may")).isEmpty();
        assertThat(open(OFFICER, chair, "2026-11-10", List.of(one.id)).status()).isEqualTo(201);
        assertThat(as(OFFICER).get(PROCEDURES + "?seatId=" + chair).body().path("items"))
                .hasSize(2);
        JsonNode first =
                as(OFFICER).get(PROCEDURES + "?limit=1&seatId=" + chair).body();
        assertThat(as(OFFICER)
                        .get(PROCEDURES + "?limit=1&seatId=" + chair + "&cursor="
                                + first.path("next").asString())
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(id);
    }

    private static JsonNode decision(String procedureId, Official person, String effectiveFrom, String status) {
        var decision = (tools.jackson.databind.node.ObjectNode) EventContracts.example("personnel.decision.v1");
        decision.put("decisionId", UUID.randomUUID().toString());
        decision.put("procedureId", procedureId);
        decision.put("revision", 1);
        var version = (tools.jackson.databind.node.ObjectNode)
                decision.path("versions").path(1);
        version.put("status", status);
        var effect =
                (tools.jackson.databind.node.ObjectNode) version.path("effects").path(0);
        effect.put("personId", person.id.toString());
        effect.put("effectiveFrom", effectiveFrom);
        return decision;
    }
}
