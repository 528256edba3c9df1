/** The whole house in a real browser: what an officer sees and does, and what nobody may see. */
@NullMarked
package opencadre.acceptance;

import org.jspecify.annotations.NullMarked;
