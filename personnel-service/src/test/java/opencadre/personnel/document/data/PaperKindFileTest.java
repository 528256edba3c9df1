package opencadre.personnel.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import opencadre.personnel.cv.data.Catalogues;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.document.rule.FactKind;
import opencadre.personnel.document.rule.PaperKind;
import org.junit.jupiter.api.Test;

/**
 * The kinds of papers, held against what they say they prove; {@code CvCatalogueTest} holds them against their schema.
 */
class PaperKindFileTest {

    private static final List<PaperKind> KINDS = PaperKindFile.read().items();

    @Test
    void eachProvesWhatADossierHas() {
        List<String> names = Stream.concat(
                        Stream.of(FactKind.values()).map(Enum::name),
                        Catalogues.read().kinds().stream().map(CvKind::code))
                .toList();

        assertThat(KINDS)
                .hasSizeGreaterThan(10)
                .allSatisfy(kind -> assertThat(names).containsAll(kind.proves()));
        // Every kind of fact but the CV, of which each kind of entry is named by itself.
        assertThat(KINDS.stream().flatMap(kind -> kind.proves().stream()))
                .contains("POST", "DECISION", "RATING", "DISCIPLINE", "HEALTH_CERTIFICATE", "DEGREE")
                .doesNotContain("CV_ENTRY")
                .doesNotHaveDuplicates();
    }

    @Test
    void someAreAskedOfEveryDossierAndOneGoesWithAnything() {
        assertThat(KINDS.stream().filter(PaperKind::asked)).isNotEmpty();
        assertThat(KINDS.getLast().proves()).isEmpty();
    }
}
