package opencadre.planning.procedure;

import opencadre.planning.plan.Act;

/**
 * One entry of the record of a procedure, see docs/record.md.
 *
 * @param sequence from 1
 * @param by who did it
 * @param content JSON, byte for byte as it was hashed
 * @param previous hash of the entry before; 64 zeros for the first
 */
public record RecordEntry(
        int sequence, Act by, String kind, ProcedureAct act, String content, String previous, String hash) {}
