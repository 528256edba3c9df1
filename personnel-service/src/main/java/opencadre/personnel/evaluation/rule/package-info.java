/** How points become grades, and how many of them a unit may give: pure functions over dated schemes. */
@NullMarked
package opencadre.personnel.evaluation.rule;

import org.jspecify.annotations.NullMarked;
