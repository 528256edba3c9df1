/** Quality of dossiers over HTTP. */
@NullMarked
package opencadre.personnel.quality.web;

import org.jspecify.annotations.NullMarked;
