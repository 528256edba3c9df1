package opencadre.personnel.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything ever believed of it, as far as the reader may see.
 *
 * @param procedureId the procedure of planning that it concludes; null for one prepared by hand
 * @param beliefs oldest first; the last is believed now
 */
public record Decision(
        UUID id,
        long revision,
        Instant recordedAt,
        @Nullable UUID procedureId,
        List<Belief> beliefs) {

    public Belief now() {
        return beliefs.getLast();
    }

    /**
     * What was believed of it.
     *
     * @param authority the level that decided; before it is issued, null where the draft does not say it
     * @param effects those about people whom the reader sees
     * @param allEffects how many there are
     * @param backdated an effect lies before the signature
     * @param rescindedBy number of the paper that rescinded it
     * @param authors hands that prepared it: none of them may issue it
     * @param issuedBy account that issued it
     * @param issuers whose hand that was; empty before
     * @param reason why it was recorded so
     * @param by account that recorded it, and its name
     */
    public record Belief(
            DecisionState state,
            DecisionKind kind,
            @Nullable String number,
            @Nullable LocalDate signedOn,
            @Nullable ManagementScope authority,
            List<Effect> effects,
            int allEffects,
            boolean backdated,
            @Nullable String rescindedBy,
            @Nullable LocalDate rescindedOn,
            Set<String> authors,
            @Nullable String issuedBy,
            Set<String> issuers,
            @Nullable String reason,
            String by,
            String byName,
            Instant from,
            @Nullable Instant to,
            @Nullable String endedBecause) {

        /** Whether the reader sees everything it brings about. */
        public boolean isWhole() {
            return effects.size() == allEffects;
        }

        LocalDate signed() {
            return Objects.requireNonNull(signedOn);
        }

        ManagementScope level() {
            return Objects.requireNonNull(authority);
        }

        /** The first belief in a draft. */
        static Belief draft(Content content, List<Effect> effects, Set<String> authors, Author author) {
            return new Belief(
                    DecisionState.DRAFT,
                    content.kind(),
                    content.number(),
                    content.signedOn(),
                    content.authority(),
                    effects,
                    effects.size(),
                    false,
                    null,
                    null,
                    authors,
                    null,
                    Set.of(),
                    author.reason(),
                    author.account(),
                    author.name(),
                    author.at(),
                    null,
                    null);
        }

        /** The same, signed. */
        Belief issued(Paper paper, List<Effect> done, boolean effectBeforeSignature, Author author) {
            return new Belief(
                    DecisionState.ISSUED,
                    kind,
                    paper.number(),
                    paper.signedOn(),
                    paper.authority(),
                    done,
                    done.size(),
                    effectBeforeSignature,
                    null,
                    null,
                    authors,
                    issuedBy == null ? author.account() : issuedBy,
                    issuedBy == null ? author.hands() : issuers,
                    author.reason(),
                    author.account(),
                    author.name(),
                    author.at(),
                    null,
                    null);
        }

        /** The same, in another state. */
        Belief in(DecisionState next, @Nullable String number, @Nullable LocalDate signedOn, Author author) {
            return new Belief(
                    next,
                    kind,
                    this.number,
                    this.signedOn,
                    authority,
                    effects,
                    allEffects,
                    backdated,
                    number,
                    signedOn,
                    authors,
                    issuedBy,
                    issuers,
                    author.reason(),
                    author.account(),
                    author.name(),
                    author.at(),
                    null,
                    null);
        }
    }

    /**
     * What is prepared by hand.
     *
     * @param authority who decided, of a paper that was signed already; null while that is to come
     */
    public record Content(
            DecisionKind kind,
            @Nullable String number,
            @Nullable LocalDate signedOn,
            @Nullable ManagementScope authority,
            List<Effect.NewEffect> effects) {}

    /** The head of a signed paper. */
    record Paper(String number, LocalDate signedOn, ManagementScope authority) {}

    /** Who records something, by whose hand, when and why. */
    record Author(
            String account,
            String name,
            Set<String> hands,
            Instant at,
            @Nullable String reason) {

        static Author of(Actor actor, Instant at, @Nullable String reason) {
            return new Author(actor.account(), actor.name(), actor.hands(), at, reason);
        }
    }
}
