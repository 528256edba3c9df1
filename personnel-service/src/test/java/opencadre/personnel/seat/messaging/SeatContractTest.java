package opencadre.personnel.seat.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.Period;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.Seat;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.seat.Title;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SeatContractTest {

    private static final String TOPIC = "personnel.seat.v1";

    @Test
    void aSeatIsPublishedAsTheContractShows() {
        JsonNode published = published(TheoryLevel.CAO_CAP, "365-QĐ/TW", 60, null);

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void oneWithoutStandardOrTermKeepsTheContractToo() {
        JsonNode published = published(null, null, null, LocalDate.of(2030, 1, 1));

        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
        assertThat(published.has("termMonths")).isFalse();
    }

    private static JsonNode published(
            @Nullable TheoryLevel theory, @Nullable String basis, @Nullable Integer term, @Nullable LocalDate end) {
        var title = new Title("CT_UBND_XA", "Chủ tịch UBND phường", 40, true, List.of("CT_HDND_XA"), theory, basis);
        var seat = new Seat(
                UUID.fromString("019a8f00-0000-7000-8000-0000000000e1"),
                UUID.fromString("019a8f00-0000-7000-8000-0000000000f1"),
                Tree.STATE,
                title,
                SeatKind.ELECTED,
                Regime.CADRE,
                ManagementScope.PROVINCIAL_BTV,
                1,
                term,
                new Period(LocalDate.of(2025, 7, 1), end),
                "1683/NQ-UBTVQH15");
        return EventContracts.asSent(
                SeatPublisher.state(seat, 2, Instant.parse("2026-11-20T01:00:00Z"), "title-changed"));
    }
}
