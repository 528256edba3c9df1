package opencadre.kit.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * {@code /actuator/delivery} on the management port: what is parked, replay of one key, rebuild of one topic.
 *
 * <p>{@code GET} lists; {@code POST /replay} with {@code topic} and {@code key}; {@code POST /rebuild} with
 * {@code topic}.
 */
@Endpoint(id = "delivery")
public final class DeliveryEndpoint {

    private final Inbox inbox;
    private final OutboxRelay relay;

    public DeliveryEndpoint(Inbox inbox, OutboxRelay relay) {
        this.inbox = inbox;
        this.relay = relay;
    }

    @ReadOperation
    public Map<String, List<Inbox.Parked>> parked() {
        return Map.of("inbox", inbox.parked());
    }

    @WriteOperation
    public Map<String, Boolean> act(@Selector String what, String topic, @Nullable String key) {
        if (what.equals("rebuild") && inbox.topics().contains(topic)) {
            inbox.rebuild(topic);
            return Map.of("rebuilding", true);
        }
        if (what.equals("replay") && key != null) {
            relay.replay(topic, key);
            return Map.of("replayed", inbox.replay(topic, key));
        }
        return Map.of("understood", false);
    }
}
