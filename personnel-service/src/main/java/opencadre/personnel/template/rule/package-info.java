/** What a template may ask for. */
@NullMarked
package opencadre.personnel.template.rule;

import org.jspecify.annotations.NullMarked;
