/** Saved filters over HTTP. */
@NullMarked
package opencadre.personnel.savedfilter.web;

import org.jspecify.annotations.NullMarked;
