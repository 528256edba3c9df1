package opencadre.personnel.person.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Regulations;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.ConductView;
import opencadre.personnel.person.Facets;
import opencadre.personnel.person.FileNumber;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.Sex;
import opencadre.personnel.person.rule.ConductRules;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;

/** What clients receive, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonPage(
            LocalDate asOf,
            UnitBasis basis,
            List<PersonRow> items,
            @Nullable String next) {}

    record PersonRow(UUID id, String fullName, Sex sex, PartialDate birth, List<PostLine> posts) {

        static PersonRow of(PersonLine line, Map<UUID, String> unitNames) {
            return new PersonRow(
                    line.id(),
                    line.fullName(),
                    line.sex(),
                    line.birth(),
                    line.posts().stream()
                            .map(post -> new PostLine(
                                    post.title(),
                                    post.unitId(),
                                    unitNames.getOrDefault(post.unitId(), ""),
                                    post.tree(),
                                    post.validFrom()))
                            .toList());
        }
    }

    record PostLine(String title, UUID unitId, String unitName, Tree tree, LocalDate validFrom) {}

    record PersonFacets(List<FacetCount> sex, List<FacetCount> age, List<FacetCount> scope) {

        static PersonFacets of(Facets facets) {
            return new PersonFacets(counts(facets.sex()), counts(facets.age()), counts(facets.scope()));
        }

        private static List<FacetCount> counts(Map<? extends Enum<?>, Long> people) {
            return people.entrySet().stream()
                    .map(each -> new FacetCount(each.getKey().name(), each.getValue()))
                    .toList();
        }
    }

    record FacetCount(String value, long people) {}

    record PersonCount(long total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonDetail(
            UUID id,
            @Nullable String fileNumber,
            boolean closed,
            @Nullable UUID mergedInto,
            List<UUID> mergedFrom,
            long revision,
            LocalDate asOf,
            @Nullable Instant knownAt,
            IdentityDetail identity,
            List<AssignmentDetail> assignments) {

        /** Of linked records only those that the reader sees are named. */
        static PersonDetail of(PersonView view, Set<UUID> visible, Map<UUID, String> unitNames) {
            UUID into = view.mergedInto();
            return new PersonDetail(
                    view.id(),
                    view.fileNumber(),
                    into != null,
                    into != null && visible.contains(into) ? into : null,
                    view.mergedFrom().stream().filter(visible::contains).toList(),
                    view.revision(),
                    view.asOf(),
                    view.knownAt(),
                    IdentityDetail.of(view.identity()),
                    view.assignments().stream()
                            .map(a -> AssignmentDetail.of(a, unitNames))
                            .toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IdentityDetail(
            String fullName,
            Sex sex,
            PartialDate birth,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason,
            @Nullable String endedBecause) {

        static IdentityDetail of(Identity identity) {
            return new IdentityDetail(
                    identity.fullName(),
                    identity.sex(),
                    identity.birth(),
                    identity.recorded().from(),
                    identity.recorded().to(),
                    identity.recorded().reason(),
                    identity.recorded().endedBecause());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssignmentDetail(
            UUID id,
            UUID unitId,
            String unitName,
            Tree tree,
            String title,
            ManagementScope managementScope,
            boolean concurrent,
            @Nullable UUID seatId,
            boolean acting,
            @Nullable Integer termMonths,
            @Nullable UUID decisionId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason,
            @Nullable String endedBecause) {

        static AssignmentDetail of(Assignment a, Map<UUID, String> unitNames) {
            return new AssignmentDetail(
                    a.id(),
                    a.unitId(),
                    unitNames.getOrDefault(a.unitId(), ""),
                    a.tree(),
                    a.title(),
                    a.scope(),
                    a.concurrent(),
                    a.seatId(),
                    a.acting(),
                    a.termMonths(),
                    a.decisionId(),
                    a.valid().from(),
                    a.valid().to(),
                    a.recorded().from(),
                    a.recorded().to(),
                    a.recorded().reason(),
                    a.recorded().endedBecause());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileNumberLine(
            String fileNumber,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason,
            @Nullable String endedBecause) {

        static FileNumberLine of(FileNumber number) {
            return new FileNumberLine(
                    number.number(),
                    number.recorded().from(),
                    number.recorded().to(),
                    number.recorded().reason(),
                    number.recorded().endedBecause());
        }
    }

    record PersonHistory(
            UUID id,
            List<FileNumberLine> fileNumbers,
            List<IdentityDetail> identities,
            List<AssignmentDetail> assignments) {

        static PersonHistory of(PersonFile file, List<FileNumber> numbers, Map<UUID, String> unitNames) {
            return new PersonHistory(
                    file.id(),
                    numbers.stream().map(FileNumberLine::of).toList(),
                    file.identities().stream().map(IdentityDetail::of).toList(),
                    file.assignments().stream()
                            .map(a -> AssignmentDetail.of(a, unitNames))
                            .toList());
        }
    }

    static List<UUID> units(Stream<Assignment> assignments) {
        return assignments.map(Assignment::unitId).distinct().toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConductDetail(
            UUID personId,
            long revision,
            LocalDate asOf,
            @Nullable Instant knownAt,
            List<RatingLine> ratings,
            List<DisciplineLine> disciplines,
            List<HealthCertificateLine> healthCertificates,
            List<SuspensionLine> suspensions,
            List<ConfidenceVoteLine> confidenceVotes) {

        static ConductDetail of(ConductView view, Regulations regulations) {
            List<RatingLine> ratings = new ArrayList<>();
            List<DisciplineLine> disciplines = new ArrayList<>();
            List<HealthCertificateLine> healthCertificates = new ArrayList<>();
            List<SuspensionLine> suspensions = new ArrayList<>();
            List<ConfidenceVoteLine> confidenceVotes = new ArrayList<>();
            for (Conduct fact : view.items()) {
                switch (fact.content()) {
                    case Conduct.Rating rating -> ratings.add(RatingLine.of(fact, rating));
                    case Conduct.Discipline discipline -> disciplines.add(DisciplineLine.of(fact, discipline));
                    case Conduct.HealthCertificate certificate ->
                        healthCertificates.add(HealthCertificateLine.of(fact, certificate));
                    case Conduct.Suspension suspension -> suspensions.add(SuspensionLine.of(fact, suspension));
                    case Conduct.ConfidenceVote vote ->
                        confidenceVotes.add(ConfidenceVoteLine.of(fact, vote, regulations));
                }
            }
            return new ConductDetail(
                    view.personId(),
                    view.revision(),
                    view.asOf(),
                    view.knownAt(),
                    ratings,
                    disciplines,
                    healthCertificates,
                    suspensions,
                    confidenceVotes);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RatingLine(
            UUID id,
            int year,
            Conduct.Grade rating,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason) {

        static RatingLine of(Conduct fact, Conduct.Rating rating) {
            return new RatingLine(
                    fact.id(),
                    rating.year(),
                    rating.grade(),
                    rating.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    fact.recorded().reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DisciplineLine(
            UUID id,
            Conduct.Form form,
            LocalDate decidedOn,
            @Nullable LocalDate revokedOn,
            Conduct.@Nullable Track track,
            @Nullable String authority,
            @Nullable String matter,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason) {

        static DisciplineLine of(Conduct fact, Conduct.Discipline discipline) {
            return new DisciplineLine(
                    fact.id(),
                    discipline.form(),
                    discipline.decidedOn(),
                    discipline.revokedOn(),
                    discipline.track(),
                    discipline.authority(),
                    discipline.matter(),
                    discipline.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    fact.recorded().reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HealthCertificateLine(
            UUID id,
            LocalDate issuedOn,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason) {

        static HealthCertificateLine of(Conduct fact, Conduct.HealthCertificate certificate) {
            return new HealthCertificateLine(
                    fact.id(),
                    certificate.issuedOn(),
                    certificate.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    fact.recorded().reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record SuspensionLine(
            UUID id,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason) {

        static SuspensionLine of(Conduct fact, Conduct.Suspension suspension) {
            return new SuspensionLine(
                    fact.id(),
                    suspension.from(),
                    suspension.until(),
                    suspension.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    fact.recorded().reason());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConfidenceVoteLine(
            UUID id,
            LocalDate heldOn,
            int high,
            int confidence,
            int low,
            @Nullable String document,
            @Nullable Bilingual note,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            String reason) {

        static ConfidenceVoteLine of(Conduct fact, Conduct.ConfidenceVote vote, Regulations regulations) {
            return new ConfidenceVoteLine(
                    fact.id(),
                    vote.heldOn(),
                    vote.high(),
                    vote.confidence(),
                    vote.low(),
                    vote.document(),
                    ConductRules.noteOnConfidence(vote.heldOn(), vote.ballots(), regulations)
                            .orElse(null),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    fact.recorded().reason());
        }
    }
}
