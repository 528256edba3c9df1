package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.eligibility.rule.PersonFacts.HealthCertificate;

/** A health certificate that is at most 6 months old: dossier, item 10 (Decree 115/2020). */
final class HealthRule {

    private static final String CODE = "health";

    private HealthRule() {}

    static Criterion judge(PersonFacts person, Question question) {
        Optional<Parameter> law = question.law("document", "health-certificate.max-age");
        if (law.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        Judging judging = Judging.of(CODE, law.get(), law.get().number());
        Optional<HealthCertificate> newest = person.healthCertificates() == null
                ? Optional.empty()
                : person.healthCertificates().stream()
                        .filter(certificate -> !certificate.issuedOn().isAfter(question.day()))
                        .max(Comparator.comparing(HealthCertificate::issuedOn));
        if (newest.isEmpty()) {
            return judging.unknown(Messages.of("health.not-known"), Messages.of("health.turns"));
        }
        LocalDate lastDay = newest.get().issuedOn().plusMonths(law.get().number());
        judging.seeing(newest.get().fact());
        return lastDay.isBefore(question.day())
                ? judging.fail(Messages.of("health.until", lastDay), Messages.of("health.turns"))
                : judging.pass(Messages.of("health.until", lastDay));
    }
}
