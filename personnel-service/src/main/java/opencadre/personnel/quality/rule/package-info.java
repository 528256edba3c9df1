/** What may be wrong in a dossier, and what it lacks: pure functions over its facts. */
@NullMarked
package opencadre.personnel.quality.rule;

import org.jspecify.annotations.NullMarked;
