package opencadre.planning.replica.personnel;

import static opencadre.planning.jooq.Tables.CERTIFICATE_COPY;
import static opencadre.planning.jooq.Tables.DISCIPLINE_COPY;
import static opencadre.planning.jooq.Tables.HEALTH_COPY;
import static opencadre.planning.jooq.Tables.PERSON_COPY;
import static opencadre.planning.jooq.Tables.POST_COPY;
import static opencadre.planning.jooq.Tables.RATING_COPY;
import static opencadre.planning.jooq.Tables.STUDY_COPY;
import static opencadre.planning.jooq.Tables.SUSPENSION_COPY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import opencadre.kit.access.Places;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import opencadre.planning.plan.PlanFollower;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code personnel.person.v1}: what personnel believes now, and where people are. */
@Component
class PersonReplica {

    private static final int ORDINARY = 0;
    private static final LocalDate OPEN = LocalDate.of(9999, 1, 1);

    /** What this service reads of a person. */
    record PersonState(
            UUID personId,
            long revision,
            Instant recordedAt,
            @Nullable String fileNumber,
            @Nullable UUID mergedInto,
            List<IdentityVersion> identities,
            List<AssignmentVersion> assignments,
            CustodyState custody,
            @Nullable List<CustodyState> custodyAhead,
            @Nullable List<RatingVersion> ratings,
            @Nullable List<DisciplineVersion> disciplines,
            @Nullable List<HealthVersion> healthCertificates,
            @Nullable List<SuspensionVersion> suspensions) {

        record IdentityVersion(
                String fullName,
                String sex,
                String birth,
                LocalDate validFrom,
                @Nullable Instant recordedTo) {}

        /** Ratings and forms of discipline stay words: a later release may have more. */
        record RatingVersion(
                UUID ratingId,
                int year,
                String rating,
                @Nullable String document,
                @Nullable Instant recordedTo) {}

        record DisciplineVersion(
                UUID disciplineId,
                String form,
                LocalDate decidedOn,
                @Nullable LocalDate revokedOn,
                @Nullable String document,
                @Nullable Instant recordedTo) {}

        record HealthVersion(
                UUID certificateId,
                LocalDate issuedOn,
                @Nullable String document,
                @Nullable Instant recordedTo) {}

        record SuspensionVersion(
                UUID suspensionId,
                LocalDate from,
                @Nullable LocalDate until,
                @Nullable String document,
                @Nullable Instant recordedTo) {}

        record AssignmentVersion(
                UUID assignmentId,
                UUID unitId,
                String tree,
                String title,
                ManagementScope managementScope,
                @Nullable UUID seatId,
                @Nullable Boolean acting,
                @Nullable Integer termMonths,
                LocalDate validFrom,
                @Nullable LocalDate validTo,
                @Nullable Instant recordedTo) {}

        record CustodyState(UUID unitId, ManagementScope managementScope, LocalDate from) {}

        /** Who they are by the latest identity believed now. */
        IdentityVersion identity() {
            return identities.stream()
                    .filter(identity -> identity.recordedTo() == null)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }

        String fullName() {
            return identity().fullName();
        }

        /** Where the file is, then where it passes to on later days. */
        List<CustodyState> custodies() {
            List<CustodyState> custodies = new ArrayList<>(List.of(custody));
            if (custodyAhead != null) {
                custodies.addAll(custodyAhead);
            }
            return custodies;
        }

        List<AssignmentVersion> believed() {
            return assignments.stream().filter(a -> a.recordedTo() == null).toList();
        }
    }

    @Bean
    Subscription<?> personSubscription(Applier applier) {
        return new Subscription<>("personnel.person.v1", PersonState.class, applier);
    }

    /** A day at the end of all calendars stands for an open end. */
    static LocalDate open(@Nullable LocalDate to) {
        return to == null ? OPEN : to;
    }

    @Component("personApplier")
    static final class Applier implements Subscription.Applier<PersonState> {

        private final DSLContext db;
        private final Places places;
        private final PlanFollower plans;

        Applier(DSLContext db, Places places, PlanFollower plans) {
            this.db = db;
            this.places = places;
            this.plans = plans;
        }

        @Override
        public void apply(PersonState state, Received received) {
            String name = state.fullName();
            forget(state.personId());
            places.replace(state.personId(), null, Places.nameKey(name), places(state));
            places.index(state.personId(), name);
            if (state.mergedInto() != null) {
                places.close(state.personId());
            }
            db.insertInto(PERSON_COPY)
                    .set(PERSON_COPY.PERSON_ID, state.personId())
                    .set(PERSON_COPY.REVISION, state.revision())
                    .set(PERSON_COPY.RECORDED_AT, state.recordedAt().atOffset(ZoneOffset.UTC))
                    .set(PERSON_COPY.FULL_NAME, name)
                    .set(PERSON_COPY.FILE_NUMBER, state.fileNumber())
                    .set(PERSON_COPY.MERGED_INTO, state.mergedInto())
                    .set(PERSON_COPY.BIRTH, state.identity().birth())
                    .set(PERSON_COPY.FEMALE, state.identity().sex().equals("FEMALE"))
                    .set(PERSON_COPY.RATINGS_TOLD, state.ratings() != null)
                    .set(PERSON_COPY.DISCIPLINES_TOLD, state.disciplines() != null)
                    .set(PERSON_COPY.HEALTH_TOLD, state.healthCertificates() != null)
                    .execute();
            for (PersonState.AssignmentVersion post : state.believed()) {
                db.insertInto(POST_COPY)
                        .set(POST_COPY.ASSIGNMENT_ID, post.assignmentId())
                        .set(POST_COPY.VALID_FROM, post.validFrom())
                        .set(POST_COPY.VALID_TO, open(post.validTo()))
                        .set(POST_COPY.PERSON_ID, state.personId())
                        .set(POST_COPY.UNIT_ID, post.unitId())
                        .set(POST_COPY.TREE, post.tree())
                        .set(POST_COPY.TITLE, post.title())
                        .set(POST_COPY.SCOPE, post.managementScope().name())
                        .set(POST_COPY.SEAT_ID, post.seatId())
                        .set(POST_COPY.ACTING, Boolean.TRUE.equals(post.acting()))
                        .set(POST_COPY.TERM_MONTHS, post.termMonths())
                        .execute();
            }
            conduct(state);
            learned(state);
            plans.follow(state.personId());
        }

