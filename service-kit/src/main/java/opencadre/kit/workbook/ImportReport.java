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
 * @param people whose records it made something in, for the audit alone; none where nothing was kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportReport(
        @Nullable UUID batch,
        State state,
        List<SheetCount> sheets,
        List<CellFinding> findings,
        int moreFindings,
        @JsonIgnore Set<UUID> people) {

    /** What became of a workbook. */
    public enum State {
        /** A trial: it would be taken. */
        WOULD_BE_TAKEN,
        /** Nothing of it was kept. */
        REFUSED,
        TAKEN
    }

    /** Lines of a sheet. */
    public record SheetCount(String sheet, int lines, int made, int same, int refused) {}
}
