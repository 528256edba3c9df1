/**
 * What a rule says: findings with their texts in both languages. The one package of the kit that all others may use.
 */
@NullMarked
package opencadre.kit.rule;

import org.jspecify.annotations.NullMarked;
