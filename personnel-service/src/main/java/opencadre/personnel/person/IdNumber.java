package opencadre.personnel.person;

import org.jspecify.annotations.Nullable;

/**
 * A personal identification number (số định danh cá nhân) as it is or was believed of a person.
 *
 * @param number twelve digits: {@code 019082000001}
 * @param document the paper it stands in
 * @param standsBecause why it stands although it says another sex or year of birth
 */
public record IdNumber(
        String number, @Nullable String document, @Nullable String standsBecause, Recorded recorded) {}
