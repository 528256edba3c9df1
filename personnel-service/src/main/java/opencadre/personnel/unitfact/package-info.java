/**
 * What papers say of units over some days and of nobody: terms of office, staffing quotas. It is recorded, put right
 * and voided in one way.
 */
@NullMarked
package opencadre.personnel.unitfact;

import org.jspecify.annotations.NullMarked;
