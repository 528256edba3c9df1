package opencadre.training.certificate.messaging;

import java.util.UUID;
import opencadre.kit.events.Outbox;
import opencadre.kit.time.Period;
import opencadre.training.certificate.Certificate;
import opencadre.training.certificate.CertificateContent;
import opencadre.training.certificate.CertificateEvents;
import opencadre.training.certificate.CertificateFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class CertificatePublisher implements CertificateEvents {

    private static final String TOPIC = "training.certificate.v1";

    private final Outbox outbox;
    private final JsonMapper json;

    CertificatePublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(CertificateFile file, String because) {
        outbox.add(new Outbox.Message(
                TOPIC,
                file.id().toString(),
                file.revision(),
                "training.certificate." + because,
                json.writeValueAsString(state(file, because))));
    }

    @Override
    public void erased(UUID certificateId, long revision) {
        outbox.add(new Outbox.Message(TOPIC, certificateId.toString(), revision, "training.certificate.erased", null));
    }

    static CertificateRecord state(CertificateFile file, String because) {
        return new CertificateRecord(
                file.id(),
                file.personId(),
                file.revision(),
                file.recordedAt(),
                because,
                file.beliefs().stream().map(CertificatePublisher::version).toList());
    }

    private static CertificateRecord.Version version(Certificate belief) {
        CertificateContent content = belief.content();
        Period valid = content.valid();
        return new CertificateRecord.Version(
                content.kind(),
                content.level(),
                content.name(),
                content.number(),
                content.issuer(),
                content.issuedOn(),
                belief.state(),
                valid.from(),
                valid.to(),
                belief.latest().at(),
                belief.recordedTo());
    }
}
