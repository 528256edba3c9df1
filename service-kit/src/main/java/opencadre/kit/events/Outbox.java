package opencadre.kit.events;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * State on its way to others. A message commits with the change it tells of, and is sent after it, in the order of its
 * key.
 */
public final class Outbox {

    private final DSLContext db;
    private final OutboxRelay relay;

    public Outbox(DSLContext db, OutboxRelay relay) {
        this.db = db;
        this.relay = relay;
    }

    /**
     * The whole state of one aggregate.
     *
     * @param topic as {@code personnel.person.v1}
     * @param key what the topic is compacted by
     * @param revision of the aggregate; lock the aggregate before its message is written, so that keys keep their order
     * @param type what changed, as {@code personnel.person.registered}: information only
     * @param payload JSON, or null when the aggregate was erased
     */
    public record Message(
            String topic,
            String key,
            long revision,
            String type,
            @Nullable String payload) {}

    /** Adds a message to the running transaction. */
    public void add(Message message) {
        db.execute(
                "INSERT INTO outbox (topic, key, revision, type, payload) VALUES (?, ?, ?, ?, ?)",
                message.topic(),
                message.key(),
                message.revision(),
                message.type(),
                message.payload());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                relay.wake();
            }
        });
    }
}
