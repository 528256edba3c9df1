package opencadre.planning.procedure.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import opencadre.planning.law.rule.Regime;

/** {@code planning.procedure.v1}, see {@code contracts/planning/events}. No ballot leaves, only the hash over them. */
record ProcedureRecord(
        UUID procedureId,
        long revision,
        Instant recordedAt,
        String because,
        Kind kind,
        Regime regime,
        UUID seatId,
        UUID personId,
        LocalDate concludedOn,
        String ruleVersion,
        LocalDate lawDay,
        Proof proof) {

    enum Kind {
        APPOINT
    }

    record Proof(String algorithm, String head, int entries) {}
}
