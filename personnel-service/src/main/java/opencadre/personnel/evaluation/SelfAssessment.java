package opencadre.personnel.evaluation;

import java.time.Instant;
import java.util.UUID;
import opencadre.personnel.evaluation.rule.OwnWords;

/**
 * What an official said of themself in a round.
 *
 * @param revision of this alone, from 1 on
 */
public record SelfAssessment(UUID evaluationId, UUID personId, long revision, OwnWords words, Instant writtenAt) {}
