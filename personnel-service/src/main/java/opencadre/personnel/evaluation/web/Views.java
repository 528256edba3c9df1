package opencadre.personnel.evaluation.web;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Finding;
import opencadre.personnel.evaluation.Evaluation;
import opencadre.personnel.evaluation.EvaluationView;
import opencadre.personnel.evaluation.Evaluations;
import opencadre.personnel.evaluation.PeriodResult;
import opencadre.personnel.evaluation.RatedPerson;
import opencadre.personnel.evaluation.SelfAssessment;
import opencadre.personnel.evaluation.SelfAssessments;
import opencadre.personnel.evaluation.rule.CapRules;
import opencadre.personnel.evaluation.rule.Circumstance;
import opencadre.personnel.evaluation.rule.Grade;
import opencadre.personnel.evaluation.rule.GradeRules;
import opencadre.personnel.evaluation.rule.Judgement;
import opencadre.personnel.evaluation.rule.OwnWords;
import opencadre.personnel.evaluation.rule.Points;
import opencadre.personnel.evaluation.rule.Remark;
import opencadre.personnel.evaluation.rule.Scheme;
import opencadre.personnel.evaluation.rule.Sheet;
import opencadre.personnel.evaluation.rule.Standing;
import opencadre.personnel.seat.ManagementScope;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    record EvaluationSchemeList(List<EvaluationSchemeDetail> items) {}

    record EvaluationSchemeDetail(
            String code,
            int version,
            Bilingual name,
            @NotNull Scheme.Corps corps,
            @NotNull Scheme.PeriodKind period,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String regulation,
            List<CriterionDetail> criteria,
            List<ThresholdDetail> grades,
            List<Circumstance> facts,
            boolean confirmed,
            List<Bilingual> notes,
            @Nullable CapDetail cap) {

        static EvaluationSchemeDetail of(Scheme scheme) {
            Scheme.Cap cap = scheme.cap();
            List<Basis> bases = bases(scheme);
            return new EvaluationSchemeDetail(
                    scheme.code(),
                    scheme.version(),
                    scheme.name(),
                    scheme.corps(),
                    scheme.period(),
                    scheme.validFrom(),
                    scheme.validTo(),
                    scheme.regulation(),
                    scheme.criteria().stream().map(CriterionDetail::of).toList(),
                    scheme.grades().stream()
                            .map(threshold -> new ThresholdDetail(threshold.grade(), threshold.least()))
                            .toList(),
                    scheme.asked(null),
                    bases.stream().allMatch(basis -> basis.confidence() == Confidence.CONFIRMED),
                    bases.stream()
                            .map(Basis::note)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    cap == null ? null : CapDetail.of(cap));
        }

        private static List<Basis> bases(Scheme scheme) {
            Stream.Builder<Basis> bases = Stream.builder();
            scheme.criteria().forEach(criterion -> bases.add(criterion.basis()));
            scheme.grades().forEach(threshold -> bases.add(threshold.basis()));
            scheme.limits().forEach(limit -> bases.add(limit.basis()));
            Scheme.Cap cap = scheme.cap();
            if (cap != null) {
                bases.add(cap.basis());
            }
            Basis head = scheme.headNotAboveUnit();
            if (head != null) {
                bases.add(head);
            }
            Scheme.LeastMonths least = scheme.leastMonths();
            if (least != null) {
                bases.add(least.basis());
            }
            return bases.build().toList();
        }
    }

    record CriterionDetail(
            String code,
            Bilingual name,
            @NotNull Scheme.Part part,
            int max,
            @NotNull Scheme.By by,
            List<Scheme.Measure> measures,
            boolean confirmed) {

        static CriterionDetail of(Scheme.Criterion criterion) {
            return new CriterionDetail(
                    criterion.code(),
                    criterion.name(),
                    criterion.part(),
                    criterion.max(),
                    criterion.by(),
                    criterion.measures() == null ? List.of() : criterion.measures(),
                    criterion.basis().confidence() == Confidence.CONFIRMED);
        }
    }

    record ThresholdDetail(@NotNull Grade grade, int least) {}

    record CapDetail(
            String share,
            @Nullable String ofExcellentUnit,
            @NotNull Scheme.Base base,
            String article,
            boolean confirmed) {

        static CapDetail of(Scheme.Cap cap) {
            return new CapDetail(
                    cap.share(),
                    cap.ofExcellentUnit(),
                    cap.base(),
                    cap.basis().citation(),
                    cap.basis().confidence() == Confidence.CONFIRMED);
        }
    }

    record EvaluationPage(
            List<EvaluationLine> items, @Nullable String next) {}

    record EvaluationLine(
            UUID id,
            long revision,
            UUID unitId,
            String unitName,
            @NotNull ManagementScope level,
            int year,
            @Nullable Integer quarter,
            String scheme,
            Bilingual schemeName,
            String regulation,
            @NotNull Evaluation.State state,
            @Nullable Grade unitGrade,
            @Nullable String unitGradeDocument,
            String openedBy,
            @Nullable String proposedBy,
            @Nullable Instant proposedAt,
            @Nullable LocalDate decideBefore,
            @Nullable String document,
            @Nullable String reason) {

        static EvaluationLine of(Evaluations.Line line) {
            return of(line.evaluation(), line.unitName());
        }

        static EvaluationLine of(Evaluation evaluation, String unitName) {
            Evaluation.Proposed proposed = evaluation.proposed();
            Scheme.Deadline deadline = evaluation.scheme().decideBefore();
            return new EvaluationLine(
                    evaluation.id(),
                    evaluation.revision(),
                    evaluation.unitId(),
                    unitName,
                    evaluation.level(),
                    evaluation.period().year(),
                    evaluation.period().quarter(),
                    evaluation.scheme().code(),
                    evaluation.scheme().name(),
                    evaluation.scheme().regulation(),
                    evaluation.state(),
                    evaluation.unitGrade(),
                    evaluation.unitGradeDocument(),
                    evaluation.openedBy(),
                    proposed == null ? null : proposed.by(),
                    proposed == null ? null : proposed.at(),
                    deadline == null ? null : deadline.in(evaluation.period().year()),
                    evaluation.document(),
                    evaluation.reason());
        }
    }

    record EvaluationDetail(
            EvaluationLine line,
            EvaluationSchemeDetail scheme,
            List<SheetDetail> sheets,
            List<TallyDetail> tallies,
            List<EvaluationRemark> remarks) {

        static EvaluationDetail of(EvaluationView view) {
            return new EvaluationDetail(
                    EvaluationLine.of(view.evaluation(), view.unitName() == null ? "" : view.unitName()),
                    EvaluationSchemeDetail.of(view.evaluation().scheme()),
                    view.lines().stream()
                            .map(line -> SheetDetail.of(line, view.evaluation().scheme()))
                            .toList(),
                    view.tallies().stream().map(TallyDetail::of).toList(),
                    view.remarks().stream().map(EvaluationRemark::of).toList());
        }
    }

    record SheetDetail(
            UUID personId,
            String fullName,
            String title,
            @Nullable Standing standing,
            @Nullable BigDecimal selfPoints,
            @Nullable Grade selfGrade,
            @Nullable OwnWordsDetail self,
            @Nullable String comment,
            Map<String, List<BigDecimal>> scores,
            Map<String, Integer> circumstances,
            @Nullable BigDecimal points,
            boolean complete,
            @Nullable Grade reckoned,
            @Nullable Grade proposed,
            @Nullable Grade grade,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            List<EvaluationRemark> remarks,
            List<EvaluationResult> otherQuarters) {

        static SheetDetail of(EvaluationView.Line line, Scheme scheme) {
            RatedPerson person = line.person();
            Sheet sheet = person.sheet();
            Judgement judgement = line.judgement();
            RatedPerson.Decided decided = person.decided();
            return new SheetDetail(
                    person.personId(),
                    person.fullName(),
                    person.title(),
                    sheet.standing(),
                    sheet.selfPoints(),
                    sheet.selfGrade(),
                    OwnWordsDetail.of(line.said(), scheme),
                    sheet.comment(),
                    sheet.scores(),
                    sheet.circumstances().entrySet().stream()
                            .collect(Collectors.toMap(each -> each.getKey().name(), Map.Entry::getValue)),
                    shown(judgement.points()),
                    judgement.complete(),
                    judgement.reckoned(),
                    sheet.proposed(),
                    decided == null ? judgement.grade() : decided.grade(),
                    sheet.reason(),
                    decided == null ? null : decided.by(),
                    decided == null ? null : decided.at(),
                    judgement.remarks().stream().map(EvaluationRemark::of).toList(),
                    line.others().stream().map(EvaluationResult::of).toList());
        }
    }

    record OwnWordsDetail(
            Map<String, List<BigDecimal>> scores,
            @Nullable BigDecimal points,
            boolean complete,
            @Nullable Grade grade,
            @Nullable String comment,
            Instant writtenAt) {

        static @Nullable OwnWordsDetail of(@Nullable SelfAssessment said, Scheme scheme) {
            if (said == null) {
                return null;
            }
            OwnWords words = said.words();
            return new OwnWordsDetail(
                    words.scores(),
                    shown(GradeRules.scored(scheme, words.scores())),
                    GradeRules.isScored(scheme, words.scores()),
                    words.grade(),
                    words.comment(),
                    said.writtenAt());
        }
    }

    record SelfAssessmentList(List<SelfAssessmentDetail> items) {}

    record SelfAssessmentDetail(
            UUID evaluationId,
            long revision,
            String unitName,
            String title,
            int year,
            @Nullable Integer quarter,
            @NotNull Evaluation.State state,
            EvaluationSchemeDetail scheme,
            boolean writable,
            @Nullable OwnWordsDetail said) {

        static SelfAssessmentDetail of(SelfAssessments.Round round) {
            Evaluation evaluation = round.evaluation();
            return new SelfAssessmentDetail(
                    evaluation.id(),
                    round.revision(),
                    round.unitName(),
                    round.title(),
                    evaluation.period().year(),
                    evaluation.period().quarter(),
                    evaluation.state(),
                    EvaluationSchemeDetail.of(evaluation.scheme()),
                    round.isWritable(),
                    OwnWordsDetail.of(round.said(), evaluation.scheme()));
        }
    }

    record EvaluationRemark(Finding finding, boolean blocks, boolean confirmed) {

        static EvaluationRemark of(Remark remark) {
            return new EvaluationRemark(
                    remark.finding(), remark.blocks(), remark.confidence() != Confidence.UNCONFIRMED);
        }
    }

    record TallyDetail(
            @NotNull CapRules.Group group,
            String share,
            @NotNull Scheme.Base base,
            int excellent,
            int of,
            int allowed,
            int most,
            boolean exceeded) {

        static TallyDetail of(CapRules.Tally tally) {
            return new TallyDetail(
                    tally.group(),
                    tally.share().toString(),
                    tally.base(),
                    tally.excellent(),
                    tally.of(),
                    tally.allowed(),
                    tally.most(),
                    tally.isExceeded());
        }
    }

    record EvaluationResults(List<EvaluationResult> items) {}

    record EvaluationResult(
            UUID unitId,
            String unitName,
            int year,
            @Nullable Integer quarter,
            String regulation,
            @Nullable BigDecimal points,
            @NotNull Grade grade,
            @Nullable String document,
            String decidedBy,
            Instant decidedAt) {

        static EvaluationResult of(PeriodResult result) {
            return new EvaluationResult(
                    result.unitId(),
                    result.unitName(),
                    result.period().year(),
                    result.period().quarter(),
                    result.regulation(),
                    shown(result.points()),
                    result.grade(),
                    result.document(),
                    result.decidedBy(),
                    result.decidedAt());
        }
    }

    private static @Nullable BigDecimal shown(@Nullable Points points) {
        return points == null ? null : points.shown();
    }
}
