package opencadre.personnel.template.rule;

import org.jspecify.annotations.Nullable;

/**
 * A place that was found in a template.
 *
 * @param written as it stands there, as {@code {{?articles}}} or {@code [school]}
 * @param sign before its name: {@code ?} and {@code /} around a block, empty for a text or a table; others are never
 *     taken
 * @param name as {@code articles}
 * @param table whose row it is a cell of; null outside of repeated rows
 * @param where the words around it, or its cell
 */
public record FoundPlace(
        String written, String sign, String name, @Nullable String table, String where) {}
