package opencadre.benchmark.province;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What personnel tells of a unit that was just established and of a person who was just registered. */
final class Events {

    private static final LocalDate BEGINNING = LocalDate.of(1900, 1, 1);
    private static final JsonMapper JSON = JsonMapper.shared();

    private Events() {}

    /** {@code personnel.unit.v1}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record UnitState(
            UUID unitId,
            long revision,
            Instant recordedAt,
            Tree tree,
            String agencyCode,
            Position position,
            List<Version> versions) {

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Position(@Nullable UUID parentId, long lo, long hi) {}

        @JsonInclude(JsonInclude.Include.NON_NULL)
        record Version(String name, String type, @Nullable UUID parentId, LocalDate validFrom, String instrument) {}
    }

    /** {@code personnel.person.v1}. */
    private record PersonState(
            UUID personId,
            long revision,
            Instant recordedAt,
            String because,
            String fileNumber,
            List<Identity> identities,
            List<Assignment> assignments,
            Custody custody,
            List<Object> ratings,
            List<Object> disciplines,
            List<Object> healthCertificates) {

        record Identity(String fullName, String sex, LocalDate birth, LocalDate validFrom, Instant recordedFrom) {}

        record Assignment(
                UUID assignmentId,
                UUID unitId,
                Tree tree,
                String title,
                Scope managementScope,
                boolean concurrent,
                LocalDate validFrom,
                Instant recordedFrom) {}

        record Custody(UUID unitId, Scope managementScope, LocalDate from) {}
    }

    static String established(GeneratedUnit unit, Instant at) {
        return JSON.writeValueAsString(new UnitState(
                unit.id(),
                1,
                at,
                unit.tree(),
                unit.agencyCode(),
                new UnitState.Position(unit.parentId(), unit.lo(), unit.hi()),
                List.of(new UnitState.Version(
                        unit.name(), unit.type(), unit.parentId(), Province.FOUNDED, Province.INSTRUMENT))));
    }

    static String registered(GeneratedPerson person, LocalDate today, Instant at) {
        return JSON.writeValueAsString(new PersonState(
                person.id(),
                1,
                at,
                "registered",
                person.fileNumber(),
                List.of(new PersonState.Identity(person.fullName(), person.sex(), person.birth(), BEGINNING, at)),
                List.of(new PersonState.Assignment(
                        person.assignmentId(),
                        person.unit().id(),
                        person.unit().tree(),
                        person.title(),
                        person.scope(),
                        false,
                        person.since(),
                        at)),
                new PersonState.Custody(person.unit().id(), person.scope(), today),
                List.of(),
                List.of(),
                List.of()));
    }
}
