package opencadre.kit.rule;

/** A text in Vietnamese and in English. */
public record Bilingual(String vi, String en) {}
