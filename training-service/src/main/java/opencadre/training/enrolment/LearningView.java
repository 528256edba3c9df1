package opencadre.training.enrolment;

import java.util.List;
import java.util.UUID;

/** The studies of a person as believed at some moment, latest first, and the revision that a change of them names. */
public record LearningView(UUID personId, long revision, List<Enrolment> items) {}
