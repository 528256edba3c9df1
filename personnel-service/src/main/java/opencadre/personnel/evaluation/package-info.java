/**
 * Evaluation (đánh giá, xếp loại chất lượng): the people of a unit are rated for a quarter or a year by the scheme that
 * was in force. One prepares and proposes, another decides; a decided year becomes the rating of each person's file.
 */
@NullMarked
package opencadre.personnel.evaluation;

import org.jspecify.annotations.NullMarked;
