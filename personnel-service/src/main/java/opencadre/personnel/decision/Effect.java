package opencadre.personnel.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * What a decision brings about for one person.
 *
 * @param id stays the same while the decision is corrected
 * @param seatId the seat taken, or that of the post left; null for a post in no seat
 * @param assignmentId the post that ends, or that began; null before a START is issued
 * @param unitId unit, title and scope of the post, as they were when this was recorded
 * @param effectiveFrom first day in the post, or first day without it; null until known
 * @param until START: first day after, where the paper says one
 * @param termMonths length of the term that the paper gives
 * @param priorEnd END, once issued: the end of the post as believed before; null where it was open
 */
public record Effect(
        UUID id,
        UUID personId,
        Act act,
        @Nullable UUID seatId,
        @Nullable UUID assignmentId,
        UUID unitId,
        String title,
        ManagementScope scope,
        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate until,
        @Nullable Integer termMonths,
        boolean acting,
        boolean concurrent,
        @Nullable LocalDate priorEnd) {

    /** What happens to the post. */
    public enum Act {
        /** The person takes the seat. */
        START,
        /** The person leaves the post. */
        END
    }

    Effect from(LocalDate day) {
        return new Effect(
                id,
                personId,
                act,
                seatId,
                assignmentId,
                unitId,
                title,
                scope,
                day,
                until,
                termMonths,
                acting,
                concurrent,
                priorEnd);
    }

    /** A START that was issued: the post it gave. */
    Effect giving(UUID post) {
        return new Effect(
                id,
                personId,
                act,
                seatId,
                post,
                unitId,
                title,
                scope,
                effectiveFrom,
                until,
                termMonths,
                acting,
                concurrent,
                priorEnd);
    }

    /** An END that was issued: the end that was believed before. */
    Effect insteadOf(@Nullable LocalDate end) {
        return new Effect(
                id,
                personId,
                act,
                seatId,
                assignmentId,
                unitId,
                title,
                scope,
                effectiveFrom,
                until,
                termMonths,
                acting,
                concurrent,
                end);
    }

    /** The people that effects are about, each once. */
    static List<UUID> people(Collection<Effect> effects) {
        return effects.stream().map(Effect::personId).distinct().toList();
    }

    LocalDate day() {
        return Objects.requireNonNull(effectiveFrom);
    }

    UUID post() {
        return Objects.requireNonNull(assignmentId);
    }

    /** Whether the other says the same but for its day, and the id that came with being recorded. */
    boolean differsOnlyInDays(NewEffect other) {
        return personId.equals(other.personId())
                && act == other.act()
                && (act == Act.START
                        ? Objects.equals(seatId, other.seatId())
                                && Objects.equals(until, other.until())
                                && Objects.equals(termMonths, other.termMonths())
                                && acting == other.acting()
                                && concurrent == other.concurrent()
                        : Objects.equals(assignmentId, other.assignmentId()));
    }

    /** An effect as it is asked for; not yet known to be possible. */
    public record NewEffect(
            UUID personId,
            Act act,
            @Nullable UUID seatId,
            @Nullable UUID assignmentId,
            @Nullable LocalDate effectiveFrom,
            @Nullable LocalDate until,
            @Nullable Integer termMonths,
            boolean acting,
            boolean concurrent) {}
}
