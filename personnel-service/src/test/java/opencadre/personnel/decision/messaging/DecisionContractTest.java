package opencadre.personnel.decision.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.personnel.decision.Decision;
import opencadre.personnel.decision.Decision.Belief;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.DecisionState;
import opencadre.personnel.decision.Effect;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionContractTest {

    private static final String TOPIC = "personnel.decision.v1";
    private static final Instant ISSUED = Instant.parse("2026-12-29T02:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2027-10-05T02:00:00Z");

    @Test
    void aDecisionIsPublishedAsTheContractShowsAndWhatWasOnlyPreparedIsNot() {
        var decision = new Decision(
                id("d1"),
                2,
                CORRECTED,
                id("b1"),
                List.of(
                        belief(DecisionState.DRAFT, null, Instant.parse("2026-12-20T03:00:01Z"), ISSUED),
                        belief(DecisionState.ISSUED, LocalDate.of(2027, 10, 1), ISSUED, CORRECTED),
                        belief(DecisionState.ISSUED, LocalDate.of(2027, 10, 3), CORRECTED, null)));

        JsonNode published = EventContracts.asSent(DecisionPublisher.state(decision, "corrected"));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
        assertThat(published.toString()).doesNotContain("a reason", "a clerk", "an author");
    }

    @Test
    void oneThatWasRescindedKeepsTheContract() {
        var decision = new Decision(
                id("d1"),
                3,
                CORRECTED,
                null,
                List.of(belief(DecisionState.RESCINDED, LocalDate.of(2027, 10, 1), CORRECTED, null)));

        JsonNode published = EventContracts.asSent(DecisionPublisher.state(decision, "rescinded"));

        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void aNominationIsPublishedAsTheContractShows() {
        var effect = effect(Effect.Act.NOMINATE, null, LocalDate.of(2026, 12, 28), null, null);

        assertThat(published("d2", DecisionKind.NOMINATE, "88-QĐ/TU", effect))
                .isEqualTo(EventContracts.example(TOPIC, "nomination"));
    }

    @Test
    void aRotationIsPublishedWithItsDirection() {
        var effect = effect(Effect.Act.START, id("a2"), LocalDate.of(2027, 1, 5), 36, Effect.Direction.DOWN);

        assertThat(published("d3", DecisionKind.ROTATE, "91-QĐ/TU", effect))
                .isEqualTo(EventContracts.example(TOPIC, "rotation"));
    }

    @Test
    void anElectionGivesNoPost() {
        var effect = effect(Effect.Act.ELECT, null, LocalDate.of(2026, 12, 20), null, null);

        assertThat(published("d4", DecisionKind.ELECT, "12-BB/HĐND", effect))
                .isEqualTo(EventContracts.example(TOPIC, "election"));
    }

    @Test
    void aSuspensionSaysUntilWhen() {
        var effect = effect(Effect.Act.SUSPEND, id("a2"), LocalDate.of(2027, 1, 5), null, null);

        assertThat(published("d5", DecisionKind.SUSPEND, "95-QĐ/TU", effect))
                .isEqualTo(EventContracts.example(TOPIC, "suspension"));
    }

    private static Effect effect(
            Effect.Act act,
            @Nullable UUID post,
            @Nullable LocalDate effective,
            @Nullable Integer termMonths,
            Effect.@Nullable Direction direction) {
        return new Effect(
                id("d9"),
                id("01"),
                act,
                id("e1"),
                post,
                id("f1"),
                "Chủ tịch UBND phường",
                ManagementScope.PROVINCIAL_BTV,
                effective,
                act == Effect.Act.SUSPEND ? LocalDate.of(2027, 4, 5) : null,
                termMonths,
                false,
                false,
                direction,
                act == Effect.Act.START && direction != null ? LocalDate.of(2030, 1, 5) : null,
                direction == null ? null : false,
                null);
    }

    private static JsonNode published(String id, DecisionKind kind, String number, Effect effect) {
        var belief = new Belief(
                DecisionState.ISSUED,
                kind,
                number,
                LocalDate.of(2026, 12, 28),
                ManagementScope.PROVINCIAL_BTV,
                List.of(effect),
                1,
                false,
                null,
                null,
                Set.of("an author"),
                "a clerk",
                Set.of("a clerk"),
                null,
                "a clerk",
                "a clerk",
                ISSUED,
                null,
                null);
        var decision = new Decision(id(id), 2, ISSUED, null, List.of(belief));
        return EventContracts.asSent(DecisionPublisher.state(decision, "issued"));
    }

    private static Belief belief(
            DecisionState state, @Nullable LocalDate effective, Instant from, @Nullable Instant to) {
        boolean draft = state == DecisionState.DRAFT;
        var effect = effect(Effect.Act.START, draft ? null : id("a2"), effective, 60, null);
        return new Belief(
                state,
                DecisionKind.APPOINT,
                draft ? null : "1234-QĐ/TU",
                draft ? null : LocalDate.of(2026, 12, 28),
                draft ? null : ManagementScope.PROVINCIAL_BTV,
                List.of(effect),
                1,
                false,
                null,
                null,
                Set.of("an author"),
                draft ? null : "a clerk",
                draft ? Set.of() : Set.of("a clerk"),
                "a reason",
                "a clerk",
                "a clerk",
                from,
                to,
                null);
    }

    private static UUID id(String end) {
        return UUID.fromString("019a8f00-0000-7000-8000-0000000000" + end);
    }
}
