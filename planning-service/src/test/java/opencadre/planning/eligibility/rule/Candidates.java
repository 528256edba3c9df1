package opencadre.planning.eligibility.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Fact;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.planning.eligibility.rule.PersonFacts.Certificate;
import opencadre.planning.eligibility.rule.PersonFacts.Disciplined;
import opencadre.planning.eligibility.rule.PersonFacts.HealthCertificate;
import opencadre.planning.eligibility.rule.PersonFacts.Held;
import opencadre.planning.eligibility.rule.PersonFacts.Planned;
import opencadre.planning.eligibility.rule.PersonFacts.Rated;
import opencadre.planning.eligibility.rule.PersonFacts.Suspended;
import opencadre.planning.law.rule.TheoryLevel;
import org.jspecify.annotations.Nullable;

/** People and a seat for the tests of this package: a deputy planned for chairman, with everything in order. */
final class Candidates {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final String CHAIRMAN = "COMMUNE_CHAIRMAN";
    static final String DEPUTY = "COMMUNE_DEPUTY_CHAIRMAN";
    static final SeatFacts SEAT =
            new SeatFacts(fact("seat"), CHAIRMAN, Set.of("COMMUNE_SECRETARY"), true, TheoryLevel.CAO_CAP);

    private @Nullable PartialDate birth = PartialDate.parse("1980-05-14");
    private List<Planned> plan = List.of(new Planned(fact("plan"), CHAIRMAN, Period.since(LocalDate.of(2026, 2, 1))));
    private @Nullable List<Held> posts = List.of(held(DEPUTY, "2022-07-01", null));
    private @Nullable List<Certificate> certificates =
            List.of(new Certificate(fact("certificate"), TheoryLevel.CAO_CAP, LocalDate.of(2024, 6, 30), true));
    private @Nullable List<Rated> ratings =
            List.of(rated(2023, Rating.HTTNV), rated(2024, Rating.HTXSNV), rated(2025, Rating.HTNV));
    private @Nullable List<Disciplined> disciplines = List.of();
    private List<Suspended> suspensions = List.of();
    private @Nullable List<HealthCertificate> health =
            List.of(new HealthCertificate(fact("health"), LocalDate.of(2026, 9, 1)));

    static Candidates candidate() {
        return new Candidates();
    }

    static Fact fact(String id) {
        return new Fact(id, new Bilingual("bản ghi " + id, "record " + id));
    }

    static Held held(String title, String from, @Nullable LocalDate to) {
        return new Held(fact(title + from), title, Set.of("FRONT_CHAIRMAN"), true, false, PartialDate.parse(from), to);
    }

    static Rated rated(int year, Rating rating) {
        return new Rated(fact("rating" + year), year, rating);
    }

    static Disciplined disciplined(DisciplineForm form, LocalDate decidedOn) {
        return new Disciplined(fact("discipline"), form, decidedOn, null);
    }

    Candidates born(@Nullable String text) {
        birth = text == null ? null : PartialDate.parse(text);
        return this;
    }

    Candidates planned(Planned... entries) {
        plan = List.of(entries);
        return this;
    }

    Candidates holding(Held @Nullable ... held) {
        posts = held == null ? null : List.of(held);
        return this;
    }

    Candidates with(Certificate @Nullable ... some) {
        certificates = some == null ? null : List.of(some);
        return this;
    }

    Candidates rated(Rated @Nullable ... some) {
        ratings = some == null ? null : List.of(some);
        return this;
    }

    Candidates suspended(Period... days) {
        suspensions = Stream.of(days)
                .map(each -> new Suspended(fact("suspension"), each))
                .toList();
        return this;
    }

    Candidates disciplined(Disciplined @Nullable ... some) {
        disciplines = some == null ? null : List.of(some);
        return this;
    }

    Candidates examined(HealthCertificate @Nullable ... some) {
        health = some == null ? null : List.of(some);
        return this;
    }

    PersonFacts facts() {
        return new PersonFacts(
                birth, false, null, plan, posts, certificates, ratings, disciplines, health, suspensions);
    }
}
