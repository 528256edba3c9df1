package opencadre.personnel.evaluation.data;

import opencadre.personnel.evaluation.rule.Scheme;

/** The schemes as they are in force, for tests of rules. */
public final class SchemesOfTheLaw {

    private SchemesOfTheLaw() {}

    public static Scheme scheme(String code) {
        return EvaluationSchemeFiles.read().find(code).orElseThrow();
    }
}
