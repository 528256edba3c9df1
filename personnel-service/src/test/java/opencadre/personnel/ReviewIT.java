package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.kit.access.Access;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A round of review over two units, from its opening to what it came to. */
class ReviewIT extends ReviewRequests {

    private final UUID above = UUID.randomUUID();
    private final UUID one = UUID.randomUUID();
    private final UUID two = UUID.randomUUID();
    private String an = "";
    private String binh = "";
    private String chi = "";

    /** The officer reaches both; each clerk one. */
    @BeforeEach
    void twoUnits() {
        establish(above, PROVINCE, "Xã rà soát");
        establish(one, above, "Tổ một");
        establish(two, above, "Tổ hai");
        grant(CLERK, "UNIT_ORG_OFFICER", one);
        grant(OTHER_CLERK, "UNIT_ORG_OFFICER", two);
        an = registered(OFFICER, "Ninh Văn An", one);
        binh = registered(OFFICER, "Ninh Văn Bình", one);
        chi = registered(OFFICER, "Ninh Thị Chi", two);
    }

    @AfterEach
    void nobodyIsAnybody() {
        is(CLERK, null);
    }

    private List<String> waitsFor(String username, String review) {
        return waiting(username, review).stream()
                .map(item ->
                        item.path("type").asString() + " " + item.path("due").asString())
                .toList();
    }

    private void changed(String person) {
        Caller.Answer rated = as(OFFICER)
                .ask(
                        "POST",
                        PEOPLE + "/" + person + "/ratings",
                        Map.of("year", 2024, "rating", "HTTNV"),
                        "If-Match",
                        "\""
                                + as(OFFICER)
                                        .get(PEOPLE + "/" + person)
                                        .body()
                                        .path("revision")
                                        .asLong() + "\"",
                        "Idempotency-Key",
                        key());
        assertThat(rated.status()).as(rated.body().toString()).isEqualTo(201);
    }

