package opencadre.training.certificate.messaging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.certificate.CertificateState;
import org.jspecify.annotations.Nullable;

/** {@code training.certificate.v1}, see {@code contracts/training/events}. Nobody's account and no reason leave. */
record CertificateRecord(
        UUID certificateId, UUID personId, long revision, Instant recordedAt, String because, List<Version> versions) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Version(
            CertificateKind kind,
            CertificateLevel level,
            String name,
            String number,
            String issuer,
            PartialDate issuedOn,
            CertificateState state,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Instant recordedFrom,
            @Nullable Instant recordedTo) {}
}
