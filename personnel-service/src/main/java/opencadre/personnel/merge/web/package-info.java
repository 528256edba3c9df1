/** Merges over HTTP. */
@NullMarked
package opencadre.personnel.merge.web;

import org.jspecify.annotations.NullMarked;
