/** Whether what is prepared before an approval may be kept here at all, or only a pointer to its papers. */
@NullMarked
package opencadre.planning.preapproval;

import org.jspecify.annotations.NullMarked;
