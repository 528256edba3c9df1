package opencadre.personnel.quality.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import opencadre.kit.rule.Messages;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.person.rule.IdentityRules;
import opencadre.personnel.quality.rule.DossierFacts.Entry;
import opencadre.personnel.quality.rule.QualityFinding.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What entries of the CV say. Which of their fields are dates, which follows on which, and which may lie ahead or
 * before birth stands in the catalogue. A form refuses most of this when it is typed; it comes about when birth is
 * corrected afterwards, or from records taken over.
 */
final class CvQuality {

    /** Nobody has a child at an age below this: seldom enough to be asked about. */
    private static final int PARENT_AT_LEAST = 12;

    private static final int DEGREE_AT_LEAST = 15;

    private CvQuality() {}

    /** A date of an entry. */
    private record Dated(Entry entry, CvKind kind, CvField field, PartialDate date) {}

    static List<QualityFinding> beforeBirth(DossierFacts facts, Measure measure) {
        LocalDate birth = facts.birth().earliest();
        return dates(facts, measure)
                .filter(dated ->
                        !dated.field().beforeBirth() && dated.date().latest().isBefore(birth))
                .map(dated -> of(Flaw.ENTRY_BEFORE_BIRTH, dated))
                .toList();
    }

    static List<QualityFinding> liesAhead(DossierFacts facts, Measure measure) {
        return dates(facts, measure)
                .filter(dated ->
                        !dated.field().future() && dated.date().earliest().isAfter(measure.today()))
                .map(dated -> of(Flaw.ENTRY_IN_FUTURE, dated))
                .toList();
    }

    static List<QualityFinding> endsBeforeItBegins(DossierFacts facts, Measure measure) {
        return dates(facts, measure)
                .flatMap(later -> Optional.ofNullable(later.field().notBefore())
                        .flatMap(before -> later.kind().field(before))
                        .flatMap(before -> dated(later.entry(), later.kind(), before))
                        .filter(earlier ->
                                later.date().latest().isBefore(earlier.date().earliest()))
                        .map(earlier -> QualityFinding.of(
                                Flaw.ENTRY_OUT_OF_ORDER,
                                subject(later),
                                Measure.cited(later.kind().items()),
                                later.kind().title(),
                                later.field().title(),
                                earlier.field().title()))
                        .stream())
                .toList();
    }

    static List<QualityFinding> degreeTooEarly(DossierFacts facts, Measure measure) {
        LocalDate reached = IdentityRules.possiblyReached(facts.birth(), DEGREE_AT_LEAST);
        return dates(facts, measure)
                .filter(dated -> dated.kind().code().equals("DEGREE")
                        && dated.field().code().equals("to"))
                .filter(dated -> dated.date().latest().isBefore(reached))
                .map(dated -> of(Flaw.DEGREE_TOO_EARLY, dated))
                .toList();
    }

    /** Of kin only the year of birth is known: an error when the years leave no doubt. */
    static List<QualityFinding> childAndParent(DossierFacts facts, Measure measure) {
        CvKind kind = measure.kinds().get("FAMILY_MEMBER");
        if (kind == null) {
            return List.of();
        }
        List<QualityFinding> found = new ArrayList<>();
        facts.entries(kind.code()).forEach(entry -> {
            PartialDate born = date(entry.values().get("birthYear"));
            if (born == null) {
                return;
            }
            boolean isChild = "CON".equals(entry.values().get("relation"));
            boolean isParent = "BO".equals(entry.values().get("relation"))
                    || "ME".equals(entry.values().get("relation"));
            if (!isChild && !isParent) {
                return;
            }
            int child = isChild ? born.year() : facts.birth().year();
            int parent = isChild ? facts.birth().year() : born.year();
            if (child - parent < PARENT_AT_LEAST) {
                found.add(QualityFinding.of(
                        child <= parent ? Flaw.CHILD_NOT_YOUNGER : Flaw.CHILD_TOO_CLOSE,
                        new Subject(Item.groupOf(kind), kind.code(), "birthYear", List.of(entry.id())),
                        Measure.cited(kind.items()),
                        child,
                        parent));
            }
        });
        return found;
    }

