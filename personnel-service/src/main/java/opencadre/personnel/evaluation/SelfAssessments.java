package opencadre.personnel.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is kept what officials say of themselves. */
public interface SelfAssessments {

    /**
     * A round as whoever is rated in it sees it.
     *
     * @param title of the post for which they are rated
     * @param said null while they said nothing
     */
    record Round(
            Evaluation evaluation,
            String unitName,
            String title,
            @Nullable SelfAssessment said) {

        /** Whether it may still be said: once the round is proposed it stays as it was read. */
        public boolean isWritable() {
            return evaluation.state() == Evaluation.State.OPEN;
        }

        /** Of what was said; 0 while nothing was. */
        public long revision() {
            return said == null ? 0 : said.revision();
        }

        Round saying(SelfAssessment other) {
            return new Round(evaluation, unitName, title, other);
        }
    }

    /**
     * The rounds that somebody is in and that go on, and those for which they said something, the newest first. An
     * official reaches no round of their unit: ask it past the fence.
     */
    List<Round> rounds(UUID personId);

    /**
     * One of the rounds that somebody is in, held with their sheet until the end of the transaction; past the fence.
     */
    Optional<Round> lock(UUID personId, UUID evaluationId);

    /** What those in a round said of themselves, as far as the reader sees them. */
    Map<UUID, SelfAssessment> of(UUID evaluationId);

    /** Records it in the place of what was said before. */
    void put(SelfAssessment said, String account);
}
