/**
 * Workbooks (.xlsx) in: what a sheet must look like, what is wrong in which cell, a trial run, one commit for the whole
 * book, and taking it back.
 */
@NullMarked
package opencadre.kit.workbook;

import org.jspecify.annotations.NullMarked;
