package opencadre.personnel.person;

import java.util.Set;

/**
 * The codes by which identification numbers name the province where a birth was registered: {@code 019}. The list was
 * not read in its own wording, so what is not in it is a doubt.
 */
public record BirthProvinces(Set<String> codes) {

    public BirthProvinces {
        codes = Set.copyOf(codes);
    }
}
