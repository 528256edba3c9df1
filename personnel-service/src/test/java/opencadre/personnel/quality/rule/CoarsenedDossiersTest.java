package opencadre.personnel.quality.rule;

import static opencadre.personnel.quality.rule.DossierSketch.MEASURE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.cv.rule.CvField;
import opencadre.personnel.cv.rule.CvKind;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.quality.rule.DossierFacts.Certificate;
import opencadre.personnel.quality.rule.DossierFacts.Entry;
import org.junit.jupiter.api.Test;

/**
 * Random dossiers. What is sown is found; and whoever knows less of the dates is never told of an error that nobody who
 * knew them better was told of. A failure names its seed.
 */
class CoarsenedDossiersTest {

    private static final int DOSSIERS = 2_000;

    /** A fault put into a sound dossier, and what must be found of it. */
    private record Seed(Flaw flaw, BiConsumer<DossierSketch, Random> sow) {}

    private static final List<Seed> SEEDS = List.of(
            new Seed(Flaw.BIRTH_IN_FUTURE, (d, r) -> d.birth = day(LocalDate.of(2026, 11, 25), r, 400)),
            new Seed(
                    Flaw.POST_BEFORE_SIXTEEN,
                    (d, r) -> d.post(
                            "FRONT",
                            birth(d).plusYears(16).minusDays(1 + r.nextInt(500)).toString(),
                            "2015-01-01")),
            new Seed(
                    Flaw.POST_BEFORE_EIGHTEEN,
                    (d, r) -> d.post(
                            "FRONT",
                            birth(d).plusYears(18).minusDays(1 + r.nextInt(600)).toString(),
                            "2015-01-01")),
            new Seed(
                    Flaw.POSTS_OVERLAP,
                    (d, r) -> d.post(
                            "STATE",
                            LocalDate.of(2015, 3, 1).plusDays(r.nextInt(3000)).toString(),
                            null)),
            new Seed(
                    Flaw.UNIT_DOES_NOT_STAND,
                    (d, r) -> d.post(
                            "FRONT",
                            "2016-01-01",
                            "2020-01-01",
                            true,
                            List.of(new Period(LocalDate.of(2016, 1, 1).plusDays(1 + r.nextInt(900)), null)))),
            new Seed(
                    Flaw.ENTRY_BEFORE_BIRTH,
                    (d, r) -> d.entry(
                            "WORK_HISTORY",
                            "from",
                            birth(d).minusDays(1 + r.nextInt(5000)).toString())),
            new Seed(Flaw.ENTRY_IN_FUTURE, (d, r) -> d.entry("REWARD", "year", Integer.toString(2027 + r.nextInt(20)))),
            new Seed(
                    Flaw.ENTRY_OUT_OF_ORDER,
                    (d, r) -> d.entry(
                            "PARTY_MEMBERSHIP",
                            "joined",
                            "2010-06-01",
                            "official",
                            LocalDate.of(2010, 5, 31).minusDays(r.nextInt(300)).toString())),
            new Seed(
                    Flaw.DEGREE_TOO_EARLY,
                    (d, r) -> d.entry(
                            "DEGREE",
                            "to",
                            birth(d).plusYears(15)
                                    .minusDays(1 + r.nextInt(4000))
                                    .toString())),
            new Seed(
                    Flaw.CHILD_NOT_YOUNGER,
                    (d, r) -> d.entry(
                            "FAMILY_MEMBER",
                            "relation",
                            "CON",
                            "birthYear",
                            Integer.toString(d.birth.year() - r.nextInt(20)))),
            new Seed(
                    Flaw.CHILD_TOO_CLOSE,
                    (d, r) -> d.entry(
                            "FAMILY_MEMBER",
                            "relation",
                            "ME",
                            "birthYear",
                            Integer.toString(d.birth.year() - 1 - r.nextInt(11)))),
            new Seed(
                    Flaw.DISCIPLINE_OUT_OF_ORDER,
                    (d, r) -> d.disciplines.add(new DossierFacts.Discipline(
                            UUID.randomUUID(),
                            LocalDate.of(2020, 1, 2),
                            LocalDate.of(2020, 1, 1).minusDays(r.nextInt(900))))),
            new Seed(
                    Flaw.SALARY_OUT_OF_ORDER,
                    (d, r) -> d.entry("SALARY", "rank", "01.003", "step", "5", "since", "2016-01-01")
                            .entry("SALARY", "rank", "01.003", "step", "4", "since", "2019-01-01")),
            new Seed(Flaw.ID_NUMBER_WRONG_FORM, (d, r) -> d.idNumber = "0190" + r.nextInt(999_999)),
            new Seed(Flaw.ID_NUMBER_OTHER_SEX, (d, r) -> d.female = !d.female),
            new Seed(
                    Flaw.ID_NUMBER_OTHER_YEAR,
                    (d, r) -> d.idNumber = number(d.birth.year() + 1 + r.nextInt(8), d.female)),
            new Seed(
                    Flaw.ID_NUMBER_UNKNOWN_PROVINCE,
                    (d, r) -> d.idNumber =
                            "003" + number(d.birth.year(), d.female).substring(3)),
            new Seed(Flaw.RATING_MISSING, (d, r) -> d.rated.remove(2015 + r.nextInt(11))),
            new Seed(Flaw.MEMBERSHIP_MISSING, (d, r) -> d.post("PARTY", "2018-01-01", null)),
            new Seed(Flaw.ITEM_MISSING, (d, r) -> d.entries.remove(r.nextInt(d.entries.size()))),
            new Seed(Flaw.PAST_RETIREMENT_AGE, (d, r) -> {
                d.birth = PartialDate.parse("195" + r.nextInt(10) + "-03-05");
                d.idNumber = number(d.birth.year(), d.female);
            }));

