package opencadre.personnel.review;

import java.util.UUID;

/**
 * How far a round is in one unit: of the dossiers that it keeps.
 *
 * @param unitName on the day of the reading, or of the closing
 * @param confirmed looked through as they are, and right
 * @param toMend looked through as they are, with something to be put right
 * @param changed looked through, and changed since
 */
public record Part(UUID unitId, String unitName, long dossiers, long confirmed, long toMend, long changed) {

    public long reviewed() {
        return confirmed + toMend;
    }

    public boolean isComplete() {
        return reviewed() == dossiers;
    }

    /** From 0 to 1; a unit without dossiers is done. */
    double share() {
        return dossiers == 0 ? 1 : (double) reviewed() / dossiers;
    }
}
