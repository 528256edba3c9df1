package opencadre.planning.eligibility.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Outcome;
import opencadre.planning.eligibility.CopyRevision;
import opencadre.planning.eligibility.Verdicts;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/planning/openapi.yaml}. */
final class Views {

    private Views() {}

    record VerdictList(UUID seatId, LocalDate asOf, String ruleVersion, List<VerdictCard> items) {}

    record VerdictCard(
            UUID seatId,
            UUID personId,
            String personName,
            LocalDate asOf,
            String ruleVersion,
            Outcome overall,
            Confidence confidence,
            List<CriterionLine> criteria,
            List<CopyOf> copies) {

        static VerdictCard of(UUID seatId, LocalDate day, String ruleVersion, Verdicts.Judged judged) {
            return new VerdictCard(
                    seatId,
                    judged.personId(),
                    judged.personName(),
                    day,
                    ruleVersion,
                    judged.verdict().overall(),
                    judged.verdict().confidence(),
                    judged.verdict().criteria().stream().map(CriterionLine::of).toList(),
                    judged.copies().stream().map(CopyOf::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CriterionLine(
            String code,
            Outcome outcome,
            Confidence confidence,
            Bilingual required,
            Bilingual actual,
            List<Fact> facts,
            List<Basis> bases,
            @Nullable Bilingual turns,
            List<Bilingual> notes) {

        static CriterionLine of(Criterion criterion) {
            return new CriterionLine(
                    criterion.code(),
                    criterion.outcome(),
                    criterion.confidence(),
                    criterion.required(),
                    criterion.actual(),
                    criterion.facts(),
                    criterion.bases(),
                    criterion.turns(),
                    criterion.notes());
        }
    }

    record CopyOf(String topic, UUID id, long revision, Instant recordedAt, Instant appliedAt) {

        static CopyOf of(CopyRevision copy) {
            return new CopyOf(copy.topic(), copy.id(), copy.revision(), copy.recordedAt(), copy.appliedAt());
        }
    }
}
