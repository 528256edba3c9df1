package opencadre.kit.rule;

/**
 * A recorded fact that a rule looked at.
 *
 * @param id of the record in its owner, so that a page can open it
 * @param text what it says, for people
 */
public record Fact(String id, Bilingual text) {}
