package opencadre.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import opencadre.kit.events.OutboxRelay;
import opencadre.local.Database;
import opencadre.local.KafkaServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The reference of line 8 in the whole house, on its database server and its broker: a row of an owner's table is
 * written and committed, what the house sent for the same change is sent after that, and for each copy a reader writes
 * what it polls into a database of its own. It knows no rights, no audit and no outbox, and would lose what a crash
 * catches between commit and sending.
 */
final class Bare implements AutoCloseable {

    static final String OWNER = "bare";
    /** One for each copy that the house keeps. */
    static final List<String> COPIES = List.of("bare_training", "bare_planning");

    private static final String FOLLOWED = "personnel.person.v1";
    private static final String TOPIC = "bare.person.v1";
    private static final int PARTITIONS = 6;
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MADE =
            "CREATE TABLE IF NOT EXISTS bare (key text PRIMARY KEY, revision bigint NOT NULL, payload bytea NOT NULL)";
    private static final String WRITTEN = """
        INSERT INTO bare (key, revision, payload) VALUES (?, ?, ?)
        ON CONFLICT (key) DO UPDATE SET revision = excluded.revision, payload = excluded.payload
        """;

    private final House house;
    private final KafkaConsumer<String, byte[]> sent;
    private final KafkaProducer<String, byte[]> producer;
    private final ExecutorService threads = Executors.newFixedThreadPool(COPIES.size());
    private final List<Future<?>> readers;
    private volatile boolean over;

    Bare(House house) {
        this.house = house;
        Stream.concat(Stream.of(OWNER), COPIES.stream()).forEach(this::makeTable);
        makeTopic();
        sent = consumer(Map.of());
        sent.assign(sent.partitionsFor(FOLLOWED).stream()
                .map(part -> new TopicPartition(FOLLOWED, part.partition()))
                .toList());
        sent.seekToEnd(sent.assignment());
        // The end is looked up when the position is asked for.
        sent.assignment().forEach(sent::position);
        producer =
                new KafkaProducer<>(OutboxRelay.settings(broker()), new StringSerializer(), new ByteArraySerializer());
        readers = COPIES.stream()
                .<Future<?>>map(copy -> threads.submit(() -> read(copy)))
                .toList();
    }

    /** What the house has sent since it was last asked for, until every key has its revision. */
    List<ConsumerRecord<String, byte[]>> sent(Map<String, Long> revisions) {
        Map<String, ConsumerRecord<String, byte[]>> found = new HashMap<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (found.size() < revisions.size()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The house has sent " + found.size() + " of " + revisions.size());
            }
            for (ConsumerRecord<String, byte[]> line : sent.poll(POLL)) {
                if (revision(line) == revisions.getOrDefault(line.key(), -1L)) {
                    found.put(line.key(), line);
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Makes these changes one by one. */
    IntConsumer writing(List<ConsumerRecord<String, byte[]>> changes) {
        return new Writing(connect(OWNER), changes);
    }

    private final class Writing implements IntConsumer, AutoCloseable {

        private final Connection connection;
        private final PreparedStatement statement;
        private final List<ConsumerRecord<String, byte[]>> changes;

        Writing(Connection connection, List<ConsumerRecord<String, byte[]>> changes) {
            this.connection = connection;
            this.changes = changes;
            try {
                statement = connection.prepareStatement(WRITTEN);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void accept(int number) {
            ConsumerRecord<String, byte[]> change = changes.get(number);
            try {
                set(statement, change);
                statement.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            // What does not get through does not arrive, and is missed there.
            var ignored =
                    producer.send(new ProducerRecord<>(TOPIC, null, change.key(), change.value(), change.headers()));
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private void read(String copy) {
        try (var consumer = consumer(Map.of("group.id", copy, "auto.offset.reset", "earliest"));
                Connection connection = connect(copy);
                PreparedStatement statement = connection.prepareStatement(WRITTEN)) {
            connection.setAutoCommit(false);
            consumer.subscribe(List.of(TOPIC));
            while (!over) {
                var polled = consumer.poll(POLL);
                for (ConsumerRecord<String, byte[]> line : polled) {
                    set(statement, line);
                    statement.addBatch();
                }
                if (!polled.isEmpty()) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void set(PreparedStatement statement, ConsumerRecord<String, byte[]> line) throws SQLException {
        statement.setString(1, line.key());
        statement.setLong(2, revision(line));
        statement.setBytes(3, line.value());
    }

    private static long revision(ConsumerRecord<String, byte[]> line) {
        return Long.parseLong(
                new String(line.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8));
    }

    private KafkaConsumer<String, byte[]> consumer(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(broker());
        all.putAll(settings);
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> broker() {
        return Map.copyOf(house.stack().kafka().client(KafkaServer.ADMIN));
    }

    private Connection connect(String name) {
        Database database = house.stack().postgres().ensureDatabase(name);
        try {
            return DriverManager.getConnection(database.url(), database.owner(), database.ownerPassword());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeTable(String name) {
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute(MADE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void makeTopic() {
        try (Admin admin = Admin.create(broker())) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Errors: {@link IllegalStateException} with what ended a reader. */
    @Override
    public void close() {
        over = true;
        threads.close();
        sent.close();
        producer.close();
        for (Future<?> reader : readers) {
            if (reader.state() == Future.State.FAILED) {
                throw new IllegalStateException(reader.exceptionNow());
            }
        }
    }
}
