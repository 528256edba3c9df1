package opencadre.personnel.unit.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.personnel.unit.Succession;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;

/** {@code personnel.unit.v1}, see {@code contracts/personnel/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitState(
        UUID unitId,
        long revision,
        Instant recordedAt,
        Tree tree,
        @Nullable String agencyCode,
        @Nullable Position position,
        List<Version> versions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Predecessor> predecessors) {

    /** Where it stands in the tree of today. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Position(@Nullable UUID parentId, long lo, long hi) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            String name,
            String type,
            @Nullable String code,
            @Nullable UUID parentId,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String instrument) {}

    /** A unit that went into this one. */
    record Predecessor(UUID unitId, Succession.Kind kind, LocalDate effectiveOn, String instrument) {}
}
