package opencadre.personnel.cv.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import opencadre.kit.rule.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A kind of entry of a CV, as {@code contracts/personnel/cv.json} has it: place of birth, a degree, a member of the
 * family.
 *
 * @param code as {@code BIRTH_PLACE}
 * @param fieldClass how much harm its entries do in the wrong hands
 * @param items where the official forms ask for it, as {@code {"2C": "5", "TT06": "4"}}
 * @param many whether a CV may have several at once; of the others the one that began last holds
 * @param asked whether every CV has one, so that it is missing where there is none
 * @param validFrom the field that says since when an entry is true; null where it always was
 * @param validTo the field that says until when, that day included; null where it stays true
 */
public record CvKind(
        String code,
        Bilingual title,
        CvClass fieldClass,
        Map<String, String> items,
        boolean many,
        boolean asked,
        @Nullable String validFrom,
        @Nullable String validTo,
        List<CvField> fields) {

    public Optional<CvField> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }
}
