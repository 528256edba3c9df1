package opencadre.kit.workbook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook did, or would do.
 *
 * @param batch by which the whole can be taken back; null when nothing was kept
 * @param findings the first ones, in the order of the sheets
 * @param moreFindings how many more there are
 * @param differences of a trial: the first cells of lines that were taken out, as they would change or cannot
 * @param moreDifferences how many more there are
 * @param people whose records it made or changed something in, or shows, for the audit alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        @Nullable UUID batch,
        State state,
        List<SheetCount> sheets,
        List<CellFinding> findings,
        int moreFindings,
        List<Difference> differences,
        int moreDifferences,
        @JsonIgnore Set<UUID> people) {

    /** What became of a workbook. */
    public enum State {
        /** A trial: it would be taken. */
        WOULD_BE_TAKEN,
        /** Nothing of it was kept. */
        REFUSED,
        TAKEN
    }

    /**
     * Lines of a sheet.
     *
     * @param changed lines that were taken out and came back otherwise
     */
    public record SheetCount(String sheet, int lines, int made, int changed, int same, int refused) {}

    /**
     * A cell of a line that was taken out, changed and sent back. What it said then, says now and was typed is told as
     * people type it, as {@code 14/05/1980}; of what is sensitive it is not told at all.
     *
     * @param cell as {@code C12}
     * @param column its header
     * @param conflict whether somebody else changed the same cell meanwhile
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Difference(
            String sheet,
            String cell,
            String column,
            boolean conflict,
            @Nullable String then,
            @Nullable String now,
            @Nullable String typed) {}
}
