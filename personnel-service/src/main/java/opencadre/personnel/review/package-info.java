/**
 * Rounds of review (đợt rà soát hồ sơ): the unit above asks for all dossiers in it and beneath to be looked through by
 * a day. How far it is, is reckoned on every reading, where people are on the day; what was said of a dossier holds for
 * it as it was.
 */
@NullMarked
package opencadre.personnel.review;

import org.jspecify.annotations.NullMarked;
