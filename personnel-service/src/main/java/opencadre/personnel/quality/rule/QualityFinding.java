package opencadre.personnel.quality.rule;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Messages;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong, doubtful or missing in a dossier.
 *
 * <p>Example: {@code ENTRY_OUT_OF_ORDER} in {@code SENSITIVE_CV}, item {@code PARTY_MEMBERSHIP}, field
 * {@code official}, one fact, "Đảng Cộng sản Việt Nam: “ngày chính thức” trước “ngày vào Đảng”", source
 * {@code 2C/TCTW-98: 14; TT 06/2023/TT-BNV: 15}.
 *
 * @param source the items of the official forms that the facts answer, or the article
 */
public record QualityFinding(Flaw flaw, Subject subject, Bilingual reason, String source) {

    /**
     * What it is about.
     *
     * @param item a kind of the CV's catalogue or a code of {@link Item}, where it is about one
     * @param field of that kind, as {@code official}
     * @param facts ids of the posts, entries or certificates, where they have some
     */
    public record Subject(
            FieldGroup group,
            @Nullable String item,
            @Nullable String field,
            List<UUID> facts) {

        static Subject of(FieldGroup group, UUID... facts) {
            return new Subject(group, null, null, List.of(facts));
        }
    }

    /** A finding whose text is filled with arguments. */
    static QualityFinding of(Flaw flaw, Subject subject, String source, Object... arguments) {
        return new QualityFinding(flaw, subject, Messages.of(flaw.message(), arguments), source);
    }
}
