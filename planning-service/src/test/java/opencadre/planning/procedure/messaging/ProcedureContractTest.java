package opencadre.planning.procedure.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Outcome;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.Procedure;
import opencadre.planning.procedure.ProcedureAct;
import opencadre.planning.procedure.RecordEntry;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProcedureContractTest {

    private static final String TOPIC = "planning.procedure.v1";
    private static final UUID PROCEDURE = UUID.fromString("019a8f00-0000-7000-8000-0000000000b1");
    private static final UUID PERSON = UUID.fromString("019a8f00-0000-7000-8000-000000000001");
    private static final UUID SEAT = UUID.fromString("019a8f00-0000-7000-8000-0000000000e1");
    private static final Instant AT = Instant.parse("2026-12-20T03:00:00Z");
    private static final String HEAD = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Test
    void aConclusionIsPublishedAsTheContractShows() {
        JsonNode published = EventContracts.asSent(ProcedurePublisher.state(procedure(), AT));

        // One entry is one revision here; the contract leaves both to the producer.
        ObjectNode example = (ObjectNode) EventContracts.example(TOPIC);
        example.put("revision", 11);
        assertThat(published).isEqualTo(example);
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    private static Procedure procedure() {
        List<RecordEntry> entries = new ArrayList<>();
        entries.add(entry(
                1,
                new ProcedureAct.Opened(
                        SEAT,
                        UUID.randomUUID(),
                        "PROVINCIAL_BTV",
                        Regime.CADRE,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 1),
                        "377-QĐ/TW",
                        "abc",
                        List.of(PERSON),
                        null,
                        null)));
        for (int sequence = 2; sequence < 11; sequence++) {
            entries.add(entry(sequence, new ProcedureAct.PolicyApproved(LocalDate.of(2026, 12, 2), "1-TB/TU", null)));
        }
        entries.add(entry(
                11,
                new ProcedureAct.Concluded(
                        PERSON,
                        LocalDate.of(2026, 12, 20),
                        Outcome.PASS,
                        Confidence.UNCONFIRMED,
                        List.of(),
                        List.of(),
                        "abc",
                        "377-QĐ/TW",
                        LocalDate.of(2025, 10, 8),
                        LocalDate.of(2026, 12, 1),
                        null)));
        return new Procedure(PROCEDURE, entries);
    }

    private static RecordEntry entry(int sequence, ProcedureAct act) {
        return new RecordEntry(
                sequence,
                new Act("an account", "a name", AT, null, Set.of()),
                act.getClass().getSimpleName(),
                act,
                "{}",
                HEAD,
                HEAD);
    }
}
