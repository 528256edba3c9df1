package opencadre.training.certificate.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.CertificateContent;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/training/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewCertificate(
            @NotNull CertificateKind kind,
            @NotNull CertificateLevel level,
            @NotBlank @Size(min = 2, max = 200) String name,
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotBlank @Size(min = 2, max = 200) String issuer,
            @NotNull PartialDate issuedOn,
            @Nullable LocalDate validUntil) {

        CertificateContent content() {
            return new CertificateContent(kind, level, name, number, issuer, issuedOn, validUntil);
        }
    }

    record CertificateCorrection(
            @NotNull CertificateKind kind,
            @NotNull CertificateLevel level,
            @NotBlank @Size(min = 2, max = 200) String name,
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotBlank @Size(min = 2, max = 200) String issuer,
            @NotNull PartialDate issuedOn,
            @Nullable LocalDate validUntil,
            @NotBlank @Size(min = 3, max = 500) String reason) {

        CertificateContent content() {
            return new CertificateContent(kind, level, name, number, issuer, issuedOn, validUntil);
        }
    }

    record Reason(@NotBlank @Size(min = 3, max = 500) String reason) {}
}
