package opencadre.personnel.document;

/**
 * How much harm a paper does in the wrong hands: the classes of the house that papers have, under their names. A paper
 * is of the class of what it proves: {@link #RESTRICTED} for restricted entries of the CV, {@link #SENSITIVE} for all
 * else.
 */
public enum DocumentClass {
    SENSITIVE,
    RESTRICTED
}
