package opencadre.kit.events;

import java.time.Instant;

/**
 * What this service takes from a topic of state: a function from the latest record of each key to rows, and how to
 * forget.
 *
 * @param topic as {@code personnel.person.v1}
 * @param type the wire record of this reader, with only the fields it uses
 * @param applier writes the effect
 */
public record Subscription<T>(String topic, Class<T> type, Applier<T> applier) {

    /** Where a state came from. */
    public record Received(String key, long revision, Instant time) {}

    /** The effect of a state. All methods run in the transaction of the inbox row. */
    public interface Applier<T> {

        /** Takes the state over; it replaces what was known of its key. */
        void apply(T state, Received received);

        /** The key was erased by its owner. */
        void erase(String key);

        /** Forgets everything that came from the topic, before it is read anew. */
        void reset();
    }
}
