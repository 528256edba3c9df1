package opencadre.personnel.reorganisation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import opencadre.personnel.reorganisation.rule.PlacementRules.PostOf;
import opencadre.personnel.reorganisation.rule.PlacementRules.Proposal;
import opencadre.personnel.reorganisation.rule.PlacementRules.SeatOf;
import org.junit.jupiter.api.Test;

class PlacementRulesTest {

    private static final UUID LEFT = UUID.randomUUID();
    private static final UUID RIGHT = UUID.randomUUID();
    private static final UUID WARD = UUID.randomUUID();
    private static final Map<UUID, UUID> BOTH = Map.of(LEFT, WARD, RIGHT, WARD);

    private final SeatOf leftChair = new SeatOf(UUID.randomUUID(), LEFT, "CHAIR", 1);
    private final SeatOf rightChair = new SeatOf(UUID.randomUUID(), RIGHT, "CHAIR", 1);
    private final SeatOf leftDeputies = new SeatOf(UUID.randomUUID(), LEFT, "DEPUTY", 1);
    private final SeatOf rightDeputies = new SeatOf(UUID.randomUUID(), RIGHT, "DEPUTY", 2);

    @Test
    void aUnitThatGoesIntoSeveralHasNoOnlySuccessor() {
        assertThat(PlacementRules.onlySuccessor(List.of(WARD))).contains(WARD);
        assertThat(PlacementRules.onlySuccessor(List.of(WARD, LEFT))).isEmpty();
        assertThat(PlacementRules.onlySuccessor(List.of())).isEmpty();
    }

    @Test
    void oneSeatForATitleWithAsManyHoldersAsTheMost() {
        assertThat(PlacementRules.missing(List.of(leftChair, rightChair, leftDeputies, rightDeputies), BOTH, List.of()))
                .containsExactly(
                        new SeatOf(leftChair.id(), WARD, "CHAIR", 1), new SeatOf(leftDeputies.id(), WARD, "DEPUTY", 2));
    }

    @Test
    void noSeatIsMissingThatTheSuccessorHasOrWhereThereIsNone() {
        SeatOf there = new SeatOf(UUID.randomUUID(), WARD, "CHAIR", 1);

        assertThat(PlacementRules.missing(List.of(leftChair), BOTH, List.of(there)))
                .isEmpty();
        assertThat(PlacementRules.missing(List.of(leftChair), Map.of(), List.of()))
                .isEmpty();
    }

    @Test
    void aPostGoesIntoTheSeatOfItsTitleAndWithoutASeatIntoTheUnit() {
        SeatOf there = new SeatOf(UUID.randomUUID(), WARD, "CHAIR", 1);
        PostOf chairman = new PostOf(UUID.randomUUID(), LEFT, leftChair.id(), false);
        PostOf clerk = new PostOf(UUID.randomUUID(), RIGHT, null, false);

        assertThat(proposals(List.of(chairman, clerk), there, 0))
                .containsExactly(new Proposal(chairman.id(), there.id(), null), new Proposal(clerk.id(), null, WARD));
    }

    @Test
    void ofMoreThanASeatHoldsNobodyIsChosen() {
        SeatOf there = new SeatOf(UUID.randomUUID(), WARD, "CHAIR", 1);
        PostOf one = new PostOf(UUID.randomUUID(), LEFT, leftChair.id(), false);
        PostOf two = new PostOf(UUID.randomUUID(), RIGHT, rightChair.id(), false);
        PostOf acting = new PostOf(UUID.randomUUID(), RIGHT, rightChair.id(), true);

        assertThat(proposals(List.of(one, two), there, 0)).isEmpty();
        assertThat(proposals(List.of(one), there, 1)).isEmpty();
        assertThat(proposals(List.of(one, acting), there, 0)).hasSize(2);
    }

    private List<Proposal> proposals(List<PostOf> posts, SeatOf there, int taken) {
        return PlacementRules.proposals(
                posts, List.of(leftChair, rightChair), BOTH, List.of(there), Map.of(there.id(), taken));
    }
}
