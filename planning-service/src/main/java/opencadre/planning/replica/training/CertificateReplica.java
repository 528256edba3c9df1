package opencadre.planning.replica.training;

import static opencadre.planning.jooq.Tables.CERTIFICATE_COPY;
import static opencadre.planning.jooq.Tables.PERSON_COPY;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import opencadre.kit.events.Subscription;
import opencadre.kit.events.Subscription.Received;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Takes over {@code training.certificate.v1}: what training believes now of each certificate. */
@Component
class CertificateReplica {

    private static final LocalDate OPEN = LocalDate.of(9999, 1, 1);

    /** What this service reads of a certificate. Kinds and levels stay words: a later release may have more. */
    record CertificateState(
            UUID certificateId, UUID personId, long revision, Instant recordedAt, List<Version> versions) {

        record Version(
                String kind,
                String level,
                String name,
                String number,
                String issuer,
                String issuedOn,
                String state,
                LocalDate validFrom,
                @Nullable LocalDate validTo,
                @Nullable Instant recordedTo) {}

        Version believed() {
            return versions.stream()
                    .filter(version -> version.recordedTo() == null)
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }
    }

    @Bean
    Subscription<?> certificateSubscription(Applier applier) {
        return new Subscription<>("training.certificate.v1", CertificateState.class, applier);
    }

    @Component("certificateApplier")
    static final class Applier implements Subscription.Applier<CertificateState> {

        private final DSLContext db;

        Applier(DSLContext db) {
            this.db = db;
        }

        @Override
        public void apply(CertificateState state, Received received) {
            CertificateState.Version believed = state.believed();
            forget(state.certificateId());
            db.insertInto(CERTIFICATE_COPY)
                    .set(CERTIFICATE_COPY.CERTIFICATE_ID, state.certificateId())
                    .set(CERTIFICATE_COPY.PERSON_ID, whose(state.personId()))
                    .set(CERTIFICATE_COPY.TOLD_OF, state.personId())
                    .set(CERTIFICATE_COPY.REVISION, state.revision())
                    .set(CERTIFICATE_COPY.RECORDED_AT, state.recordedAt().atOffset(ZoneOffset.UTC))
                    .set(CERTIFICATE_COPY.KIND, believed.kind())
                    .set(CERTIFICATE_COPY.LEVEL, believed.level())
                    .set(CERTIFICATE_COPY.NAME, believed.name())
                    .set(CERTIFICATE_COPY.NUMBER, believed.number())
                    .set(CERTIFICATE_COPY.ISSUER, believed.issuer())
                    .set(CERTIFICATE_COPY.ISSUED_ON, believed.issuedOn())
                    .set(CERTIFICATE_COPY.STATE, believed.state())
                    .set(CERTIFICATE_COPY.VALID_FROM, believed.validFrom())
                    .set(CERTIFICATE_COPY.VALID_TO, believed.validTo() == null ? OPEN : believed.validTo())
                    .execute();
        }

        /** Of whom it counts: of the person into whose record that one went, where personnel told so. */
        private UUID whose(UUID toldOf) {
            // The record of the person may be read at this moment: one of both comes first, and the other sees it.
            db.fetch("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "learned " + toldOf);
            return db.select(PERSON_COPY.MERGED_INTO)
                    .from(PERSON_COPY)
                    .where(PERSON_COPY.PERSON_ID.eq(toldOf))
                    .fetchOptional(PERSON_COPY.MERGED_INTO)
                    .orElse(toldOf);
        }

        @Override
        public void erase(String key) {
            forget(UUID.fromString(key));
        }

        @Override
        public void reset() {
            db.deleteFrom(CERTIFICATE_COPY).execute();
        }

        private void forget(UUID certificateId) {
            db.deleteFrom(CERTIFICATE_COPY)
                    .where(CERTIFICATE_COPY.CERTIFICATE_ID.eq(certificateId))
                    .execute();
        }
    }
}
