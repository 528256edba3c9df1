package opencadre.personnel.reorganisation.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.personnel.reorganisation.Reorganisation;
import opencadre.personnel.reorganisation.ReorganisationState;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Tree;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReorganisationContractTest {

    private static final String TOPIC = "personnel.reorganisation.v1";

    @Test
    void aReorganisationIsPublishedAsTheContractShowsWithoutWhoGoesWhere() {
        UUID ward = id("e2");
        var content = new Reorganisation.Content(
                "Sắp xếp đơn vị hành chính cấp xã năm 2025",
                "a resolution",
                LocalDate.of(2025, 7, 1),
                ManagementScope.PROVINCIAL_BTV,
                List.of(new Reorganisation.NewUnit(ward, Tree.STATE, "a ward", "PHUONG", null, null, id("f0"))),
                List.of(),
                List.of(id("f8"), id("f9")),
                List.of(
                        new Reorganisation.Step(id("f8"), ward, Succession.Kind.MERGE, null),
                        new Reorganisation.Step(id("f9"), ward, Succession.Kind.MERGE, null)),
                List.of());
        var approved = new Reorganisation(
                id("e1"),
                3,
                Instant.parse("2025-06-20T01:00:00Z"),
                ReorganisationState.APPROVED,
                content,
                Set.of("an author"),
                new Reorganisation.BroughtAbout(List.of(), List.of(), List.of(), List.of()),
                "an approver",
                "an approver",
                Set.of(),
                "a reason",
                "an approver",
                "an approver");

        JsonNode published = EventContracts.asSent(ReorganisationPublisher.state(approved));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
        assertThat(published.toString()).doesNotContain("a reason", "an author", "an approver");
    }

    private static UUID id(String end) {
        return UUID.fromString("019a8f00-0000-7000-8000-0000000000" + end);
    }
}
