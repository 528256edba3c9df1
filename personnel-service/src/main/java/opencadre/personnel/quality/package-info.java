/**
 * Quality of dossiers (chất lượng hồ sơ): what contradicts itself, what is doubtful and what is missing, by dossier and
 * by unit; and who may be on record twice. Reckoned on every reading, kept nowhere: what is put right is right at once.
 */
@NullMarked
package opencadre.personnel.quality;

import org.jspecify.annotations.NullMarked;
