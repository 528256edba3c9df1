package opencadre.personnel.quality.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.cv.data.Catalogues;
import opencadre.personnel.cv.rule.CodeList;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.quality.rule.DossierFacts.Certificate;
import opencadre.personnel.quality.rule.DossierFacts.Discipline;
import opencadre.personnel.quality.rule.DossierFacts.Entry;
import opencadre.personnel.quality.rule.DossierFacts.Post;
import org.jspecify.annotations.Nullable;

/** A dossier without a fault, in which a test puts what it is about. */
final class DossierSketch {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Measure MEASURE = Measure.of(
            TODAY,
            Catalogues.read().kinds(),
            Catalogues.read().codes("birth-province").items().stream()
                    .map(CodeList.Item::code)
                    .collect(Collectors.toSet()),
            Regulations.load());
    static final Period UNIT = new Period(LocalDate.of(1950, 1, 1), null);

    PartialDate birth = PartialDate.parse("1982-08-14");
    boolean female;

    @Nullable
    String idNumber = "019082000001";

    final List<Post> posts = new ArrayList<>();
    final List<Entry> entries = new ArrayList<>();
    final Set<Integer> rated = new HashSet<>();
    final List<Discipline> disciplines = new ArrayList<>();
    final List<Certificate> certificates = new ArrayList<>();

    /** Every item is filled, and the years since the post are rated. */
    static DossierSketch sound() {
        DossierSketch dossier = new DossierSketch();
        dossier.post("STATE", "2015-03-01", null);
        IntStream.range(2015, 2026).forEach(dossier.rated::add);
        MEASURE.kinds().values().stream()
                .filter(CvKind::asked)
                .forEach(kind -> dossier.entries.add(
                        new Entry(UUID.randomUUID(), kind.code(), Period.since(CvRules.ALWAYS), Map.of())));
        return dossier;
    }

    DossierSketch born(String birth) {
        this.birth = PartialDate.parse(birth);
        return this;
    }

    DossierSketch post(String tree, String from, @Nullable String to) {
        return post(tree, from, to, false, List.of(UNIT));
    }

    DossierSketch post(String tree, String from, @Nullable String to, boolean concurrent, List<Period> unit) {
        Period valid = new Period(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        posts.add(new Post(UUID.randomUUID(), tree, "Phó Chủ tịch UBND", concurrent, valid, unit));
        return this;
    }

    /** An entry with these values, as {@code "to", "2004-06"}. */
    DossierSketch entry(String kind, String... values) {
        Map<String, String> said = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            said.put(values[i], values[i + 1]);
        }
        entries.add(new Entry(UUID.randomUUID(), kind, Period.since(CvRules.ALWAYS), said));
        return this;
    }

    DossierFacts facts() {
        return new DossierFacts(birth, female, idNumber, posts, entries, rated, disciplines, certificates);
    }

    List<Flaw> flaws() {
        return QualityRules.findings(facts(), MEASURE).stream()
                .map(QualityFinding::flaw)
                .toList();
    }
}
