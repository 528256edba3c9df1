/** Which papers a dossier wants, and what may be said of one. */
@NullMarked
package opencadre.personnel.document.rule;

import org.jspecify.annotations.NullMarked;
