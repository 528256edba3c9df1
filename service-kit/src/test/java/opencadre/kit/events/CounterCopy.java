package opencadre.kit.events;

import org.jooq.DSLContext;

/** The effect of a counter's state: a row of its newest state, and a line in a list of effects that only grows. */
final class CounterCopy implements Subscription.Applier<DeliveryNode.Counter> {

    static final String TABLES = """
        CREATE TABLE counter (key text PRIMARY KEY, revision bigint NOT NULL);
        CREATE TABLE copy (key text PRIMARY KEY, revision bigint NOT NULL, word text NOT NULL);
        CREATE TABLE effect (id bigint GENERATED ALWAYS AS IDENTITY, key text NOT NULL, revision bigint NOT NULL);
        CREATE TABLE cursed (key text PRIMARY KEY);
        """;

    private final DSLContext db;

    CounterCopy(DSLContext db) {
        this.db = db;
    }

    @Override
    public void apply(DeliveryNode.Counter state, Subscription.Received received) {
        if (db.fetchSingle("SELECT count(*) FROM cursed WHERE key = ?", received.key())
                        .get(0, Long.class)
                > 0) {
            throw new IllegalStateException("cursed");
        }
        db.execute("""
            INSERT INTO copy (key, revision, word) VALUES (?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET revision = excluded.revision, word = excluded.word
            """, received.key(), received.revision(), state.word());
        db.execute("INSERT INTO effect (key, revision) VALUES (?, ?)", received.key(), received.revision());
    }

    @Override
    public void erase(String key) {
        db.execute("DELETE FROM copy WHERE key = ?", key);
    }

    @Override
    public void reset() {
        db.execute("DELETE FROM copy");
    }
}
