package opencadre.planning.eligibility.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.eligibility.rule.PersonFacts.Certificate;
import opencadre.planning.law.rule.TheoryLevel;

/** The level of political theory that the title's standard asks (365-QĐ/TW), by certificates that were verified. */
final class TheoryRule {

    private static final String CODE = "theory";

    private TheoryRule() {}

    static Criterion judge(SeatFacts seat, PersonFacts person, Question question) {
        Optional<Parameter> law = question.law("eligibility.theory-by-title");
        if (law.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        TheoryLevel asked = seat.theoryAsked();
        if (asked == null) {
            return Judging.of(CODE, law.get(), Messages.of("theory.by-standard"))
                    .seeing(seat.seat())
                    .unknown(Messages.of("theory.no-standard"), Messages.of("theory.no-standard.turns"));
        }
        Judging judging = Judging.of(CODE, law.get(), name(asked));
        if (asked == TheoryLevel.NONE) {
            return judging.seeing(seat.seat()).pass(Messages.of("theory.not-asked"));
        }
        if (person.certificates() == null) {
            return judging.unknown(Messages.of("theory.not-known"), Messages.of("theory.not-known.turns"));
        }
        List<Certificate> enough = person.certificates().stream()
                .filter(certificate -> certificate.level().compareTo(asked) >= 0)
                .filter(certificate -> !certificate.grantedOn().isAfter(question.day()))
                .sorted(Comparator.comparing(Certificate::verified).reversed())
                .toList();
        if (enough.isEmpty()) {
            return judging.seeing(person.certificates().stream()
                            .map(Certificate::fact)
                            .toList())
                    .fail(
                            Messages.of("theory.lacking", name(best(person, question))),
                            Messages.of("theory.turns", name(asked)));
        }
        Certificate best = enough.getFirst();
        judging.seeing(best.fact());
        return best.verified()
                ? judging.pass(best.fact().text())
                : judging.fail(Messages.of("theory.unverified"), Messages.of("theory.unverified.turns"));
    }

    private static TheoryLevel best(PersonFacts person, Question question) {
        List<Certificate> certificates = person.certificates() == null ? List.of() : person.certificates();
        return certificates.stream()
                .filter(Certificate::verified)
                .filter(certificate -> !certificate.grantedOn().isAfter(question.day()))
                .map(Certificate::level)
                .max(Comparator.naturalOrder())
                .orElse(TheoryLevel.NONE);
    }

    private static Bilingual name(TheoryLevel level) {
        return Messages.of("theory." + level.name());
    }
}
