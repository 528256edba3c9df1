package opencadre.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import opencadre.kit.workbook.Progress;
import org.jspecify.annotations.Nullable;

/**
 * How far a workbook is that is taken, or taken back, behind the request that asked for it.
 *
 * @param undoing whether a batch is being taken back
 * @param lines that are done in the phase it is in
 * @param of how many; 0 while that is not known
 * @param endedAt null while it goes on, and of one that was broken off and not told so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportRun(
        UUID id,
        String file,
        boolean trial,
        boolean undoing,
        State state,
        Progress.Phase phase,
        int lines,
        int of,
        Instant askedAt,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    enum State {
        /** Another is before it. */
        WAITING,
        RUNNING,
        /** It has a report, or was refused. */
        ENDED,
        /** Whoever sent it stopped it; nothing of it is kept. */
        CANCELLED,
        /** The service went away in the middle; nothing of it is kept. */
        BROKEN_OFF
    }
}
