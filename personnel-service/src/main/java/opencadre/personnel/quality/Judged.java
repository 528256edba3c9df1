package opencadre.personnel.quality;

import java.util.List;
import opencadre.personnel.quality.rule.Completeness;
import opencadre.personnel.quality.rule.Flaw;
import opencadre.personnel.quality.rule.QualityFinding;
import opencadre.personnel.quality.rule.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a dossier.
 *
 * @param findings the worst first
 */
public record Judged(Dossier dossier, List<QualityFinding> findings, Completeness completeness) {

    /** Whether there is a finding of a kind and of a severity, where these are asked for; any finding otherwise. */
    boolean has(@Nullable Flaw flaw, @Nullable Severity severity) {
        return findings.stream()
                .map(QualityFinding::flaw)
                .anyMatch(
                        found -> (flaw == null || found == flaw) && (severity == null || found.severity() == severity));
    }
}
