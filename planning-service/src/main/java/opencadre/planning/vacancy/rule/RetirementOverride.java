package opencadre.planning.vacancy.rule;

/**
 * A retirement at another age than the general one.
 *
 * @param months later, or earlier when below 0
 * @param basis on what ground, as the decision says
 */
public record RetirementOverride(int months, String basis) {}
