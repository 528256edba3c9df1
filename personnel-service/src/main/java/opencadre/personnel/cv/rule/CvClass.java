package opencadre.personnel.cv.rule;

/** How much harm an entry does in the wrong hands: the classes of the house that a CV has, under their names. */
public enum CvClass {
    PERSONAL,
    SENSITIVE,
    RESTRICTED
}
