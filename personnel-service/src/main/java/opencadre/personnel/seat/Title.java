package opencadre.personnel.seat;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A title of the catalogue (chức danh).
 *
 * @param code as {@code CT_UBND_XA}
 * @param name as {@code Chủ tịch UBND phường}
 * @param rank a smaller number is a higher title, titles of one number are of one height
 * @param leadership leading or managing
 * @param equalTitles codes of the titles declared equal, in order; being equal goes both ways
 * @param theoryAsked level of political theory that its standard asks; null when no standard is recorded
 * @param standardBasis where the standard stands, as {@code 365-QĐ/TW}
 */
public record Title(
        String code,
        String name,
        int rank,
        boolean leadership,
        List<String> equalTitles,
        @Nullable TheoryLevel theoryAsked,
        @Nullable String standardBasis) {

    public Title {
        equalTitles = List.copyOf(new TreeSet<>(equalTitles));
    }
}
