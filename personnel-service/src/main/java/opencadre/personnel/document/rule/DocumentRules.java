package opencadre.personnel.document.rule;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.SecrecyMarks;
import opencadre.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/** What may be said of a paper. */
public final class DocumentRules {

    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_NUMBER = 60;

    private DocumentRules() {}

    /**
     * What is against a paper; empty when nothing is.
     *
     * @param described tidied
     * @param kinds that there are
     * @param facts of the person that papers of this class may prove
     */
    public static List<Finding> findings(
            Described described, Collection<PaperKind> kinds, Collection<Fact> facts, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        Optional<PaperKind> kind = kinds.stream()
                .filter(each -> each.code().equals(described.kind()))
                .findFirst();
        if (kind.isEmpty()) {
            findings.add(Finding.of("kind", "document-unknown-kind", described.kind()));
        }
        text("title", described.title(), LONGEST_TEXT).ifPresent(findings::add);
        text("number", described.number(), LONGEST_NUMBER).ifPresent(findings::add);
        text("issuer", described.issuer(), LONGEST_TEXT).ifPresent(findings::add);
        text("file", described.file(), LONGEST_TEXT).ifPresent(findings::add);
        issuedOn(described.issuedOn(), today).ifPresent(findings::add);
        fact(described, kind, facts).ifPresent(findings::add);
        return findings;
    }

    /** A text has something in it, no more than fits, and no mark of a state secret. */
    private static Optional<Finding> text(String field, @Nullable String text, int longest) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.isEmpty() || text.length() > longest) {
            return Optional.of(Finding.of(field, "wrong-length"));
        }
        return SecrecyMarks.in(text)
                .map(SecrecyMarks::finding)
                .map(found -> new Finding(field, found.code(), found.messages(), found.article()));
    }

    private static Optional<Finding> issuedOn(@Nullable String typed, LocalDate today) {
        if (typed == null) {
            return Optional.empty();
        }
        try {
            return PartialDate.parse(typed).earliest().isAfter(today)
                    ? Optional.of(Finding.of("issuedOn", "document-issued-later"))
                    : Optional.empty();
        } catch (DateTimeException noDate) {
            return Optional.of(Finding.of("issuedOn", "unreadable-partial-date", typed));
        }
    }

    /** More than these are not offered with one declaration: each may be as large as a paper may be. */
    public static final int MOST_OFFERED = 5;

    /** Whether one more may be offered. */
    public static List<Finding> ofOffers(int offered) {
        return offered < MOST_OFFERED ? List.of() : List.of(Finding.of(null, "offers-too-many", MOST_OFFERED));
    }

    /**
     * What is offered with a declaration proves what is declared, or may go with anything.
     *
     * @param entryKind kind of the CV entry, as {@code DEGREE}
     */
    public static List<Finding> ofOffered(Described described, String entryKind, Collection<PaperKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(described.kind()))
                .filter(kind -> !kind.proves().isEmpty() && !kind.proves().contains(entryKind))
                .map(kind -> Finding.of("kind", "document-proves-other", kind.title()))
                .toList();
    }

    /** What is printed is a picture that can be. */
    public static List<Finding> ofPicture(Described described, FileKind file, Collection<PaperKind> kinds) {
        return file == FileKind.JPEG || file == FileKind.PNG
                ? List.of()
                : kinds.stream()
                        .filter(kind -> kind.code().equals(described.kind()) && kind.picture())
                        .map(kind -> Finding.of("content", "document-is-no-picture", kind.title()))
                        .toList();
    }

    /** What a paper proves. */
    public static Optional<Fact> proven(Described described, Collection<Fact> facts) {
        return facts.stream()
                .filter(each -> each.id().equals(described.factId()))
                .findFirst();
    }

    private static Optional<Finding> fact(Described described, Optional<PaperKind> kind, Collection<Fact> facts) {
        if (described.factId() == null) {
            return Optional.empty();
        }
        Optional<Fact> proven = proven(described, facts);
        if (proven.isEmpty()) {
            return Optional.of(Finding.of("factId", "document-unknown-fact"));
        }
        return kind.filter(of -> !of.goesWith(proven.get()))
                .map(of -> Finding.of("factId", "document-proves-other", of.title()));
    }
}
