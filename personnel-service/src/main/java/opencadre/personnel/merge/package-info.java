/**
 * Merge of records (gộp hồ sơ): two records that are of one person become one, by two pairs of eyes, and two again
 * where that was wrong. A merge is a change of belief: what was believed before stays readable under both records.
 */
@NullMarked
package opencadre.personnel.merge;

import org.jspecify.annotations.NullMarked;
