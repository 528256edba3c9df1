package opencadre.planning.procedure;

import java.time.Instant;

/** Tells others of a procedure that came to a conclusion. */
public interface ProcedureEvents {

    void concluded(Procedure procedure, Instant recordedAt);
}
