package opencadre.personnel.quality.rule;

import static opencadre.personnel.quality.rule.Severity.ERROR;
import static opencadre.personnel.quality.rule.Severity.MISSING;
import static opencadre.personnel.quality.rule.Severity.WARNING;

import java.util.Locale;

/** The kinds of findings. */
public enum Flaw {
    BIRTH_IN_FUTURE(ERROR),
    POST_BEFORE_SIXTEEN(ERROR),
    POSTS_OVERLAP(ERROR),
    UNIT_DOES_NOT_STAND(ERROR),
    ENTRY_BEFORE_BIRTH(ERROR),
    ENTRY_IN_FUTURE(ERROR),
    ENTRY_OUT_OF_ORDER(ERROR),
    DEGREE_TOO_EARLY(ERROR),
    CHILD_NOT_YOUNGER(ERROR),
    DISCIPLINE_OUT_OF_ORDER(ERROR),
    ID_NUMBER_WRONG_FORM(ERROR),
    POST_BEFORE_EIGHTEEN(WARNING),
    CHILD_TOO_CLOSE(WARNING),
    SALARY_OUT_OF_ORDER(WARNING),
    ID_NUMBER_OTHER_SEX(WARNING),
    ID_NUMBER_OTHER_YEAR(WARNING),
    ID_NUMBER_UNKNOWN_PROVINCE(WARNING),
    PAST_RETIREMENT_AGE(WARNING),
    ITEM_MISSING(MISSING),
    RATING_MISSING(MISSING),
    MEMBERSHIP_MISSING(MISSING);

    private final Severity severity;

    Flaw(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** Key of its text, as {@code quality-posts-overlap}. */
    String message() {
        return "quality-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
