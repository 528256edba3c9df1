package opencadre.planning.plan.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.Period;
import opencadre.planning.plan.Act;
import opencadre.planning.plan.PlanEntry;
import opencadre.planning.plan.PlanOfPerson;
import opencadre.planning.plan.PlanSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanContractTest {

    private static final String TOPIC = "planning.plan-entry.v1";
    private static final UUID PERSON = UUID.fromString("019a8f00-0000-7000-8000-000000000001");
    private static final UUID ENTRY = UUID.fromString("019a8f00-0000-7000-8000-0000000000e7");
    private static final UUID SEAT = UUID.fromString("019a8f00-0000-7000-8000-0000000000e1");
    private static final Instant APPROVED = Instant.parse("2026-03-16T02:00:00Z");
    private static final Instant FULFILLED = Instant.parse("2026-12-29T02:00:01Z");
    private static final LocalDate ON = LocalDate.of(2026, 3, 15);

    @Test
    void aPlanIsPublishedAsTheContractShows() {
        JsonNode published = EventContracts.asSent(PlanPublisher.state(plan(), "fulfilled"));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void whatWasOnlyProposedAndByWhomStaysInside() {
        String published = JsonMapper.shared().writeValueAsString(PlanPublisher.state(plan(), "fulfilled"));

        assertThat(published).doesNotContain("an account", "a name", "a reason", "2030-2035");
    }

    private static PlanOfPerson plan() {
        return new PlanOfPerson(
                PERSON,
                2,
                FULFILLED,
                List.of(
                        belief("2030-2035", null, null, null, APPROVED, null),
                        belief("2026-2031", approval(), null, null, APPROVED, FULFILLED),
                        belief(
                                "2026-2031",
                                approval(),
                                LocalDate.of(2027, 10, 1),
                                PlanEntry.Ending.FULFILLED,
                                FULFILLED,
                                null)));
    }

    private static PlanEntry.Approval approval() {
        return new PlanEntry.Approval("88-QĐ/TU", ON, act(APPROVED));
    }

    private static Act act(Instant at) {
        return new Act("an account", "a name", at, "a reason", Set.of());
    }

    private static PlanEntry belief(
            String term,
            PlanEntry.@Nullable Approval approval,
            @Nullable LocalDate to,
            PlanEntry.@Nullable Ending ended,
            Instant from,
            @Nullable Instant until) {
        return new PlanEntry(
                ENTRY,
                PERSON,
                SEAT,
                term,
                PlanSource.INTERNAL,
                act(from),
                null,
                approval,
                null,
                ended,
                new Period(ON, to),
                act(from),
                until,
                until == null ? null : "a reason");
    }
}
