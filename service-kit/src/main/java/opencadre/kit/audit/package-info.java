/** Every view and change, written before the bytes leave. */
@NullMarked
package opencadre.kit.audit;

import org.jspecify.annotations.NullMarked;
