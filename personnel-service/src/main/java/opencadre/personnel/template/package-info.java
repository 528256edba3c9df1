/** Templates of papers, brought by users, tried and put in force by two of them. */
@NullMarked
package opencadre.personnel.template;

import org.jspecify.annotations.NullMarked;
