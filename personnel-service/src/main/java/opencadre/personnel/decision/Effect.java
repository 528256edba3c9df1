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
 * @param seatId the seat taken, stood for or won, or that of the post left; null for a post in no seat
 * @param assignmentId the post that ends, is not exercised, or that began; null before a START is issued
 * @param unitId unit, title and scope of the post, as they were when this was recorded
 * @param effectiveFrom first day in the post, first day without it, first day of a suspension, day from which the
 *     person is named, or of the election; null until known
 * @param until START and SUSPEND: first day after, where the paper says one
 * @param termMonths length of the term that the paper gives
 * @param direction START of a rotation: where it leads; null where it was recorded before that was asked for
 * @param plannedReturn START of a rotation or secondment: the day for which the return is planned; null where none is
 *     said
 * @param local START of a rotation: whether the person is of the place (người địa phương); null where nobody said
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
        @Nullable Direction direction,
        @Nullable LocalDate plannedReturn,
        @Nullable Boolean local,
        @Nullable LocalDate priorEnd) {

    /** Where a rotation (luân chuyển) leads. */
    public enum Direction {
        /** Từ trên xuống: to a lower level. */
        DOWN,
        /** Từ dưới lên: to a higher one. */
        UP,
        /** Ngang: to one beside. */
        LATERAL
    }

    /** What happens to the post. */
    public enum Act {
        /** The person takes the seat. */
        START,
        /** The person leaves the post. */
        END,
        /** The person is named for the seat (giới thiệu ứng cử): an election gives the post, or does not. */
        NOMINATE,
        /** The person is elected to a seat whose election is ratified: the ratification gives the post. */
        ELECT,
        /** The person does not exercise the post for some time, and keeps it. */
        SUSPEND;

        /** Whether it changes nothing on the record of the person. */
        boolean onlyTells() {
            return this == NOMINATE || this == ELECT;
        }

        /** Whether it is about a post that is held. */
        public boolean isOfAPost() {
            return this == END || this == SUSPEND;
        }
    }

    Effect from(LocalDate day) {
        return with(assignmentId, day, priorEnd);
    }

    /** On the day that is said, or else on its own; who is named for a seat is so from the signature where none is. */
    Effect on(@Nullable LocalDate day, LocalDate signedOn) {
        if (day != null) {
            return from(day);
        }
        return act == Act.NOMINATE && effectiveFrom == null ? from(signedOn) : this;
    }

    /** A START that was issued: the post it gave. */
    Effect giving(UUID post) {
        return with(post, effectiveFrom, priorEnd);
    }

    /** An END that was issued: the end that was believed before. */
    Effect insteadOf(@Nullable LocalDate end) {
        return with(assignmentId, effectiveFrom, end);
    }

    private Effect with(@Nullable UUID post, @Nullable LocalDate day, @Nullable LocalDate end) {
        return new Effect(
                id,
                personId,
                act,
                seatId,
                post,
                unitId,
                title,
                scope,
                day,
                until,
                termMonths,
                acting,
                concurrent,
                direction,
                plannedReturn,
                local,
                end);
    }

    /** The people that effects are about, each once. */
    public static List<UUID> people(Collection<Effect> effects) {
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
                && switch (act) {
                    case START ->
                        Objects.equals(seatId, other.seatId())
                                && (other.until() == null || other.until().equals(until))
                                && Objects.equals(termMonths, other.termMonths())
                                && acting == other.acting()
                                && concurrent == other.concurrent()
                                && direction == other.direction()
                                && Objects.equals(plannedReturn, other.plannedReturn())
                                && Objects.equals(local, other.local());
                    case END -> Objects.equals(assignmentId, other.assignmentId());
                    case SUSPEND ->
                        Objects.equals(assignmentId, other.assignmentId()) && Objects.equals(until, other.until());
                    case NOMINATE, ELECT -> Objects.equals(seatId, other.seatId());
                };
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
            boolean concurrent,
            @Nullable Direction direction,
            @Nullable LocalDate plannedReturn,
            @Nullable Boolean local) {}
}