    private static LocalDate birth(DossierSketch dossier) {
        return dossier.birth.earliest();
    }

    private static PartialDate day(LocalDate first, Random random, int days) {
        return PartialDate.parse(first.plusDays(random.nextInt(days)).toString());
    }

    private static String number(int year, boolean female) {
        return "019%d%02d000001".formatted((year / 100 - 19) * 2 + (female ? 1 : 0), year % 100);
    }

    /** Sound, with a random birth and sex. */
    private static DossierSketch random(Random random) {
        DossierSketch dossier = DossierSketch.sound();
        dossier.birth = day(LocalDate.of(1975, 1, 1), random, 7_000);
        dossier.female = random.nextBoolean();
        dossier.idNumber = number(dossier.birth.year(), dossier.female);
        return dossier;
    }

    @Test
    void oneSownFaultIsFoundAndNothingElse() {
        for (Seed seed : SEEDS) {
            for (int number = 0; number < 50; number++) {
                Random random = new Random(number);
                DossierSketch dossier = random(random);
                assertThat(dossier.flaws()).as("sound " + number).isEmpty();
                seed.sow().accept(dossier, random);

                TreeSet<Flaw> found = new TreeSet<>(dossier.flaws());

                assertThat(found).as(seed.flaw() + " " + number).contains(seed.flaw());
                // What follows from the same fault: the other doubts of a birth that lies ahead, the years of another
                // post.
                found.remove(seed.flaw());
                assertThat(found).as(seed.flaw() + " " + number).isSubsetOf(followers(seed.flaw()));
            }
        }
        assertThat(SEEDS).extracting(Seed::flaw).containsExactlyInAnyOrder(Flaw.values());
    }

    private static List<Flaw> followers(Flaw flaw) {
        return switch (flaw) {
            case BIRTH_IN_FUTURE -> List.of(Flaw.POST_BEFORE_SIXTEEN, Flaw.ID_NUMBER_OTHER_YEAR);
            case POST_BEFORE_SIXTEEN, POST_BEFORE_EIGHTEEN -> List.of(Flaw.RATING_MISSING);
            case DEGREE_TOO_EARLY -> List.of(Flaw.ENTRY_BEFORE_BIRTH);
            default -> List.of();
        };
    }

    @Test
    void whoeverKnowsLessOfTheDatesIsToldOfNoMoreErrors() {
        int errors = 0;
        for (int number = 0; number < DOSSIERS; number++) {
            Random random = new Random(number);
            DossierSketch dossier = random(random);
            SEEDS.get(random.nextInt(SEEDS.size())).sow().accept(dossier, random);
            anything(dossier, random);
            Set<Flaw> exact = errors(dossier);
            errors += exact.size();

            coarsen(dossier, random);

            assertThat(errors(dossier)).as("seed " + number).isSubsetOf(exact);
        }
        assertThat(errors).isGreaterThan(DOSSIERS);
    }

    private static Set<Flaw> errors(DossierSketch dossier) {
        TreeSet<Flaw> errors = new TreeSet<>(dossier.flaws());
        errors.removeIf(flaw -> flaw.severity() != Severity.ERROR);
        return errors;
    }

    /** Entries of whatever kind with whatever days. */
    private static void anything(DossierSketch dossier, Random random) {
        List<CvKind> kinds = List.copyOf(MEASURE.kinds().values());
        for (int i = 0; i < 12; i++) {
            CvKind kind = kinds.get(random.nextInt(kinds.size()));
            Map<String, String> values = new HashMap<>();
            for (CvField field : kind.fields()) {
                String day = day(LocalDate.of(1970, 1, 1), random, 21_500).toString();
                switch (field.type()) {
                    case DATE -> values.put(field.code(), day);
                    case YEAR -> values.put(field.code(), day.substring(0, 4));
                    default -> values.put(field.code(), "relation".equals(field.code()) ? "CON" : "1");
                }
            }
            dossier.entries.add(new Entry(UUID.randomUUID(), kind.code(), Period.since(CvRules.ALWAYS), values));
        }
        dossier.certificates.add(
                new Certificate(UUID.randomUUID(), "Tin học", day(LocalDate.of(1970, 1, 1), random, 15_000)));
    }

    /** Leaves out the day, or the day and the month, of some of the dates. */
    private static void coarsen(DossierSketch dossier, Random random) {
        dossier.birth = PartialDate.parse(coarser(dossier.birth.toString(), random));
        dossier.entries.replaceAll(entry -> {
            Map<String, String> values = new HashMap<>(entry.values());
            values.replaceAll((field, value) -> coarser(value, random));
            return new Entry(entry.id(), entry.kind(), entry.valid(), values);
        });
        dossier.certificates.replaceAll(certificate -> new Certificate(
                certificate.id(),
                certificate.name(),
                PartialDate.parse(coarser(certificate.issuedOn().toString(), random))));
    }

    private static String coarser(String value, Random random) {
        if (!value.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return value;
        }
        return value.substring(0, List.of(4, 7, 10).get(random.nextInt(3)));
    }
}
