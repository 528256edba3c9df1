package opencadre.kit.access;

/**
 * How much harm a field does in the wrong hands, as {@code x-class} in {@code contracts/<service>/openapi.yaml} says of
 * each; an operation is of the highest class that its answer carries.
 *
 * <p>What is {@link #SENSITIVE} is shown to whoever says to what purpose; for what is {@link #RESTRICTED} they must
 * also have signed in a moment ago.
 */
public enum FieldClass {
    /** Law and structure, as the units of the province. */
    PUBLIC,
    /** Of the house, names nobody, as how many a list has. */
    INTERNAL,
    /** About somebody, as their posts. */
    PERSONAL,
    /** Marks a working life, as what somebody was found to be or blamed for. */
    SENSITIVE,
    /** About those who look, as who opened a dossier. */
    RESTRICTED;

    boolean isAtLeast(FieldClass other) {
        return compareTo(other) >= 0;
    }
}
