package opencadre.planning.procedure.rule;

/** The steps of the procedure for someone of the own body (nhân sự tại chỗ), in their order. */
public enum Step {
    /** Structure, number and standards are agreed, and the list of the planned people who qualify. */
    LEADERSHIP_1,
    EXPANDED_LEADERSHIP,
    LEADERSHIP_2,
    KEY_CADRES,
    LEADERSHIP_3;

    /** 1 to 5. */
    public int number() {
        return ordinal() + 1;
    }
}
