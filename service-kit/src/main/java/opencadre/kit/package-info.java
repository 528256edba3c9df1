/** Mechanism that every service shares, without a word of the domain. This root package alone wires the parts. */
@NullMarked
package opencadre.kit;

import org.jspecify.annotations.NullMarked;
