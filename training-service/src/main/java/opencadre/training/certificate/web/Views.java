package opencadre.training.certificate.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.FourEyes;
import opencadre.kit.time.PartialDate;
import opencadre.training.certificate.Act;
import opencadre.training.certificate.Certificate;
import opencadre.training.certificate.CertificateContent;
import opencadre.training.certificate.CertificateFile;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;
import opencadre.training.certificate.CertificateState;
import opencadre.training.certificate.CertificateView;
import opencadre.training.certificate.WorkItem;
import org.jspecify.annotations.Nullable;

/** What clients get, see {@code contracts/training/openapi.yaml}. */
final class Views {

    private Views() {}

    record Certificates(LocalDate asOf, List<CertificateDetail> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificateDetail(
            UUID id,
            UUID personId,
            long revision,
            CertificateKind kind,
            CertificateLevel level,
            String name,
            String number,
            String issuer,
            PartialDate issuedOn,
            @Nullable LocalDate validUntil,
            CertificateState state,
            ActLine entered,
            @Nullable ActLine decided,
            boolean own) {

        static CertificateDetail of(CertificateView view, Actor reader) {
            Certificate certificate = view.certificate();
            CertificateContent content = certificate.content();
            boolean awaiting = certificate.state() == CertificateState.ENTERED;
            return new CertificateDetail(
                    certificate.id(),
                    certificate.personId(),
                    view.revision(),
                    content.kind(),
                    content.level(),
                    content.name(),
                    content.number(),
                    content.issuer(),
                    content.issuedOn(),
                    content.validUntil(),
                    certificate.state(),
                    ActLine.of(certificate.entered()),
                    awaiting ? null : ActLine.of(certificate.latest()),
                    FourEyes.areOne(certificate.authors(), reader.hands()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ActLine(String by, Instant at, @Nullable String reason) {

        static ActLine of(Act act) {
            return new ActLine(act.name(), act.at(), act.reason());
        }
    }

    record CertificateHistory(UUID id, List<CertificateBelief> items) {

        static CertificateHistory of(CertificateFile file) {
            return new CertificateHistory(
                    file.id(),
                    file.beliefs().stream().map(CertificateBelief::of).toList());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CertificateBelief(
            CertificateKind kind,
            CertificateLevel level,
            String name,
            String number,
            String issuer,
            PartialDate issuedOn,
            @Nullable LocalDate validUntil,
            CertificateState state,
            ActLine act,
            Instant recordedFrom,
            @Nullable Instant recordedTo,
            @Nullable String endedBecause) {

        static CertificateBelief of(Certificate belief) {
            CertificateContent content = belief.content();
            return new CertificateBelief(
                    content.kind(),
                    content.level(),
                    content.name(),
                    content.number(),
                    content.issuer(),
                    content.issuedOn(),
                    content.validUntil(),
                    belief.state(),
                    ActLine.of(belief.latest()),
                    belief.latest().at(),
                    belief.recordedTo(),
                    belief.endedBecause());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkItemPage(List<WorkLine> items, @Nullable String next) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WorkLine(
            UUID id,
            WorkItem.Type type,
            UUID personId,
            String personName,
            String subject,
            String by,
            Instant since,
            @Nullable String reason) {

        static WorkLine of(WorkItem item, String personName) {
            return new WorkLine(
                    item.certificateId(),
                    item.type(),
                    item.personId(),
                    personName,
                    item.subject(),
                    item.by(),
                    item.since(),
                    item.reason());
        }
    }
}
