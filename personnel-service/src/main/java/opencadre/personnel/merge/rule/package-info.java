/** What makes two records contradict each other, and what makes it doubtful that they are of one person. */
@NullMarked
package opencadre.personnel.merge.rule;

import org.jspecify.annotations.NullMarked;
