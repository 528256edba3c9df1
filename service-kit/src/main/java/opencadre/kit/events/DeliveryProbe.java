package opencadre.kit.events;

/** Told of the moments in which a crash would be worst. Production looks away; tests stop the process there. */
public interface DeliveryProbe {

    /** Nothing to do at any of them. */
    DeliveryProbe NONE = new DeliveryProbe() {};

    /** Messages are claimed and committed, none is sent. */
    default void beforeSend(String topic, String key) {}

    /** The broker has acknowledged, the outbox rows still stand. */
    default void afterSend(int messages) {}

    /** Effects are committed, the broker does not know yet. */
    default void afterEffect(String topic) {}
}
