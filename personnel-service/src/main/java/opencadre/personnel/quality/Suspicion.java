package opencadre.personnel.quality;

import java.util.Set;
import java.util.UUID;

/**
 * Two people on record who may be one.
 *
 * @param key says which two
 * @param grounds why that is suspected
 */
public record Suspicion(Key key, Set<Ground> grounds) {

    /**
     * Which two, and where they stand in the list.
     *
     * @param nameKey of the first
     * @param first the one with the lower number
     */
    public record Key(String nameKey, UUID first, UUID second) {}

    /** Why two people may be one. */
    public enum Ground {
        /** The same name and sex, and births that may be the same day. */
        SAME_NAME_AND_BIRTH,
        /** The identification number, or one of earlier times, of one stands with the other too. */
        SAME_ID_NUMBER,
        SAME_INSURANCE_NUMBER
    }
}
