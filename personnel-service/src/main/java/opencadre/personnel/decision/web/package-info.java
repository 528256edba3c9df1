/** Decisions over HTTP, and what waits. */
@NullMarked
package opencadre.personnel.decision.web;

import org.jspecify.annotations.NullMarked;
