package opencadre.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;

/** Somebody is sent to study, comes back with a result, and every belief is kept. */
class EnrolmentIT extends EnrolmentRequests {

    @Test
    void whoIsSentToStudyIsSeenByTheOwnOfficerFromTheDayOfTheDecision() {
        UUID person = published("Mai Văn Học", COMMUNE);

        Caller.Answer sent = enrol(TRAINER, person, intermediate());

        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.etag()).isEqualTo("\"1\"");
        assertThat(studied(CLERK, person, "")).singleElement().satisfies(study -> {
            assertThat(study.path("startsOn").asString()).isEqualTo("2021-03");
            assertThat(study.path("placeName").asString()).isEqualTo("Đơn vị 100");
            assertThat(study.path("result").isMissingNode()).isTrue();
        });
        assertThat(studied(CLERK, person, "?asOf=2021-03-05")).hasSize(1);
        assertThat(studied(CLERK, person, "?asOf=2021-03-04")).isEmpty();
    }

    @Test
    void aResultReplacesWhatWasBelievedAndBothStay() {
        UUID person = published("Mai Văn Xong", COMMUNE);
        String id = enrolled(person);
        String before = java.time.Instant.now().toString();

        Caller.Answer ended = correctStudy(
                TRAINER, person, id, 1, with(with(intermediate(), "endsOn", "2022-03"), "result", "COMPLETED"));

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.etag()).isEqualTo("\"2\"");
        assertThat(studied(CLERK, person, "").getFirst().path("result").asString())
                .isEqualTo("COMPLETED");
        assertThat(studied(CLERK, person, "?knownAt=" + before)
                        .getFirst()
                        .path("result")
                        .isMissingNode())
                .isTrue();
        var history = as(CLERK).get(studies(person) + "/history").body().path("items");
        assertThat(history.valueStream().map(each -> each.path("endedBecause").asString("")))
                .containsExactly("Theo giấy triệu tập", "");
    }

    @Test
    void whatNeverWasIsVoidedAndStaysInHistory() {
        UUID person = published("Mai Văn Nhầm", COMMUNE);
        String id = enrolled(person);

        assertThat(voidStudy(TRAINER, person, id, 1).status()).isEqualTo(200);

        assertThat(studied(CLERK, person, "")).isEmpty();
        assertThat(as(CLERK).get(studies(person) + "/history").body().path("items"))
                .hasSize(1);
        assertThat(voidStudy(TRAINER, person, id, 2).status()).isEqualTo(404);
        assertThat(enrol(TRAINER, person, intermediate()).status()).isEqualTo(201);
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        UUID person = published("Mai Văn Sai", COMMUNE);
        enrolled(person);
        var other = with(intermediate(), "name", "Lớp khác");

        refused(enrol(TRAINER, person, intermediate()), "enrolled-already");
        refused(enrol(TRAINER, person, with(other, "level", "IT_BASIC")), "level-does-not-fit-kind");
        refused(enrol(TRAINER, person, with(other, "decidedOn", "2030-01-01")), "decided-in-the-future");
        refused(enrol(TRAINER, person, with(other, "endsOn", "2020")), "study-ends-before-it-begins");
        refused(enrol(TRAINER, person, with(other, "result", "COMPLETED")), "result-needs-an-end");
        refused(
                enrol(TRAINER, person, with(with(other, "result", "COMPLETED"), "endsOn", "2031")),
                "result-before-the-end");
        refused(
                enrol(
                        TRAINER,
                        person,
                        with(other, "placeUnitId", UUID.randomUUID().toString())),
                "unknown-unit");
        assertThat(enrol(TRAINER, person, with(other, "startsOn", "2021-02-30")).status())
                .isEqualTo(400);
        assertThat(studied(CLERK, person, "")).hasSize(1);
    }

    @Test
    void aChangeNamesTheRevisionItWasMadeOnAndAPostMayBeSentTwice() {
        UUID person = published("Mai Văn Trùng", COMMUNE);
        String once = key();
        Caller.Answer first = as(TRAINER).ask("POST", studies(person), intermediate(), "Idempotency-Key", once);
        Caller.Answer again = as(TRAINER).ask("POST", studies(person), intermediate(), "Idempotency-Key", once);
        String id = first.body().path("items").path(0).path("id").asString();

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(correctStudy(TRAINER, person, id, 7, intermediate()).status())
                .isEqualTo(412);
        assertThat(as(TRAINER)
                        .ask("PUT", studies(person) + "/" + id, with(intermediate(), "reason", "Không nêu bản"))
                        .status())
                .isEqualTo(428);
    }

    @Test
    void onlyTheTrainingOfficerWritesAndNobodyOfTheNextCommuneReads() {
        UUID mine = published("Mai Văn Ranh", COMMUNE);
        UUID theirs = published("Mai Văn Giới", NEIGHBOUR);
        String id = enrolled(mine);
        String other = enrolled(theirs);

        assertThat(enrol(CLERK, mine, intermediate()).status()).isEqualTo(403);
        assertThat(enrol(VERIFIER, mine, intermediate()).status()).isEqualTo(403);
        assertThat(as(OTHER_CLERK).get(studies(mine)).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(studies(mine) + "/history").status()).isEqualTo(404);
        assertThat(enrol(OTHER_CLERK, mine, with(intermediate(), "name", "Lớp khác"))
                        .status())
                .isEqualTo(404);
        assertThat(correctStudy(OTHER_CLERK, mine, id, 1, intermediate()).status())
                .isEqualTo(404);
        assertThat(voidStudy(OTHER_CLERK, mine, id, 1).status()).isEqualTo(404);
        // Under an own person's address it is not there either.
        assertThat(voidStudy(OTHER_CLERK, theirs, id, 1).status()).isEqualTo(404);
        assertThat(voidStudy(OTHER_CLERK, theirs, other, 1).status()).isEqualTo(200);
        assertThat(studied(CLERK, mine, "")).hasSize(1);
    }

    private static void refused(Caller.Answer answer, String code) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.codes()).containsExactly(code);
    }
}
