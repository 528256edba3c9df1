package opencadre.personnel.document.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be said of a paper, and which papers are missing. */
class DocumentRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final PaperKind CV = kind("SO_YEU_LY_LICH", true);
    private static final PaperKind DEGREE = kind("VAN_BANG", false, "DEGREE");
    private static final PaperKind DECISION = kind("QUYET_DINH_CAN_BO", false, "DECISION", "POST");
    private static final PaperKind OTHER = kind("KHAC", false);
    private static final List<PaperKind> KINDS = List.of(CV, DEGREE, DECISION, OTHER);

    private static final Fact DEGREE_OF_2005 = fact(FactKind.CV_ENTRY, "DEGREE", null);
    private static final Fact RESIDENCE = fact(FactKind.CV_ENTRY, "RESIDENCE", null);
    private static final Fact SIGNED = fact(FactKind.DECISION, "APPOINT", null);
    private static final Fact BY_DECISION = fact(FactKind.POST, null, SIGNED.id());
    private static final Fact ELECTED = fact(FactKind.POST, null, null);
    private static final List<Fact> FACTS = List.of(DEGREE_OF_2005, RESIDENCE, SIGNED, BY_DECISION, ELECTED);

    private static PaperKind kind(String code, boolean asked, String... proves) {
        return new PaperKind(code, new Bilingual(code, code), Confidence.UNCONFIRMED, asked, false, Set.of(proves));
    }

    private static Fact fact(FactKind kind, @Nullable String code, @Nullable UUID decision) {
        return new Fact(kind, UUID.randomUUID(), code, null, Map.of(), TODAY, null, decision);
    }

    private static Described described(String kind, @Nullable Fact fact) {
        return new Described(
                kind, "Bằng đại học", "B 123", "2005-06", "Đại học Nông Lâm", fact == null ? null : fact.id(), "a.pdf");
    }

    private static List<String> wrong(Described described) {
        return DocumentRules.findings(described, KINDS, FACTS, TODAY).stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    private static MissingPapers missing(Paper... papers) {
        return MissingPapers.of(FACTS, KINDS, List.of(papers));
    }

    @Test
    void takesAPaperThatProvesWhatItMayOrStandsForItself() {
        assertThat(wrong(described("VAN_BANG", DEGREE_OF_2005))).isEmpty();
        assertThat(wrong(described("VAN_BANG", null))).isEmpty();
        assertThat(wrong(described("KHAC", RESIDENCE))).isEmpty();
        assertThat(wrong(described("QUYET_DINH_CAN_BO", ELECTED))).isEmpty();
    }

    @Test
    void refusesAPaperOfAnotherFactOrOfNone() {
        assertThat(wrong(described("VAN_BANG", ELECTED))).containsExactly("factId document-proves-other");
        assertThat(wrong(described("VAN_BANG", fact(FactKind.CV_ENTRY, "DEGREE", null))))
                .containsExactly("factId document-unknown-fact");
        assertThat(wrong(described("BANG", null))).containsExactly("kind document-unknown-kind");
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        Described typed = new Described(
                        "VAN_BANG", " ", "x".repeat(61), "2027", "(Mật)", null, "C:\\quet\\Tuye\u0323\u0302t Mật.pdf")
                .tidied();

        assertThat(typed.file()).isEqualTo("Tuyệt Mật.pdf");
        assertThat(wrong(typed))
                .containsExactly(
                        "title wrong-length",
                        "number wrong-length",
                        "issuer secrecy-mark",
                        "file secrecy-mark",
                        "issuedOn document-issued-later");
        assertThat(wrong(new Described("KHAC", "x", null, "2025-02-30", null, null, "a.pdf")))
                .containsExactly("issuedOn unreadable-partial-date");
    }

    @Test
    void aFactWantsAPaperWhereSomeKindProvesIt() {
        assertThat(missing().facts()).containsExactly(DEGREE_OF_2005, SIGNED, ELECTED);
        assertThat(missing(new Paper("VAN_BANG", DEGREE_OF_2005.id())).facts()).containsExactly(SIGNED, ELECTED);
        // Something lies with it, and it is not what is wanted.
        assertThat(missing(new Paper("KHAC", DEGREE_OF_2005.id())).facts()).contains(DEGREE_OF_2005);
        assertThat(missing(new Paper("VAN_BANG", null)).facts()).contains(DEGREE_OF_2005);
    }

    @Test
    void thePaperOfADecisionIsThePaperOfItsPosts() {
        assertThat(missing(new Paper("QUYET_DINH_CAN_BO", SIGNED.id())).facts())
                .containsExactly(DEGREE_OF_2005, ELECTED);
        assertThat(missing(new Paper("QUYET_DINH_CAN_BO", BY_DECISION.id())).facts())
                .containsExactly(DEGREE_OF_2005, ELECTED);
        // Of a decision that is not among the facts the post itself wants one.
        assertThat(MissingPapers.of(List.of(BY_DECISION), KINDS, List.of()).facts())
                .containsExactly(BY_DECISION);
    }

    @Test
    void everyDossierHoldsWhatIsAskedOfAll() {
        assertThat(missing().kinds()).containsExactly(CV);
        assertThat(missing(new Paper("SO_YEU_LY_LICH", null)).kinds()).isEmpty();
    }
}
