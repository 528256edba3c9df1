package opencadre.personnel.reorganisation;

import java.util.List;
import java.util.UUID;

/** What a reorganisation touches here. Numbers of people are those whom the reader sees. */
public record Impact(List<OfUnit> units) {

    /**
     * Of one unit that ends.
     *
     * @param seats that stand in it on the day or later
     * @param posts held in it on the day or later
     * @param placed of those, how many know where they go on
     * @param grants rights over it that end with it
     */
    public record OfUnit(UUID unitId, int seats, int posts, int placed, int grants) {}
}
