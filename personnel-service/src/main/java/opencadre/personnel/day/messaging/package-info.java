/** The legal day as others receive it. */
@NullMarked
package opencadre.personnel.day.messaging;

import org.jspecify.annotations.NullMarked;
