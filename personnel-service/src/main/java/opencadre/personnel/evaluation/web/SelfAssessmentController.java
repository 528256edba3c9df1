package opencadre.personnel.evaluation.web;

import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.evaluation.SelfAssessmentOutcome;
import opencadre.personnel.evaluation.SelfAssessmentRegister;
import opencadre.personnel.evaluation.SelfAssessments;
import opencadre.personnel.evaluation.web.Requests.SelfAssessmentContent;
import opencadre.personnel.evaluation.web.Views.SelfAssessmentDetail;
import opencadre.personnel.evaluation.web.Views.SelfAssessmentList;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What officials say of themselves in the rounds they are in. */
@RestController
@RequestMapping("/api/personnel/people/{personId}/self-assessments")
final class SelfAssessmentController {

    private final SelfAssessmentRegister register;
    private final ScopedWork work;
    private final Audit audit;

    SelfAssessmentController(SelfAssessmentRegister register, ScopedWork work, Audit audit) {
        this.register = register;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping
    SelfAssessmentList listSelfAssessments(Actor actor, @PathVariable UUID personId) {
        return work.read(actor, () -> {
            List<SelfAssessments.Round> rounds =
                    register.rounds(actor, personId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("listSelfAssessments").about(personId).counting(rounds.size()));
            return new SelfAssessmentList(
                    rounds.stream().map(SelfAssessmentDetail::of).toList());
        });
    }

    @PutMapping("/{evaluationId}")
    ResponseEntity<SelfAssessmentDetail> writeSelfAssessment(
            Actor actor,
            @PathVariable UUID personId,
            @PathVariable UUID evaluationId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestBody @Valid SelfAssessmentContent body) {
        return work.as(actor, () -> switch (register.write(
                actor, personId, evaluationId, Preconditions.madeOn(ifMatch), body.words())) {
            case SelfAssessmentOutcome.Recorded(SelfAssessments.Round round) -> {
                audit.write(
                        Audit.Entry.of("writeSelfAssessment").about(personId).on(evaluationId));
                SelfAssessmentDetail said = SelfAssessmentDetail.of(round);
                yield ResponseEntity.ok()
                        .eTag(Preconditions.etag(said.revision()))
                        .body(said);
            }
            case SelfAssessmentOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case SelfAssessmentOutcome.Unknown() -> throw Refused.notFound();
        });
    }
}
