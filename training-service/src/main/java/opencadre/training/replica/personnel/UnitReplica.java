package opencadre.training.replica.personnel;

import static opencadre.training.jooq.Tables.UNIT_COPY;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Units;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.unit.v1}. */
@Component
class UnitReplica {

    /** What this service reads of a unit. */
    record UnitState(
            UUID unitId,
            Tree tree,
            @Nullable String agencyCode,
            @Nullable Position position,
            List<Version> versions) {

        /** First day on which it no longer stands; null while one of its versions is open. */
        @Nullable
        LocalDate ends() {
            return versions.stream().anyMatch(version -> version.validTo() == null)
                    ? null
                    : versions.stream()
                            .flatMap(version -> Stream.ofNullable(version.validTo()))
                            .max(LocalDate::compareTo)
                            .orElse(null);
        }

        /** The order is stored: add at the end, never reorder. */
        enum Tree {
            PARTY,
            STATE,
            FRONT,
            PUBLIC_SERVICE
        }

        record Position(@Nullable UUID parentId, long lo, long hi) {}

        record Version(
                String name, LocalDate validFrom, @Nullable LocalDate validTo) {}
    }

    @Bean
    Subscription<?> unitSubscription(Applier applier) {
        return new Subscription<>("personnel.unit.v1", UnitState.class, applier);
    }

    @Component("unitApplier")
    static final class Applier implements Subscription.Applier<UnitState> {

        private final DSLContext db;
        private final Units nodes;

        Applier(DSLContext db, Units nodes) {
            this.db = db;
            this.nodes = nodes;
        }

        @Override
        public void apply(UnitState state, Received received) {
            if (state.position() == null) {
                nodes.remove(state.unitId());
            } else {
                UnitState.Position at = state.position();
                nodes.put(new Units.Node(
                        state.unitId(), state.tree().ordinal(), at.parentId(), at.lo(), at.hi(), state.ends()));
            }
            forget(state.unitId());
            for (UnitState.Version version : state.versions()) {
                db.insertInto(UNIT_COPY)
                        .set(UNIT_COPY.UNIT_ID, state.unitId())
                        .set(UNIT_COPY.VALID_FROM, version.validFrom())
                        .set(UNIT_COPY.VALID_TO, PersonReplica.open(version.validTo()))
                        .set(UNIT_COPY.NAME, version.name())
                        .set(UNIT_COPY.AGENCY_CODE, state.agencyCode())
                        .execute();
            }
        }

        @Override
        public void erase(String key) {
            UUID unitId = UUID.fromString(key);
            nodes.remove(unitId);
            forget(unitId);
        }

        @Override
        public void reset() {
            nodes.remove(null);
            db.deleteFrom(UNIT_COPY).execute();
        }

        private void forget(UUID unitId) {
            db.deleteFrom(UNIT_COPY).where(UNIT_COPY.UNIT_ID.eq(unitId)).execute();
        }
    }
}