    @Test
    void eachUnitSeesItsPartAndTheOneAboveSeesAll() {
        Caller.Answer opened = review(OFFICER, review(above));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        String review = id(opened);

        assertThat(opened.etag()).isEqualTo("\"1\"");
        assertThat(opened.body().path("line").path("state").asString()).isEqualTo("OPEN");
        assertThat(progress(opened.body()))
                .containsExactly("Tổ hai: 0/1, 0 to mend, 0 changed", "Tổ một: 0/2, 0 to mend, 0 changed");
        assertThat(progress(reviewOf(CLERK, review))).containsExactly("Tổ một: 0/2, 0 to mend, 0 changed");
        assertThat(progress(reviewOf(OTHER_CLERK, review))).containsExactly("Tổ hai: 0/1, 0 to mend, 0 changed");
        assertThat(dossiers(CLERK, review, "").stream()
                        .map(line -> line.path("fullName").asString()))
                .containsExactly("Ninh Văn An", "Ninh Văn Bình");
        assertThat(dossiers(CLERK, review, "&unit=" + two)).isEmpty();
        assertThat(dossiers(OFFICER, review, "&unit=" + two)).hasSize(1);
        assertThat(as(CLERK)
                        .get(REVIEWS + "?limit=200")
                        .body()
                        .path("items")
                        .valueStream()
                        .map(line -> line.path("id").asString()))
                .contains(review);
        grant(OTHER_CLERK, "UNIT_ORG_OFFICER", NEIGHBOUR);
        assertThat(as(OTHER_CLERK).get(REVIEWS + "/" + review).status()).isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(REVIEWS + "/" + review + "/dossiers").status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(REVIEWS + "/" + review + "/quality").status())
                .isEqualTo(404);
        assertThat(as(OTHER_CLERK).get(REVIEWS + "?limit=200").body().toString())
                .doesNotContain(review);
        assertThat(auditEntries(an)).contains("listReviewedDossiers");
    }

    @Test
    void aUnitIsRemindedUntilItsPartIsComplete() {
        String review = reviewing(OFFICER, above);
        assertThat(waitsFor(CLERK, review)).containsExactly("REVIEW_TO_DO " + DEADLINE);
        assertThat(waitsFor(OTHER_CLERK, review)).hasSize(1);
        assertThat(waitsFor(OFFICER, review)).as("whoever opened looks on").isEmpty();

        assertThat(mark(CLERK, review, "CONFIRMED", an).status()).isEqualTo(200);
        assertThat(waitsFor(CLERK, review)).hasSize(1);
        Caller.Answer done = mark(CLERK, review, "TO_MEND", binh);

        assertThat(progress(done.body())).containsExactly("Tổ một: 2/2, 1 to mend, 0 changed");
        assertThat(waitsFor(CLERK, review)).isEmpty();
        assertThat(waitsFor(OTHER_CLERK, review)).hasSize(1);
        JsonNode marked = dossier(CLERK, review, binh);
        assertThat(marked.path("standing").asString()).isEqualTo("TO_MEND");
        assertThat(marked.path("remark").asString()).isEqualTo("Thiếu nơi sinh");
        assertThat(marked.path("markedBy").asString()).isNotEmpty();
        assertThat(marked.path("markedAt").asString()).isNotEmpty();
        assertThat(marked.path("missing").asInt()).isPositive();
        assertThat(dossiers(CLERK, review, "&standing=TO_MEND")).hasSize(1);
        assertThat(dossiers(CLERK, review, "&standing=NOT_REVIEWED")).isEmpty();
        assertThat(auditEntries(binh)).contains("markDossiers");
    }

    @Test
    void whoeverOpenedOverTheirOwnUnitIsRemindedAndWhoeverIsAboveLooksOn() {
        String review = reviewing(CLERK, one);

        assertThat(waitsFor(CLERK, review)).hasSize(1);
        assertThat(waitsFor(OFFICER, review)).isEmpty();
        assertThat(as(OTHER_CLERK).get(REVIEWS + "/" + review).status()).isEqualTo(404);
    }

    @Test
    void aMarkHoldsForTheDossierAsItWas() {
        String review = reviewing(OFFICER, above);
        String version = dossier(CLERK, review, an).path("version").asString();
        mark(CLERK, review, "CONFIRMED", an);
        mark(CLERK, review, "CONFIRMED", binh);

        changed(an);

        assertThat(dossier(CLERK, review, an).path("standing").asString()).isEqualTo("CHANGED");
        assertThat(progress(reviewOf(CLERK, review))).containsExactly("Tổ một: 1/2, 0 to mend, 1 changed");
        assertThat(waitsFor(CLERK, review)).hasSize(1);
        assertThat(dossiers(CLERK, review, "&standing=CHANGED")).hasSize(1);
        assertThat(dossiers(CLERK, review, "&standing=CONFIRMED")).hasSize(1);
        Caller.Answer stale = mark(CLERK, review, marks("CONFIRMED", null, an, version));
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.codes()).containsExactly("review-dossier-changed");
        assertThat(stale.fields()).containsExactly("dossiers." + an);
        mark(CLERK, review, "CONFIRMED", an);
        assertThat(progress(reviewOf(CLERK, review))).containsExactly("Tổ một: 2/2, 0 to mend, 0 changed");
        assertThat(count("SELECT count(*) FROM review_mark WHERE person_id = '" + an + "'::uuid"))
                .as("what was said before stays on record")
                .isEqualTo(2);
    }

    @Test
    void aChangeOfTheCvIsAChangeToo() {
        String review = reviewing(OFFICER, above);
        mark(CLERK, review, "CONFIRMED", an);

        Caller.Answer entered = as(OFFICER)
                .ask(
                        "POST",
                        PEOPLE + "/" + an + "/cv",
                        Map.of("kind", "OTHER_NAME", "values", Map.of("name", "Ninh An")),
                        "If-Match",
                        "\"0\"",
                        "Idempotency-Key",
                        key());

        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        assertThat(dossier(CLERK, review, an).path("standing").asString()).isEqualTo("CHANGED");
    }

    @Test
    void whoMovesAwayLeavesTheListAndWhoMovesInComes() {
        String review = reviewing(OFFICER, above);
        mark(CLERK, review, "CONFIRMED", an);
        mark(CLERK, review, "CONFIRMED", binh);

        // As a file that passes on a day that was known ahead: nothing of the dossier is changed.
        asOwner("UPDATE place SET unit_id = '" + two + "', position = (SELECT lo FROM unit_node WHERE unit_id = '" + two
                + "') WHERE person_id = '" + an + "'");

        assertThat(progress(reviewOf(OFFICER, review)))
                .containsExactly("Tổ hai: 1/2, 0 to mend, 0 changed", "Tổ một: 1/1, 0 to mend, 0 changed");
        assertThat(progress(reviewOf(OTHER_CLERK, review))).containsExactly("Tổ hai: 1/2, 0 to mend, 0 changed");
        assertThat(dossiers(OTHER_CLERK, review, "")).hasSize(2);
        JsonNode came = dossier(OTHER_CLERK, review, an);
        assertThat(came.path("standing").asString()).isEqualTo("CONFIRMED");
        assertThat(came.path("unitName").asString()).isEqualTo("Tổ hai");
        assertThat(waitsFor(CLERK, review)).isEmpty();
    }

    @Test
    void aClosedRecordIsInNoList() {
        String review = reviewing(OFFICER, above);

        asOwner("UPDATE place SET closed = true WHERE person_id = '" + chi + "'");

        assertThat(progress(reviewOf(OFFICER, review))).containsExactly("Tổ một: 0/2, 0 to mend, 0 changed");
        assertThat(waitsFor(OTHER_CLERK, review)).isEmpty();
    }

    @Test
    void peopleAboveTheLevelAreNotInTheRound() {
        Map<String, Object> high = with(
                person("Ninh Văn Cao", one),
                "assignment",
                with(post(one, "2025-07-01", null), "managementScope", "PROVINCIAL_BTV"));
        assertThat(register(OFFICER, high).status()).isEqualTo(201);

        assertThat(progress(reviewOf(OFFICER, reviewing(OFFICER, one))))
                .containsExactly("Tổ một: 0/2, 0 to mend, 0 changed");
    }

    @Test
    void afterTheDeadlineLateUnitsComeFirstAndWhoeverOpenedIsTold() {
        String review = reviewing(OFFICER, above);
        mark(OTHER_CLERK, review, "CONFIRMED", chi);
        mark(CLERK, review, "CONFIRMED", an);

        advance(DEADLINE);
        assertThat(reviewOf(OFFICER, review).path("line").path("state").asString())
                .isEqualTo("OPEN");
        assertThat(waitsFor(OFFICER, review)).isEmpty();
        advance(DEADLINE.plusDays(1));

        JsonNode late = reviewOf(OFFICER, review);
        assertThat(late.path("line").path("state").asString()).isEqualTo("OVERDUE");
        assertThat(progress(late))
                .containsExactly("Tổ một: 1/2, 0 to mend, 0 changed, late", "Tổ hai: 1/1, 0 to mend, 0 changed");
        assertThat(waitsFor(OFFICER, review)).containsExactly("REVIEW_OVERDUE " + DEADLINE);
        assertThat(waitsFor(CLERK, review)).as("late is still to do").containsExactly("REVIEW_TO_DO " + DEADLINE);
        mark(CLERK, review, "CONFIRMED", binh);
        assertThat(waitsFor(OFFICER, review)).as("complete").isEmpty();
    }

    @Test
    void whatARoundCameToStaysAsItWasOnTheDayOfItsClosing() {
        String review = reviewing(OFFICER, above);
        mark(CLERK, review, "CONFIRMED", an);
        assertThat(close(CLERK, review).status()).as("who reaches a part alone").isEqualTo(404);

        grant(HEAD, "UNIT_ORG_OFFICER", above);
        assertThat(reviewOf(HEAD, review).path("closable").asBoolean()).isFalse();
        assertThat(close(HEAD, review).codes())
                .as("the unit that was asked")
                .containsExactly("review-of-somebody-else");
        assertThat(reviewOf(OFFICER, review).path("closable").asBoolean()).isTrue();

        Caller.Answer closed = close(OFFICER, review);

        assertThat(closed.status()).as(closed.body().toString()).isEqualTo(200);
        assertThat(closed.etag()).isEqualTo("\"2\"");
        assertThat(closed.body().path("line").path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.body().path("line").path("closedOn").asString()).isEqualTo(TODAY.toString());
        changed(an);
        assertThat(progress(reviewOf(OFFICER, review)))
                .containsExactly("Tổ hai: 0/1, 0 to mend, 0 changed", "Tổ một: 1/2, 0 to mend, 0 changed");
        assertThat(progress(reviewOf(CLERK, review))).containsExactly("Tổ một: 1/2, 0 to mend, 0 changed");
        assertThat(mark(CLERK, review, "CONFIRMED", binh).codes()).containsExactly("review-is-closed");
        assertThat(close(OFFICER, review).codes()).containsExactly("review-is-closed");
        assertThat(waitsFor(CLERK, review)).isEmpty();
        assertThat(review(OFFICER, review(above)).status()).as("the next one").isEqualTo(201);
    }

    @Test
    void oneRoundOverAUnitIsOpenAtATimeAndOneBeneathGoesOnBesideIt() {
        String review = reviewing(OFFICER, above);
        mark(CLERK, review, "CONFIRMED", an);

        Caller.Answer again = review(OFFICER, review(above));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.codes()).containsExactly("review-already-open");
        String beneath = reviewing(CLERK, one);

        assertThat(progress(reviewOf(CLERK, beneath)))
                .as("with marks of its own")
                .containsExactly("Tổ một: 0/2, 0 to mend, 0 changed");
    }

    @Test
    void whatCannotBeIsRefusedByField() {
        Caller.Answer over = review(
                OFFICER, with(review(above), "deadline", TODAY.minusDays(1).toString()));
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.codes()).containsExactly("review-deadline-is-over", "review-ends-before-it-begins");
        assertThat(over.fields()).containsOnly("deadline");
        assertThat(review(OFFICER, with(review(above), "name", "  ")).status()).isEqualTo(400);
        assertThat(review(OTHER_CLERK, review(above)).status()).isEqualTo(404);
        grant("daotao.truong", "TRAINING_OFFICER", COMMUNE);
        assertThat(review("daotao.truong", review(above)).status()).isEqualTo(403);
        String review = id(review(
                OFFICER, with(review(above), "firstDay", TODAY.plusDays(1).toString())));
        assertThat(waitsFor(CLERK, review)).as("not begun").isEmpty();
        assertThat(mark(CLERK, review, "CONFIRMED", an).codes()).containsExactly("review-not-begun");
        advance(TODAY.plusDays(1));
        assertThat(waitsFor(CLERK, review)).hasSize(1);
        String version = dossier(CLERK, review, an).path("version").asString();
        assertThat(mark(CLERK, review, marks("TO_MEND", null, an, version)).codes())
                .containsExactly("review-remark-missing");
        assertThat(mark(CLERK, review, marks("CONFIRMED", null, chi, "1.0")).status())
                .as("of the neighbour")
                .isEqualTo(404);
        Map<String, Object> both = Map.of(
                "outcome",
                "CONFIRMED",
                "dossiers",
                List.of(Map.of("personId", an, "version", version), Map.of("personId", chi, "version", "1.0")));
        assertThat(mark(CLERK, review, both).status()).isEqualTo(404);
        assertThat(dossier(CLERK, review, an).path("standing").asString())
                .as("all or none")
                .isEqualTo("NOT_REVIEWED");
    }

    @Test
    void nobodyLooksTheirOwnDossierThrough() {
        String review = reviewing(OFFICER, above);
        is(CLERK, an);

        assertThat(mark(CLERK, review, "CONFIRMED", an).codes()).containsExactly("own-affair");
        assertThat(mark(CLERK, review, "CONFIRMED", binh).status()).isEqualTo(200);

        assertThat(waitsFor(CLERK, review))
                .as("the own one is somebody else's work")
                .isEmpty();
        assertThatThrownBy(() ->
                        asOwner("INSERT INTO review_mark (review_id, person_id, outcome, record_revision, cv_revision,"
                                + " marked_hands, marked_by, marked_at) VALUES ('" + review + "', '" + an
                                + "', 'CONFIRMED', 1, 0, ARRAY['" + an + "'], 'thử', now())"))
                .hasStackTraceContaining("review_mark_of_somebody_else");
    }

    @Test
    void whatIsFoundIsToldToAPurposeAndInThePartsThatAreLookedAt() {
        String review = id(review(OFFICER, with(review(above), "groups", List.of("IDENTITY"))));
        asOwner("UPDATE identity SET birth = '2027' WHERE id = '" + an + "'");

        JsonNode quality = as(OFFICER).get(REVIEWS + "/" + review + "/quality").body();

        assertThat(quality.path("examined").asBoolean()).isTrue();
        JsonNode first = quality.path("items")
                .valueStream()
                .filter(unit -> unit.path("unitId").asString().equals(one.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(first.path("flawed").asLong()).isEqualTo(1);
        assertThat(first.path("percent").asInt(-1)).isBetween(0, 99);
        assertThat(as(CLERK).get(REVIEWS + "/" + review + "/quality").body().path("items"))
                .hasSize(1);
        JsonNode line = dossier(CLERK, review, an);
        assertThat(line.path("codes").valueStream().map(JsonNode::asString))
                .containsExactly("BIRTH_IN_FUTURE", "ITEM_MISSING");
        for (String path : List.of("/quality", "/dossiers")) {
            assertThat(as(CLERK)
                            .ask("GET", REVIEWS + "/" + review + path, null, Access.PURPOSE, "")
                            .status())
                    .isEqualTo(400);
        }
        grant(HEAD, "UNIT_HEAD", above);
        assertThat(as(HEAD).get(REVIEWS + "/" + review).status()).isEqualTo(200);
        assertThat(as(HEAD).get(REVIEWS + "/" + review + "/dossiers").status()).isEqualTo(403);
    }

    @Test
    void theListGoesOnPageByPage() {
        String review = reviewing(OFFICER, above);
        JsonNode first =
                as(CLERK).get(REVIEWS + "/" + review + "/dossiers?limit=1").body();
        JsonNode second = as(CLERK)
                .get(REVIEWS + "/" + review + "/dossiers?limit=1&cursor="
                        + first.path("next").asString())
                .body();

        assertThat(first.path("items").path(0).path("personId").asString()).isEqualTo(an);
        assertThat(second.path("items").path(0).path("personId").asString()).isEqualTo(binh);
        assertThat(second.has("next")).isFalse();
    }
}
