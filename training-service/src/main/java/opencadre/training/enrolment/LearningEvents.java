package opencadre.training.enrolment;

import java.util.UUID;

/** Tells others what a person studies. */
public interface LearningEvents {

    /**
     * The whole state.
     *
     * @param because what changed, as {@code enrolled}
     */
    void changed(LearningFile file, String because);

    /** It is gone for good with its person. */
    void erased(UUID personId, long revision);
}
