/** Statistics over HTTP. */
@NullMarked
package opencadre.personnel.statistics.web;

import org.jspecify.annotations.NullMarked;
