/** Where staffing quotas are kept. */
@NullMarked
package opencadre.personnel.quota.data;

import org.jspecify.annotations.NullMarked;
