package opencadre.training.replica.personnel;

import static opencadre.training.jooq.Tables.PERSON_COPY;
import static opencadre.training.jooq.Tables.POST_COPY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Places;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import opencadre.training.certificate.CertificateRegister;
import opencadre.training.enrolment.EnrolmentRegister;
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
            @Nullable List<CustodyState> custodyAhead) {

        record IdentityVersion(
                String fullName,
                LocalDate validFrom,
                @Nullable Instant recordedTo) {}

        record AssignmentVersion(
                UUID assignmentId,
                UUID unitId,
                String tree,
                String title,
                ManagementScope managementScope,
                LocalDate validFrom,
                @Nullable LocalDate validTo,
                @Nullable Instant recordedTo) {}

        record CustodyState(UUID unitId, ManagementScope managementScope, LocalDate from) {}

        String fullName() {
            return identities.stream()
                    .filter(identity -> identity.recordedTo() == null)
                    .reduce((first, second) -> second)
                    .orElseThrow()
                    .fullName();
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
        private final CertificateRegister certificates;
        private final EnrolmentRegister enrolments;

        Applier(DSLContext db, Places places, CertificateRegister certificates, EnrolmentRegister enrolments) {
            this.db = db;
            this.places = places;
            this.certificates = certificates;
            this.enrolments = enrolments;
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
                        .execute();
            }
        }

        @Override
        public void erase(String key) {
            UUID personId = UUID.fromString(key);
            // What is this service's own of the person goes too, and those who keep a copy are told.
            certificates.erase(personId);
            enrolments.erase(personId);
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
