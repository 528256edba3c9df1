package opencadre.planning.replica.personnel;

import static opencadre.planning.jooq.Tables.SEAT_COPY;
import static opencadre.planning.jooq.Tables.SEAT_TITLE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import opencadre.planning.plan.PlanFollower;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.seat.v1}: the seats and what their titles ask. */
@Component
class SeatReplica {

    /** What this service reads of a seat. */
    record SeatState(
            UUID seatId,
            long revision,
            Instant recordedAt,
            UUID unitId,
            String tree,
            TitleState title,
            String kind,
            String regime,
            ManagementScope managementScope,
            int holders,
            @Nullable Integer termMonths,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable String instrument) {

        record TitleState(
                String code,
                String name,
                int rank,
                boolean leadership,
                List<String> equalTitles,
                @Nullable String theoryAsked,
                @Nullable String standardBasis) {}
    }

    @Bean
    Subscription<?> seatSubscription(Applier applier) {
        return new Subscription<>("personnel.seat.v1", SeatState.class, applier);
    }

    @Component("seatApplier")
    static final class Applier implements Subscription.Applier<SeatState> {

        private final DSLContext db;
        private final PlanFollower plans;

        Applier(DSLContext db, PlanFollower plans) {
            this.db = db;
            this.plans = plans;
        }

        @Override
        public void apply(SeatState state, Received received) {
            forget(state.seatId());
            db.insertInto(SEAT_COPY)
                    .set(SEAT_COPY.SEAT_ID, state.seatId())
                    .set(SEAT_COPY.REVISION, state.revision())
                    .set(SEAT_COPY.RECORDED_AT, state.recordedAt().atOffset(ZoneOffset.UTC))
                    .set(SEAT_COPY.UNIT_ID, state.unitId())
                    .set(SEAT_COPY.TREE, state.tree())
                    .set(SEAT_COPY.KIND, state.kind())
                    .set(SEAT_COPY.SCOPE, (short) state.managementScope().ordinal())
                    .set(SEAT_COPY.HOLDERS, state.holders())
                    .set(SEAT_COPY.TERM_MONTHS, state.termMonths())
                    .set(SEAT_COPY.VALID_FROM, state.validFrom())
                    .set(SEAT_COPY.VALID_TO, PersonReplica.open(state.validTo()))
                    .set(SEAT_COPY.INSTRUMENT, state.instrument())
                    .execute();
            SeatState.TitleState title = state.title();
            db.insertInto(SEAT_TITLE)
                    .set(SEAT_TITLE.SEAT_ID, state.seatId())
                    .set(SEAT_TITLE.REVISION, state.revision())
                    .set(SEAT_TITLE.UNIT_ID, state.unitId())
                    .set(SEAT_TITLE.CODE, title.code())
                    .set(SEAT_TITLE.NAME, title.name())
                    .set(SEAT_TITLE.RANK, title.rank())
                    .set(SEAT_TITLE.LEADERSHIP, title.leadership())
                    .set(SEAT_TITLE.EQUAL_TITLES, title.equalTitles().toArray(String[]::new))
                    .set(SEAT_TITLE.THEORY_ASKED, title.theoryAsked())
                    .set(SEAT_TITLE.STANDARD_BASIS, title.standardBasis())
                    .set(SEAT_TITLE.REGIME, state.regime())
                    .set(SEAT_TITLE.LEVEL, state.managementScope().name())
                    .execute();
            // A post may have come before the seat that it is in.
            plans.followSeat(state.seatId());
        }

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(SEAT_COPY).execute();
            db.deleteFrom(SEAT_TITLE).execute();
        }

        private void forget(UUID seatId) {
            db.deleteFrom(SEAT_COPY).where(SEAT_COPY.SEAT_ID.eq(seatId)).execute();
            db.deleteFrom(SEAT_TITLE).where(SEAT_TITLE.SEAT_ID.eq(seatId)).execute();
        }
    }
}
