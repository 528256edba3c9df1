package opencadre.training.enrolment.messaging;

import java.util.UUID;
import opencadre.kit.events.Outbox;
import opencadre.kit.time.Period;
import opencadre.training.enrolment.Enrolment;
import opencadre.training.enrolment.LearningEvents;
import opencadre.training.enrolment.LearningFile;
import opencadre.training.enrolment.Study;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
final class LearningPublisher implements LearningEvents {

    private static final String TOPIC = "training.learning.v1";

    private final Outbox outbox;
    private final JsonMapper json;

    LearningPublisher(Outbox outbox, JsonMapper json) {
        this.outbox = outbox;
        this.json = json;
    }

    @Override
    public void changed(LearningFile file, String because) {
        outbox.add(new Outbox.Message(
                TOPIC,
                file.personId().toString(),
                file.revision(),
                "training.learning." + because,
                json.writeValueAsString(state(file, because))));
    }

    @Override
    public void erased(UUID personId, long revision) {
        outbox.add(new Outbox.Message(TOPIC, personId.toString(), revision, "training.learning.erased", null));
    }

    static LearningState state(LearningFile file, String because) {
        return new LearningState(
                file.personId(),
                file.revision(),
                file.recordedAt(),
                because,
                file.beliefs().stream().map(LearningPublisher::version).toList());
    }

    private static LearningState.Version version(Enrolment belief) {
        Study study = belief.study();
        Period valid = study.valid();
        return new LearningState.Version(
                belief.id(),
                study.kind(),
                study.level(),
                study.course(),
                study.mode(),
                study.name(),
                study.provider(),
                study.placeUnitId(),
                study.decision(),
                study.decidedOn(),
                study.startsOn(),
                study.endsOn(),
                study.result(),
                valid.from(),
                valid.to(),
                belief.recordedFrom(),
                belief.recordedTo());
    }
}
