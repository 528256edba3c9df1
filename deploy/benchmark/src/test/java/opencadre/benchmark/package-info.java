/** Whether what is measured is what it says. */
@NullMarked
package opencadre.benchmark;

import org.jspecify.annotations.NullMarked;
