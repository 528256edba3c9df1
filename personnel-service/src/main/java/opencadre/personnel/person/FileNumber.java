package opencadre.personnel.person;

/**
 * The number of a dossier (số hiệu) as it is or was believed.
 *
 * @param number by which workbooks name the person: {@code TN-0042}
 */
public record FileNumber(String number, Recorded recorded) {}
