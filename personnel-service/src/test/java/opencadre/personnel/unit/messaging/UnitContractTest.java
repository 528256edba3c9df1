package opencadre.personnel.unit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Units;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.Period;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.Unit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnitContractTest {

    private static final String TOPIC = "personnel.unit.v1";
    private static final UUID UNIT = UUID.fromString("019a8f00-0000-7000-8000-0000000000f1");
    private static final UUID PARENT = UUID.fromString("019a8f00-0000-7000-8000-0000000000f0");
    private static final Instant RECORDED = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void aUnitIsPublishedAsTheContractShows() {
        var position = new Units.Node(UNIT, Tree.STATE.ordinal(), PARENT, 4096, 8191);

        JsonNode published = EventContracts.asSent(
                UnitPublisher.state(List.of(unit()), List.of(predecessor()), position, 2, RECORDED));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void aUnitThatDoesNotStandTodayHasNoPosition() {
        JsonNode published = EventContracts.asSent(UnitPublisher.state(List.of(unit()), List.of(), null, 2, RECORDED));

        assertThat(published.has("position")).isFalse();
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    private static Unit unit() {
        return new Unit(
                UNIT,
                Tree.STATE,
                "Ủy ban nhân dân phường Sông Công",
                "PHUONG",
                "05533",
                "H55.96",
                PARENT,
                Period.since(LocalDate.of(2025, 7, 1)),
                "1683/NQ-UBTVQH15");
    }

    private static Succession predecessor() {
        return new Succession(
                UUID.fromString("019a8f00-0000-7000-8000-0000000000f9"),
                UNIT,
                Succession.Kind.MERGE,
                LocalDate.of(2025, 7, 1),
                "1683/NQ-UBTVQH15",
                null);
    }
}
