package opencadre.personnel.merge;

import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;

/**
 * What stands against a merge, or makes it doubtful.
 *
 * @param code as {@code overlaps-main-post}
 * @param blocks whether it cannot be merged before this is settled; otherwise whoever merges says why it is right
 * @param facts those it is about, of either record
 */
public record MergeFinding(String code, boolean blocks, List<UUID> facts, Bilingual reason) {

    static MergeFinding against(String code, List<UUID> facts) {
        return new MergeFinding(code, true, facts, Messages.of("merge." + code));
    }

    static MergeFinding doubt(String code, List<UUID> facts) {
        return new MergeFinding(code, false, facts, Messages.of("merge." + code));
    }

    Finding finding() {
        return Finding.of(null, "merge." + code);
    }
}
