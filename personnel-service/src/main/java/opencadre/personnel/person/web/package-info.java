/** People over HTTP. */
@NullMarked
package opencadre.personnel.person.web;

import org.jspecify.annotations.NullMarked;
