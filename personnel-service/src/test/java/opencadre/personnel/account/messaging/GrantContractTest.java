package opencadre.personnel.account.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.access.Grants;
import opencadre.kit.contract.EventContracts;
import opencadre.personnel.seat.ManagementScope;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class GrantContractTest {

    private static final String TOPIC = "personnel.grant.v1";

    @Test
    void grantsArePublishedAsTheContractShows() {
        var clerk = new Grant(
                        "FILE_CLERK",
                        UUID.fromString("019a8f00-0000-7000-8000-0000000000f1"),
                        List.of(ManagementScope.COMMUNE_PARTY_COMMITTEE.ordinal(), ManagementScope.UNIT_HEAD.ordinal()),
                        0,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2027, 1, 1))
                .numbered(UUID.fromString("019a8f00-0000-7000-8000-0000000000a1"), null);
        var handedOn = new Grant(
                        "UNIT_HEAD",
                        UUID.fromString("019a8f00-0000-7000-8000-0000000000f1"),
                        List.of(),
                        1,
                        LocalDate.of(2026, 11, 2),
                        LocalDate.of(2026, 12, 1))
                .numbered(
                        UUID.fromString("019a8f00-0000-7000-8000-0000000000a2"),
                        new Grant.Delegation(
                                UUID.fromString("019a8f00-0000-7000-8000-0000000000a3"),
                                "0ca0d9e0-0000-4000-8000-000000000009"));

        JsonNode published = published(List.of(clerk, handedOn));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void anAccountThatHoldsNothingIsPublishedToo() {
        assertThat(EventContracts.violations(TOPIC, published(List.of()))).isEmpty();
    }

    private static JsonNode published(List<Grant> grants) {
        var account = new Grants.Account(
                "0ca0d9e0-0000-4000-8000-000000000003",
                "vanthu.songcong",
                UUID.fromString("019a8f00-0000-7000-8000-0000000000c1"),
                2,
                grants);
        return EventContracts.asSent(GrantPublisher.state(account));
    }
}
