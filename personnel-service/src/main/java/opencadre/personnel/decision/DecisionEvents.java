package opencadre.personnel.decision;

/** Tells others of a decision. What is only prepared does not leave. */
public interface DecisionEvents {

    /**
     * The whole decision, issued or rescinded.
     *
     * @param because what changed, as {@code issued}
     */
    void changed(Decision decision, String because);
}
