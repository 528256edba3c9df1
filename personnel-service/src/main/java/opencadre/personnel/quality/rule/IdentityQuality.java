package opencadre.personnel.quality.rule;

import java.util.List;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.rule.IdentityRules;
import opencadre.personnel.quality.rule.QualityFinding.Subject;

/** What name, sex, birth and number say of each other. */
final class IdentityQuality {

    private static final String BIRTH = "2C/TCTW-98: 4; TT 06/2023/TT-BNV: 3";
    private static final String ID_NUMBER = "2C/TCTW-98: 25; TT 06/2023/TT-BNV: 8";

    private IdentityQuality() {}

    static List<QualityFinding> birthLiesAhead(DossierFacts facts, Measure measure) {
        PartialDate birth = facts.birth();
        return birth.earliest().isAfter(measure.today())
                ? List.of(QualityFinding.of(
                        Flaw.BIRTH_IN_FUTURE,
                        new Subject(FieldGroup.IDENTITY, Item.BIRTH_DAY, "birth", List.of()),
                        BIRTH,
                        QualityRules.said(birth)))
                : List.of();
    }

    /**
     * The number has no check digit, and civil status may have been corrected since it was given: what it says of sex
     * and birth is a doubt and never an error.
     */
    static List<QualityFinding> idNumber(DossierFacts facts, Measure measure) {
        String number = facts.idNumber();
        if (number == null) {
            return List.of();
        }
        if (!IdentityRules.isIdNumber(number)) {
            return of(Flaw.ID_NUMBER_WRONG_FORM);
        }
        return IdentityRules.doubts(number, facts.female(), facts.birth(), measure.birthProvinces()).stream()
                .flatMap(doubt -> of(flaw(doubt)).stream())
                .toList();
    }

    private static Flaw flaw(String doubt) {
        return switch (doubt) {
            case IdentityRules.OTHER_SEX -> Flaw.ID_NUMBER_OTHER_SEX;
            case IdentityRules.OTHER_YEAR -> Flaw.ID_NUMBER_OTHER_YEAR;
            case IdentityRules.UNKNOWN_PROVINCE -> Flaw.ID_NUMBER_UNKNOWN_PROVINCE;
            default -> throw new IllegalArgumentException(doubt);
        };
    }

    private static List<QualityFinding> of(Flaw flaw) {
        return List.of(QualityFinding.of(
                flaw, new Subject(FieldGroup.IDENTITY, Item.ID_NUMBER, "idNumber", List.of()), ID_NUMBER));
    }
}
