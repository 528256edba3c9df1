/** HTTP of the legal day. */
@NullMarked
package opencadre.personnel.day.web;

import org.jspecify.annotations.NullMarked;
