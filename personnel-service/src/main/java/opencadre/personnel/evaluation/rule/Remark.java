package opencadre.personnel.evaluation.rule;

import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a sheet or of a round.
 *
 * @param blocks whether it has to be settled before the round is proposed; otherwise it is told
 * @param confidence of the number behind it; null where it rests on no regulation
 */
public record Remark(
        Finding finding, boolean blocks, @Nullable Confidence confidence) {

    static Remark blocking(@Nullable String field, String code, Object... arguments) {
        return new Remark(Finding.of(field, code, arguments), true, null);
    }

    static Remark of(boolean blocks, @Nullable String field, Basis basis, String code, Object... arguments) {
        return new Remark(
                new Finding(field, code, Messages.of(code, arguments), basis.citation()), blocks, basis.confidence());
    }
}
