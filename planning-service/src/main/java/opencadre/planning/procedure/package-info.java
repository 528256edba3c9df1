/** The five steps: every act an entry of a hash-linked record, from which all else is read. */
@NullMarked
package opencadre.planning.procedure;

import org.jspecify.annotations.NullMarked;
