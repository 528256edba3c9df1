package opencadre.kit.workbook;

import com.fasterxml.jackson.annotation.JsonInclude;
import opencadre.kit.rule.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, and in which cell.
 *
 * @param sheet null when it concerns the whole book
 * @param cell as {@code C12}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CellFinding(@Nullable String sheet, @Nullable String cell, Finding finding) {}
