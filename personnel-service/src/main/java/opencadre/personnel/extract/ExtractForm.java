package opencadre.personnel.extract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays an extract list out as a file of a word processor. */
public interface ExtractForm {

    /** The file. */
    byte[] print(ExtractList list);

    /**
     * What the list says.
     *
     * @param unit name of the unit that it is about with all below; null for everybody in reach
     */
    record ExtractList(LocalDate day, @Nullable String unit, List<Line> lines) {}

    /**
     * An official in one line; what is not known is empty.
     *
     * @param born as {@code 14/08/1982}, or only the month or year
     * @param isMale in which of the two columns the birth stands
     * @param posts as {@code Chủ tịch UBND, Phường Sông Công}, one after the other
     * @param joined day of joining the Party
     * @param official day of becoming an official member
     * @param rating as {@code 2025: Hoàn thành tốt nhiệm vụ}
     */
    record Line(
            String name,
            String born,
            boolean isMale,
            String posts,
            String ethnicity,
            String nativePlace,
            String schooling,
            String degree,
            String theory,
            String joined,
            String official,
            String rating) {}
}
