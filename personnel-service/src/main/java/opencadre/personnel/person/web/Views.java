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
import opencadre.personnel.person.Recorders;
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
                    IdentityDetail.of(view.identity(), Recorders.UNNAMED),
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
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static IdentityDetail of(Identity identity, Recorders recorders) {
            return new IdentityDetail(
                    identity.fullName(),
                    identity.sex(),
                    identity.birth(),
                    identity.valid().from(),
                    identity.valid().to(),
                    identity.recorded().from(),
                    identity.recorded().to(),
                    recorders.by(identity.recorded()),
                    identity.recorded().reason(),
                    identity.recorded().endedBecause(),
                    recorders.endedBy(identity.recorded()));
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
            @Nullable String decisionNumber,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static AssignmentDetail of(Assignment a, Map<UUID, String> unitNames) {
            return of(a, unitNames, Map.of(), Recorders.UNNAMED);
        }

        static AssignmentDetail of(
                Assignment a, Map<UUID, String> unitNames, Map<UUID, String> decisionNumbers, Recorders recorders) {
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
                    a.decisionId() == null ? null : decisionNumbers.get(a.decisionId()),
                    a.valid().from(),
                    a.valid().to(),
                    a.recorded().from(),
                    a.recorded().to(),
                    recorders.by(a.recorded()),
                    a.recorded().reason(),
                    a.recorded().endedBecause(),
                    recorders.endedBy(a.recorded()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FileNumberLine(
            String fileNumber,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static FileNumberLine of(FileNumber number, Recorders recorders) {
            return new FileNumberLine(
                    number.number(),
                    number.recorded().from(),
                    number.recorded().to(),
                    recorders.by(number.recorded()),
                    number.recorded().reason(),
                    number.recorded().endedBecause(),
                    recorders.endedBy(number.recorded()));
        }
    }

    record PersonHistory(
            UUID id,
            List<FileNumberLine> fileNumbers,
            List<IdentityDetail> identities,
            List<AssignmentDetail> assignments) {

        static PersonHistory of(
                PersonFile file,
                List<FileNumber> numbers,
                Map<UUID, String> unitNames,
                Map<UUID, String> decisionNumbers,
                Recorders recorders) {
            return new PersonHistory(
                    file.id(),
                    numbers.stream()
                            .map(number -> FileNumberLine.of(number, recorders))
                            .toList(),
                    file.identities().stream()
                            .map(identity -> IdentityDetail.of(identity, recorders))
                            .toList(),
                    file.assignments().stream()
                            .map(a -> AssignmentDetail.of(a, unitNames, decisionNumbers, recorders))
                            .toList());
        }
    }

    static List<UUID> units(Stream<Assignment> assignments) {
        return assignments.map(Assignment::unitId).distinct().toList();
    }

    /** What is on record beside posts, kind by kind. */
    record ConductLines(
            List<RatingLine> ratings,
            List<DisciplineLine> disciplines,
            List<HealthCertificateLine> healthCertificates,
            List<SuspensionLine> suspensions,
            List<ConfidenceVoteLine> confidenceVotes) {

        static ConductLines of(List<Conduct> facts, Regulations regulations, Recorders recorders) {
            List<RatingLine> ratings = new ArrayList<>();
            List<DisciplineLine> disciplines = new ArrayList<>();
            List<HealthCertificateLine> healthCertificates = new ArrayList<>();
            List<SuspensionLine> suspensions = new ArrayList<>();
            List<ConfidenceVoteLine> confidenceVotes = new ArrayList<>();
            for (Conduct fact : facts) {
                switch (fact.content()) {
                    case Conduct.Rating rating -> ratings.add(RatingLine.of(fact, rating, recorders));
                    case Conduct.Discipline discipline ->
                        disciplines.add(DisciplineLine.of(fact, discipline, recorders));
                    case Conduct.HealthCertificate certificate ->
                        healthCertificates.add(HealthCertificateLine.of(fact, certificate, recorders));
                    case Conduct.Suspension suspension ->
                        suspensions.add(SuspensionLine.of(fact, suspension, recorders));
                    case Conduct.ConfidenceVote vote ->
                        confidenceVotes.add(ConfidenceVoteLine.of(fact, vote, regulations, recorders));
                }
            }
            return new ConductLines(ratings, disciplines, healthCertificates, suspensions, confidenceVotes);
        }
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
            ConductLines lines = ConductLines.of(view.items(), regulations, Recorders.UNNAMED);
            return new ConductDetail(
                    view.personId(),
                    view.revision(),
                    view.asOf(),
                    view.knownAt(),
                    lines.ratings(),
                    lines.disciplines(),
                    lines.healthCertificates(),
                    lines.suspensions(),
                    lines.confidenceVotes());
        }
    }

    record ConductHistory(
            UUID personId,
            List<RatingLine> ratings,
            List<DisciplineLine> disciplines,
            List<HealthCertificateLine> healthCertificates,
            List<SuspensionLine> suspensions,
            List<ConfidenceVoteLine> confidenceVotes) {

        static ConductHistory of(UUID personId, List<Conduct> beliefs, Regulations regulations, Recorders recorders) {
            ConductLines lines = ConductLines.of(beliefs, regulations, recorders);
            return new ConductHistory(
                    personId,
                    lines.ratings(),
                    lines.disciplines(),
                    lines.healthCertificates(),
                    lines.suspensions(),
                    lines.confidenceVotes());
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
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static RatingLine of(Conduct fact, Conduct.Rating rating, Recorders recorders) {
            return new RatingLine(
                    fact.id(),
                    rating.year(),
                    rating.grade(),
                    rating.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    recorders.by(fact.recorded()),
                    fact.recorded().reason(),
                    fact.recorded().endedBecause(),
                    recorders.endedBy(fact.recorded()));
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
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static DisciplineLine of(Conduct fact, Conduct.Discipline discipline, Recorders recorders) {
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
                    recorders.by(fact.recorded()),
                    fact.recorded().reason(),
                    fact.recorded().endedBecause(),
                    recorders.endedBy(fact.recorded()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HealthCertificateLine(
            UUID id,
            LocalDate issuedOn,
            @Nullable String document,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static HealthCertificateLine of(Conduct fact, Conduct.HealthCertificate certificate, Recorders recorders) {
            return new HealthCertificateLine(
                    fact.id(),
                    certificate.issuedOn(),
                    certificate.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    recorders.by(fact.recorded()),
                    fact.recorded().reason(),
                    fact.recorded().endedBecause(),
                    recorders.endedBy(fact.recorded()));
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
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static SuspensionLine of(Conduct fact, Conduct.Suspension suspension, Recorders recorders) {
            return new SuspensionLine(
                    fact.id(),
                    suspension.from(),
                    suspension.until(),
                    suspension.document(),
                    fact.recorded().from(),
                    fact.recorded().to(),
                    recorders.by(fact.recorded()),
                    fact.recorded().reason(),
                    fact.recorded().endedBecause(),
                    recorders.endedBy(fact.recorded()));
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
            @Nullable String by,
            String reason,
            @Nullable String endedBecause,
            @Nullable String endedBy) {

        static ConfidenceVoteLine of(
                Conduct fact, Conduct.ConfidenceVote vote, Regulations regulations, Recorders recorders) {
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
                    recorders.by(fact.recorded()),
                    fact.recorded().reason(),
                    fact.recorded().endedBecause(),
                    recorders.endedBy(fact.recorded()));
        }
    }
}
