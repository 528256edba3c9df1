package opencadre.personnel.person.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.ManagementScope;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.PersonLine;
import opencadre.personnel.person.PersonView;
import opencadre.personnel.person.Sex;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/** What clients receive, see {@code contracts/personnel/openapi.yaml}. */
final class Views {

    private Views() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonPage(
            LocalDate asOf, List<PersonRow> items, @Nullable String next) {}

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

    record PersonCount(long total) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PersonDetail(
            UUID id,
            long revision,
            LocalDate asOf,
            @Nullable Instant knownAt,
            IdentityDetail identity,
            List<AssignmentDetail> assignments) {

        static PersonDetail of(PersonView view, Map<UUID, String> unitNames) {
            return new PersonDetail(
                    view.id(),
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
                    a.valid().from(),
                    a.valid().to(),
                    a.recorded().from(),
                    a.recorded().to(),
                    a.recorded().reason(),
                    a.recorded().endedBecause());
        }
    }

    record PersonHistory(UUID id, List<IdentityDetail> identities, List<AssignmentDetail> assignments) {

        static PersonHistory of(PersonFile file, Map<UUID, String> unitNames) {
            return new PersonHistory(
                    file.id(),
                    file.identities().stream().map(IdentityDetail::of).toList(),
                    file.assignments().stream()
                            .map(a -> AssignmentDetail.of(a, unitNames))
                            .toList());
        }
    }

    static List<UUID> units(Stream<Assignment> assignments) {
        return assignments.map(Assignment::unitId).distinct().toList();
    }
}
