package opencadre.personnel.document;

import java.time.Instant;
import java.util.UUID;
import opencadre.personnel.document.rule.Described;
import opencadre.personnel.document.rule.FactKind;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.document.rule.Paper;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a dossier, without its content.
 *
 * @param described what was said of it when it came
 * @param fact of which kind the fact is that it proves; null where it stands for itself
 * @param size in bytes
 * @param sha256 of the content, 64 hexadecimal digits
 * @param recorded who took it in
 * @param voided who took it back; null while it stands
 * @param voidReason why
 */
public record Document(
        UUID id,
        UUID personId,
        DocumentClass fieldClass,
        Described described,
        @Nullable FactKind fact,
        FileKind type,
        int size,
        String sha256,
        Act recorded,
        @Nullable Act voided,
        @Nullable String voidReason) {

    /** Who did something, and when. */
    public record Act(String account, String name, Instant at) {}

    /** 1 as it came, 2 when it was voided: there is no other change. */
    public long revision() {
        return voided == null ? 1 : 2;
    }

    public boolean stands() {
        return voided == null;
    }

    /** What rules ask of it. */
    Paper paper() {
        return new Paper(described.kind(), described.factId());
    }
}
