package opencadre.planning.eligibility.rule;

import java.util.Locale;

/** Form of discipline (hình thức kỷ luật), mildest first. */
public enum DisciplineForm {
    REPRIMAND,
    WARNING,
    DISMISSAL,
    EXPULSION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
