package opencadre.personnel.extract;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.personnel.cv.Certificates;
import opencadre.personnel.cv.Certificates.Certificate;
import opencadre.personnel.cv.CvCatalogue;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.cv.CvPaper;
import opencadre.personnel.cv.Cvs;
import opencadre.personnel.cv.rule.CvRules;
import opencadre.personnel.extract.ExtractForm.ExtractList;
import opencadre.personnel.extract.ExtractForm.Line;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.Sex;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what a line says out of every record that has a part of it: so many questions, however many lines. */
@Service
public class ExtractPrinting {

    private static final List<String> KINDS =
            List.of("ETHNICITY", "NATIVE_PLACE", "GENERAL_EDUCATION", "DEGREE", "PARTY_MEMBERSHIP");

    private final People people;
    private final Cvs cvs;
    private final CvCatalogue catalogue;
    private final CvPaper paper;
    private final Certificates certificates;
    private final Units units;
    private final ExtractForm form;

    ExtractPrinting(
            People people,
            Cvs cvs,
            CvCatalogue catalogue,
            CvPaper paper,
            Certificates certificates,
            Units units,
            ExtractForm form) {
        this.people = people;
        this.cvs = cvs;
        this.catalogue = catalogue;
        this.paper = paper;
        this.certificates = certificates;
        this.units = units;
        this.form = form;
    }

    /** The file about these people, in their order, who are in reach of whoever asks. */
    public byte[] print(List<UUID> ids, @Nullable UUID unit, LocalDate day) {
        return form.print(list(ids, unit, day));
    }

    /** What the list says of these people. */
    public ExtractList list(List<UUID> ids, @Nullable UUID unit, LocalDate day) {
        List<PersonLine> shown = people.lines(ids, day, null);
        Map<UUID, List<CvEntry>> entries = cvs.on(ids, KINDS, day);
        Map<UUID, List<Certificate>> verified = certificates.verified(ids, day);
        Map<UUID, List<Conduct>> conduct = people.conduct(ids);
        Map<UUID, String> names = units.names(
                Stream.concat(PersonLine.units(shown).stream(), Stream.ofNullable(unit))
                        .collect(Collectors.toSet()),
                day);
        List<Line> lines = shown.stream()
                .map(person -> line(
                        person,
                        CvRules.holding(
                                entries.getOrDefault(person.id(), List.of()),
                                kind -> catalogue.kind(kind).orElseThrow()),
                        verified.getOrDefault(person.id(), List.of()),
                        conduct.getOrDefault(person.id(), List.of()),
                        names))
                .toList();
        return new ExtractList(day, unit == null ? null : names.getOrDefault(unit, ""), lines);
    }

    private Line line(
            PersonLine person,
            List<CvEntry> entries,
            List<Certificate> verified,
            List<Conduct> conduct,
            Map<UUID, String> names) {
        return new Line(
                person.fullName(),
                CvPaper.shown(person.birth()),
                person.sex() == Sex.MALE,
                person.posts().stream()
                        .map(post -> post.title() + ", " + names.getOrDefault(post.unitId(), ""))
                        .collect(Collectors.joining("; ")),
                one(entries, "ETHNICITY").map(paper::all).orElse(""),
                one(entries, "NATIVE_PLACE").map(paper::all).orElse(""),
                one(entries, "GENERAL_EDUCATION").map(paper::all).orElse(""),
                degree(entries),
                paper.highest(
                        "certificate-level",
                        verified.stream()
                                .filter(certificate -> certificate.kind().equals("POLITICAL_THEORY"))
                                .map(Certificate::level)),
                day(entries, "joined"),
                day(entries, "official"),
                rating(conduct));
    }

    private static Optional<CvEntry> one(List<CvEntry> entries, String kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind)).findFirst();
    }

    /** The highest degree with its field, as {@code Thạc sĩ Luật}. */
    private String degree(List<CvEntry> entries) {
        List<CvEntry> degrees =
                entries.stream().filter(entry -> entry.kind().equals("DEGREE")).toList();
        String highest = paper.highest(
                "degree", degrees.stream().map(entry -> entry.values().getOrDefault("degree", "")));
        return degrees.stream()
                .filter(entry -> paper.word("degree", entry.values().getOrDefault("degree", ""))
                        .equals(highest))
                .reduce((earlier, later) -> later)
                .map(entry -> (highest + " " + entry.values().getOrDefault("field", "")).strip())
                .orElse(highest);
    }

    private static String day(List<CvEntry> entries, String field) {
        return one(entries, "PARTY_MEMBERSHIP")
                .map(entry -> entry.values().getOrDefault(field, ""))
                .filter(text -> !text.isEmpty())
                .map(text -> CvPaper.shown(opencadre.kit.time.PartialDate.parse(text)))
                .orElse("");
    }

    /** Of the last year for which one is believed. */
    private static String rating(List<Conduct> conduct) {
        return conduct.stream()
                .filter(each -> each.recorded().to() == null)
                .map(Conduct::content)
                .filter(Conduct.Rating.class::isInstance)
                .map(Conduct.Rating.class::cast)
                .max(Comparator.comparingInt(Conduct.Rating::year))
                .map(rating -> rating.year() + ": " + word(rating.grade()))
                .orElse("");
    }

    private static String word(Conduct.Grade grade) {
        return switch (grade) {
            case HTXSNV -> "Hoàn thành xuất sắc nhiệm vụ";
            case HTTNV -> "Hoàn thành tốt nhiệm vụ";
            case HTNV -> "Hoàn thành nhiệm vụ";
            case KHTNV -> "Không hoàn thành nhiệm vụ";
            case KXL -> "Không xếp loại";
        };
    }
}
