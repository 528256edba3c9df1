package opencadre.personnel.term.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.DatedFacts;
import opencadre.kit.time.Period;
import opencadre.personnel.term.TermOfOffice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TermContractTest {

    private static final String TOPIC = "personnel.term.v1";

    @Test
    void aTermIsPublishedAsTheContractShows() {
        JsonNode published = published(LocalDate.of(2030, 7, 15));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void oneOfWhichNoEndIsKnownKeepsTheContractToo() {
        JsonNode published = published(null);

        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
        assertThat(published.has("validTo")).isFalse();
    }

    private static JsonNode published(@Nullable LocalDate end) {
        var term = new TermOfOffice(
                UUID.fromString("019a8f00-0000-7000-8000-0000000000d1"),
                UUID.fromString("019a8f00-0000-7000-8000-0000000000f1"),
                "Khóa I, nhiệm kỳ 2025–2030",
                new Period(LocalDate.of(2025, 7, 15), end),
                "Nghị quyết Đại hội Đảng bộ phường lần thứ I");
        return EventContracts.asSent(
                TermPublisher.state(new DatedFacts.Kept<>(term, 2, Instant.parse("2026-11-20T01:00:00Z"), null)));
    }
}