    /** In one rank a higher step before a lower one; it may be a discipline of earlier law, so it is a doubt. */
    static List<QualityFinding> salaryStepsBack(DossierFacts facts, Measure measure) {
        List<Dated> since = dates(facts, measure)
                .filter(dated -> dated.kind().code().equals("SALARY")
                        && dated.field().code().equals("since"))
                .toList();
        List<QualityFinding> found = new ArrayList<>();
        for (Dated lower : since) {
            for (Dated higher : since) {
                if (isStepBack(higher, lower)) {
                    found.add(QualityFinding.of(
                            Flaw.SALARY_OUT_OF_ORDER,
                            new Subject(
                                    Item.groupOf(lower.kind()),
                                    lower.kind().code(),
                                    "since",
                                    List.of(lower.entry().id(), higher.entry().id())),
                            Measure.cited(lower.kind().items()),
                            lower.entry().values().getOrDefault("step", ""),
                            QualityRules.said(lower.date()),
                            higher.entry().values().getOrDefault("step", ""),
                            QualityRules.said(higher.date())));
                    break;
                }
            }
        }
        return found;
    }

    private static boolean isStepBack(Dated earlier, Dated later) {
        return earlier.date().latest().isBefore(later.date().earliest())
                && earlier.entry()
                        .values()
                        .getOrDefault("rank", "")
                        .equals(later.entry().values().get("rank"))
                && step(earlier).compareTo(step(later)) > 0;
    }

    private static BigDecimal step(Dated salary) {
        String step = salary.entry().values().getOrDefault("step", "");
        return step.matches("\\d{1,9}(\\.\\d{1,6})?") ? new BigDecimal(step) : BigDecimal.ZERO;
    }

    static List<QualityFinding> certificateBeforeBirth(DossierFacts facts, Measure measure) {
        LocalDate birth = facts.birth().earliest();
        return facts.certificates().stream()
                .filter(certificate -> certificate.issuedOn().latest().isBefore(birth))
                .map(certificate -> QualityFinding.of(
                        Flaw.ENTRY_BEFORE_BIRTH,
                        Subject.of(FieldGroup.CERTIFICATES, certificate.id()),
                        "2C/TCTW-98: 26; TT 06/2023/TT-BNV: 32",
                        certificate.name(),
                        Messages.of("quality-issued-on"),
                        QualityRules.said(certificate.issuedOn())))
                .toList();
    }

    private static QualityFinding of(Flaw flaw, Dated dated) {
        return QualityFinding.of(
                flaw,
                subject(dated),
                Measure.cited(dated.kind().items()),
                dated.kind().title(),
                dated.field().title(),
                QualityRules.said(dated.date()));
    }

    private static Subject subject(Dated dated) {
        return new Subject(
                Item.groupOf(dated.kind()),
                dated.kind().code(),
                dated.field().code(),
                List.of(dated.entry().id()));
    }

    private static Stream<Dated> dates(DossierFacts facts, Measure measure) {
        return facts.entries().stream().flatMap(entry -> {
            CvKind kind = measure.kinds().get(entry.kind());
            return kind == null ? Stream.empty() : dates(entry, kind);
        });
    }

    private static Stream<Dated> dates(Entry entry, CvKind kind) {
        return kind.fields().stream()
                .filter(field -> field.type() == CvField.Type.DATE || field.type() == CvField.Type.YEAR)
                .flatMap(field -> dated(entry, kind, field).stream());
    }

    private static Optional<Dated> dated(Entry entry, CvKind kind, CvField field) {
        return Optional.ofNullable(date(entry.values().get(field.code())))
                .map(date -> new Dated(entry, kind, field, date));
    }

    private static @Nullable PartialDate date(@Nullable String text) {
        try {
            return text == null ? null : PartialDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
