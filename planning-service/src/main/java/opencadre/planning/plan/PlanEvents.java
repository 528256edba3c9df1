package opencadre.planning.plan;

import java.util.UUID;

/** Tells others of plans. */
public interface PlanEvents {

    /**
     * The whole state of one person's plan.
     *
     * @param because what changed, as {@code approved}
     */
    void changed(PlanOfPerson plan, String because);

    /** The person was erased. */
    void erased(UUID personId, long revision);
}
