/** Statistics as a workbook. */
@NullMarked
package opencadre.personnel.statistics.workbook;

import org.jspecify.annotations.NullMarked;
