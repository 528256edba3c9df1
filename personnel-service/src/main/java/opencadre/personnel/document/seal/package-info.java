/** Sealing with Tink, under keys that lie outside the database. */
@NullMarked
package opencadre.personnel.document.seal;

import org.jspecify.annotations.NullMarked;
