package opencadre.personnel.quality.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import opencadre.personnel.cv.rule.CvClass;
import opencadre.personnel.cv.rule.CvKind;

/**
 * Something that the official forms ask of everybody: each kind that the CV's catalogue says every CV has, and what
 * other records answer.
 *
 * @param code the kind, or {@link #BIRTH_DAY}, {@link #POST}, {@link #ID_NUMBER}
 * @param forms where the forms ask for it, as {@code {"2C": "5", "TT06": "4"}}
 */
public record Item(String code, FieldGroup group, Bilingual title, Map<String, String> forms) {

    /** Day, month and year of birth. */
    public static final String BIRTH_DAY = "BIRTH_DAY";

    /** A post held today. */
    public static final String POST = "POST";

    /** The personal identification number. */
    public static final String ID_NUMBER = "ID_NUMBER";

    /** All of them: those of other records first, then in the order of the catalogue. */
    static List<Item> asked(Collection<CvKind> kinds) {
        List<Item> items = new ArrayList<>(List.of(
                elsewhere(BIRTH_DAY, FieldGroup.IDENTITY, Map.of("2C", "4", "TT06", "3")),
                elsewhere(ID_NUMBER, FieldGroup.IDENTITY, Map.of("2C", "25", "TT06", "8")),
                elsewhere(POST, FieldGroup.POSTS, Map.of("2C", "3", "TT06", "23"))));
        kinds.stream()
                .filter(kind -> kind.asked() && kind.fieldClass() != CvClass.RESTRICTED)
                .forEach(kind -> items.add(new Item(kind.code(), groupOf(kind), kind.title(), kind.items())));
        return items;
    }

    private static Item elsewhere(String code, FieldGroup group, Map<String, String> forms) {
        return new Item(code, group, Messages.of("quality-item-" + code), forms);
    }

    static FieldGroup groupOf(CvKind kind) {
        return kind.fieldClass() == CvClass.PERSONAL ? FieldGroup.CV : FieldGroup.SENSITIVE_CV;
    }

    /** Whether a dossier has it. */
    boolean isFilled(DossierFacts facts, Measure measure) {
        return switch (code) {
            case BIRTH_DAY -> facts.birth().day() != null;
            case ID_NUMBER -> facts.idNumber() != null;
            case POST -> facts.posts().stream().anyMatch(post -> post.valid().contains(measure.today()));
            default -> facts.holds(code, measure.today());
        };
    }
}
