/** Staffing quotas over HTTP. */
@NullMarked
package opencadre.personnel.quota.web;

import org.jspecify.annotations.NullMarked;
