package opencadre.personnel.day.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.AdvancedDay;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LegalDayContractTest {

    @Test
    void theDayIsPublishedAsTheContractShows() {
        var day = new AdvancedDay.Kept(LocalDate.of(2027, 9, 1), 2);

        JsonNode published = EventContracts.asSent(LegalDayPublisher.state(day, Instant.parse("2026-11-24T02:30:00Z")));

        assertThat(published).isEqualTo(EventContracts.example("personnel.legal-day.v1"));
        assertThat(EventContracts.violations("personnel.legal-day.v1", published))
                .isEmpty();
    }
}
