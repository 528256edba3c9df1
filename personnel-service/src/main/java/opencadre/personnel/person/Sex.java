package opencadre.personnel.person;

/** Sex as the personal papers give it. */
public enum Sex {
    MALE,
    FEMALE
}
