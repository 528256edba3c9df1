/** Reorganisations as clients ask for them. */
@NullMarked
package opencadre.personnel.reorganisation.web;

import org.jspecify.annotations.NullMarked;
