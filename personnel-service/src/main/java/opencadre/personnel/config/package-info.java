/** Wiring of the service; nobody imports it. */
@NullMarked
package opencadre.personnel.config;

import org.jspecify.annotations.NullMarked;
