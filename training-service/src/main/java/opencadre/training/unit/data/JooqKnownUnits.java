package opencadre.training.unit.data;

import static opencadre.training.jooq.Tables.UNIT_COPY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import opencadre.training.unit.KnownUnits;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

@Component
final class JooqKnownUnits implements KnownUnits {

    private final DSLContext db;

    JooqKnownUnits(DSLContext db) {
        this.db = db;
    }

    @Override
    public boolean isKnown(UUID id) {
        return db.fetchExists(UNIT_COPY, UNIT_COPY.UNIT_ID.eq(id));
    }

    @Override
    public Optional<UUID> coded(String agencyCode) {
        return db.selectDistinct(UNIT_COPY.UNIT_ID)
                .from(UNIT_COPY)
                .where(UNIT_COPY.AGENCY_CODE.eq(agencyCode))
                .fetchOptional(UNIT_COPY.UNIT_ID);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids, LocalDate day) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return db.selectFrom(UNIT_COPY).where(UNIT_COPY.UNIT_ID.in(ids)).stream()
                .collect(Collectors.groupingBy(
                        version -> version.get(UNIT_COPY.UNIT_ID),
                        Collectors.collectingAndThen(
                                Collectors.minBy(nearest(day)),
                                version -> version.orElseThrow().get(UNIT_COPY.NAME))));
    }

    /** What stands on the day first, then the latest before it, then the first after it. */
    private static Comparator<Record> nearest(LocalDate day) {
        Comparator<Record> begun = Comparator.comparing(
                version -> version.get(UNIT_COPY.VALID_FROM).isAfter(day));
        return begun.thenComparing((one, other) -> one.get(UNIT_COPY.VALID_FROM).isAfter(day)
                ? one.get(UNIT_COPY.VALID_FROM).compareTo(other.get(UNIT_COPY.VALID_FROM))
                : other.get(UNIT_COPY.VALID_FROM).compareTo(one.get(UNIT_COPY.VALID_FROM)));
    }
}
