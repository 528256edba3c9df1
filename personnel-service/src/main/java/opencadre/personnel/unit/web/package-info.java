/** Units over HTTP. */
@NullMarked
package opencadre.personnel.unit.web;

import org.jspecify.annotations.NullMarked;