        /**
         * What training told under this person counts for whom personnel believes it of now. Whichever of the two
         * records comes first, the same stands in the end: see the replicas of what training tells.
         */
        private void learned(PersonState state) {
            db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "learned " + state.personId());
            UUID whose = state.mergedInto() == null ? state.personId() : state.mergedInto();
            db.update(CERTIFICATE_COPY)
                    .set(CERTIFICATE_COPY.PERSON_ID, whose)
                    .where(CERTIFICATE_COPY.TOLD_OF.eq(state.personId()))
                    .and(CERTIFICATE_COPY.PERSON_ID.ne(whose))
                    .execute();
            db.update(STUDY_COPY)
                    .set(STUDY_COPY.PERSON_ID, whose)
                    .where(STUDY_COPY.TOLD_OF.eq(state.personId()))
                    .and(STUDY_COPY.PERSON_ID.ne(whose))
                    .execute();
        }

        /** Each kind on its own: of what personnel told nothing there are no rows and no word that there are none. */
        private void conduct(PersonState state) {
            believed(state.ratings(), PersonState.RatingVersion::recordedTo)
                    .forEach(rating -> db.insertInto(RATING_COPY)
                            .set(RATING_COPY.RATING_ID, rating.ratingId())
                            .set(RATING_COPY.PERSON_ID, state.personId())
                            .set(RATING_COPY.YEAR, rating.year())
                            .set(RATING_COPY.RATING, rating.rating())
                            .set(RATING_COPY.DOCUMENT, rating.document())
                            .execute());
            believed(state.disciplines(), PersonState.DisciplineVersion::recordedTo)
                    .forEach(discipline -> db.insertInto(DISCIPLINE_COPY)
                            .set(DISCIPLINE_COPY.DISCIPLINE_ID, discipline.disciplineId())
                            .set(DISCIPLINE_COPY.PERSON_ID, state.personId())
                            .set(DISCIPLINE_COPY.FORM, discipline.form())
                            .set(DISCIPLINE_COPY.DECIDED_ON, discipline.decidedOn())
                            .set(DISCIPLINE_COPY.REVOKED_ON, discipline.revokedOn())
                            .set(DISCIPLINE_COPY.DOCUMENT, discipline.document())
                            .execute());
            believed(state.healthCertificates(), PersonState.HealthVersion::recordedTo)
                    .forEach(certificate -> db.insertInto(HEALTH_COPY)
                            .set(HEALTH_COPY.CERTIFICATE_ID, certificate.certificateId())
                            .set(HEALTH_COPY.PERSON_ID, state.personId())
                            .set(HEALTH_COPY.ISSUED_ON, certificate.issuedOn())
                            .set(HEALTH_COPY.DOCUMENT, certificate.document())
                            .execute());
            believed(state.suspensions(), PersonState.SuspensionVersion::recordedTo)
                    .forEach(suspension -> db.insertInto(SUSPENSION_COPY)
                            .set(SUSPENSION_COPY.SUSPENSION_ID, suspension.suspensionId())
                            .set(SUSPENSION_COPY.PERSON_ID, state.personId())
                            .set(SUSPENSION_COPY.SUSPENDED_FROM, suspension.from())
                            .set(SUSPENSION_COPY.UNTIL, suspension.until())
                            .set(SUSPENSION_COPY.DOCUMENT, suspension.document())
                            .execute());
        }

        private static <T> List<T> believed(@Nullable List<T> versions, Function<T, @Nullable Instant> recordedTo) {
            return versions == null
                    ? List.of()
                    : versions.stream()
                            .filter(version -> recordedTo.apply(version) == null)
                            .toList();
        }

        @Override
        public void erase(String key) {
            UUID personId = UUID.fromString(key);
            // What is this service's own of the person goes too, and those who keep a copy are told.
            plans.erase(personId);
            places.forget(personId);
            forget(personId);
        }

        @Override
        public void reset() {
            places.forget(null);
            db.deleteFrom(PERSON_COPY).execute();
        }

        private void forget(UUID personId) {
            db.deleteFrom(PERSON_COPY).where(PERSON_COPY.PERSON_ID.eq(personId)).execute();
        }

        private static List<Places.Place> places(PersonState state) {
            List<Places.Place> places = new ArrayList<>();
            List<PersonState.CustodyState> custody = state.custodies();
            for (int i = 0; i < custody.size(); i++) {
                places.add(new Places.Place(
                        state.personId(),
                        custody.get(i).unitId(),
                        custody.get(i).managementScope().ordinal(),
                        ORDINARY,
                        custody.get(i).from(),
                        i + 1 < custody.size() ? custody.get(i + 1).from() : null));
            }
            for (PersonState.AssignmentVersion post : state.believed()) {
                places.add(new Places.Place(
                        post.assignmentId(),
                        post.unitId(),
                        post.managementScope().ordinal(),
                        ORDINARY,
                        post.validFrom(),
                        post.validTo()));
            }
            return places;
        }
    }
}
