package opencadre.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import opencadre.kit.TestDatabase;
import opencadre.local.Await;
import opencadre.local.BuildServers;
import opencadre.local.FreePorts;
import opencadre.local.KafkaServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is lost and nothing has its effect twice, on a real broker and a real database, whatever is killed. */
class DeliveryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path dir;

    private static @Nullable KafkaServer broker;

    private final String topic = "test." + UUID.randomUUID() + ".v1";
    private final TestDatabase database = TestDatabase.create();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        List<Integer> ports = FreePorts.some(2);
        broker = KafkaServer.start(dir.resolve("kafka"), ports.getFirst(), ports.getLast(), dir.resolve("kafka.log"));
    }

    @AfterAll
    static void stopBroker() {
        kafka().close();
    }

    @BeforeEach
    void prepare() throws Exception {
        database.asOwner(CounterCopy.TABLES);
        database.asOwner("GRANT SELECT, INSERT, UPDATE, DELETE ON counter, copy, effect, cursed TO "
                + database.database().app());
        try (Admin admin = Admin.create(Map.copyOf(broker()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1))).all().get(20, TimeUnit.SECONDS);
        }
    }

    @AfterEach
    void cleanUp() throws Exception {
        for (AutoCloseable open : opened.reversed()) {
            open.close();
        }
        database.close();
    }

    @Test
    void aRollbackLeavesNoMessage() {
        DeliveryNode node = node();

        assertThatThrownBy(() -> database.work().asSystem("test", () -> {
                    node.outbox().add(new Outbox.Message(topic, "a", 1, "test.counted", "{}"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(waiting()).isZero();
    }

    @Test
    void aRelayKilledBetweenCommitAndSendLosesNothing() {
        DeliveryNode writer = node();
        count(writer, "a", 3);
        count(writer, "b", 2);

        try (NodeProcess relay = process("relay", "beforeSend")) {
            relay.awaitLine("AT beforeSend");
            assertThat(log()).isEmpty();
            relay.kill();
        }
        assertThat(waiting()).isEqualTo(5);
        drain(writer);

        assertThat(revisions("a")).containsExactly(1L, 2L, 3L);
        assertThat(revisions("b")).containsExactly(1L, 2L);
    }

    @Test
    void aRelayKilledBetweenSendAndDeleteRepeatsAndTheEffectHappensOnce() {
        DeliveryNode node = node();
        count(node, "a", 3);

        try (NodeProcess relay = process("relay", "afterSend")) {
            relay.awaitLine("AT afterSend");
            relay.kill();
        }
        drain(node);
        node.inbox().start();

        assertThat(revisions("a")).containsExactly(1L, 2L, 3L, 1L, 2L, 3L);
        await(() -> copied("a") == 3);
        assertThat(effects("a")).doesNotHaveDuplicates().isSorted().endsWith(3L);
    }

    @Test
    void anInboxKilledBetweenEffectAndOffsetHasItsEffectOnce() {
        DeliveryNode node = node();
        count(node, "a", 1);
        count(node, "b", 1);
        drain(node);

        try (NodeProcess inbox = process("inbox", "afterEffect")) {
            inbox.awaitLine("AT afterEffect");
            inbox.kill();
        }
        count(node, "a", 1);
        drain(node);
        node.inbox().start();

        await(() -> copied("a") == 2 && copied("b") == 1);
        assertThat(effects("a")).containsExactly(1L, 2L);
        assertThat(effects("b")).containsExactly(1L);
    }

    @Test
    void repeatsAndOlderRevisionsHaveNoEffect() throws Exception {
        DeliveryNode node = node();
        node.inbox().start();
        send("a", 2, "{\"word\":\"two\"}");
        await(() -> copied("a") == 2);

        send("a", 2, "{\"word\":\"two again\"}");
        send("a", 1, "{\"word\":\"one\"}");
        send("a", 5, "{\"word\":\"five\",\"unheardOf\":true}");
        await(() -> copied("a") == 5);

        assertThat(effects("a")).containsExactly(2L, 5L);
        assertThat(node.inbox().parked()).isEmpty();
    }

    @Test
    void aPoisonedKeyIsParkedWhileTheOthersGoOn() throws Exception {
        DeliveryNode node = node();
        node.inbox().start();
        send("poisoned", 1, "{\"word\":");
        send("b", 1, "{\"word\":\"one\"}");
        send("b", 2, "{\"word\":\"two\"}");
        await(() -> copied("b") == 2 && node.inbox().parked().size() == 1);

        Inbox.Parked parked = node.inbox().parked().getFirst();
        assertThat(parked.key()).isEqualTo("poisoned");
        assertThat(parked.error()).isEqualTo("not of the expected form");

        send("poisoned", 2, "{\"word\":\"healed\"}");
        await(() -> copied("poisoned") == 2);
        assertThat(node.inbox().parked()).isEmpty();
    }

    @Test
    void aParkedRecordIsTakenOverByItsReplayOnceItsReasonIsGone() throws Exception {
        DeliveryNode node = node();
        node.inbox().start();
        database.db().execute("INSERT INTO cursed VALUES ('a')");
        send("a", 1, "{\"word\":\"one\"}");
        send("b", 1, "{\"word\":\"one\"}");
        await(() -> copied("b") == 1 && node.inbox().parked().size() == 1);

        assertThatThrownBy(() -> node.inbox().replay(topic, "a")).hasMessage("cursed");
        assertThat(node.inbox().parked()).hasSize(1);
        database.db().execute("DELETE FROM cursed");

        assertThat(node.inbox().replay(topic, "a")).isTrue();
        assertThat(copied("a")).isEqualTo(1);
        assertThat(node.inbox().parked()).isEmpty();
        assertThat(node.inbox().replay(topic, "a")).isFalse();
    }

    @Test
    void aRecordWithoutRevisionIsParkedAlsoWhereItsKeyIsKnownUntilANewerOneComes() throws Exception {
        DeliveryNode node = node();
        node.inbox().start();
        send("a", 1, "{\"word\":\"one\"}");
        await(() -> copied("a") == 1);

        send("a", "soon", "{\"word\":\"lost\"}");
        send("new", "", "{\"word\":\"lost\"}");
        await(() -> node.inbox().parked().size() == 2);
        assertThatThrownBy(() -> node.inbox().replay(topic, "new")).hasMessageContaining("no readable revision");
        assertThat(dump()).doesNotContain("lost");

        send("a", 2, "{\"word\":\"two\"}");
        send("new", 1, "{\"word\":\"one\"}");
        await(() ->
                copied("a") == 2 && copied("new") == 1 && node.inbox().parked().isEmpty());
    }

    @Test
    void aKeyTheBrokerRefusesIsParkedAndHoldsBackItsOwnRowsOnly() {
        DeliveryNode node = node();
        add(node, "a", 1, "\"" + "x".repeat(2_000_000) + "\"");
        add(node, "a", 2, "{\"word\":\"two\"}");
        count(node, "b", 2);

        node.relay().drain();
        node.relay().drain();

        assertThat(revisions("b")).containsExactly(1L, 2L);
        assertThat(waiting()).isEqualTo(2);
        database.work().asSystem("test", () -> database.db().execute("DELETE FROM outbox WHERE revision = 1"));
        node.relay().replay(topic, "a");
        drain(node);
        assertThat(revisions("a")).endsWith(2L);
    }

    @Test
    void aTopicThatIsMissingHoldsBackItsOwnMessagesOnly() {
        DeliveryNode node = node();
        for (int i = 0; i < 5; i++) {
            String key = "a" + i;
            database.work().asSystem("test", () -> {
                node.outbox().add(new Outbox.Message("missing.v1", key, 1, "test.counted", "{}"));
                return null;
            });
        }
        count(node, "b", 2);

        node.relay().drain();

        assertThat(revisions("b")).containsExactly(1L, 2L);
        assertThat(waiting()).isEqualTo(5);
    }

    @Test
    void aRebuiltCopyHasTheSameRowsAlsoAfterAnErasure() throws Exception {
        DeliveryNode node = node();
        node.inbox().start();
        for (String key : List.of("a", "b", "c", "d")) {
            count(node, key, 3);
        }
        add(node, "c", 4, null);
        drain(node);
        await(() -> copied("a") == 3 && copied("b") == 3 && copied("d") == 3 && copied("c") == 0);
        String before = dump();

        node.inbox().rebuild(topic);
        await(() -> dump().equals(before));

        assertThat(before).isEqualTo("a 3 word3;b 3 word3;d 3 word3");
        send("a", 3, "{\"word\":\"late\"}");
        send("e", 1, "{\"word\":\"word1\"}");
        await(() -> copied("e") == 1);
        assertThat(dump()).isEqualTo(before + ";e 1 word1");
    }

    @Test
    void writersOfOneKeyKeepItsOrder() {
        DeliveryNode node = node();
        node.relay().start();
        List<CompletableFuture<Void>> writers = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.runAsync(() -> count(node, "a", 40)))
                .toList();
        writers.forEach(CompletableFuture::join);
        await(() -> waiting() == 0);

        assertThat(revisions("a"))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 120).asLongStream().boxed().toList());
    }

    @Test
    void twoRelaysKilledAtRandomLoseNothingAndNeverGoBack() {
        DeliveryNode writer = node();
        Random random = new Random(7);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 300; i++) {
                count(writer, "key" + i % 10, 1);
            }
        });
        for (int round = 0; round < 4; round++) {
            try (NodeProcess one = process("relay", "none");
                    NodeProcess other = process("relay", round % 2 == 0 ? "none" : "afterSend")) {
                one.awaitLine("RUNS");
                other.awaitLine("RUNS");
                Await.until(Duration.ofMillis(200 + random.nextInt(600)), () -> false);
            }
        }
        writing.join();
        drain(writer);

        for (int key = 0; key < 10; key++) {
            List<Long> sent = revisions("key" + key);
            assertThat(sent).endsWith(30L);
            assertThat(sent.stream().distinct().toList())
                    .as("first sending of each revision, in order")
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 30).asLongStream().boxed().toList());
        }
    }

    @Test
    void aBrokerAwayForTwentySecondsIsWaitedFor() {
        DeliveryNode node = node();
        node.relay().start();
        node.inbox().start();
        count(node, "a", 1);
        await(() -> copied("a") == 1);

        kafka().close();
        Instant back = Instant.now().plusSeconds(20);
        count(node, "a", 5);
        count(node, "b", 5);
        Await.until(Duration.between(Instant.now(), back), () -> false);
        assertThat(waiting()).isEqualTo(10);
        kafka().restart();

        await(() -> copied("a") == 6 && copied("b") == 5);
        await(() -> waiting() == 0);
        assertThat(effects("a")).doesNotHaveDuplicates().isSorted();
        assertThat(database.work()
                        .asSystem("test", () -> database.db().fetchCount(org.jooq.impl.DSL.table("outbox_parked"))))
                .isZero();
    }

    @Test
    void anEffectWaitsForItsDatabaseAndIsNotParked() throws Exception {
        DeliveryNode node = node();
        node.inbox().start();
        send("a", 1, "{\"word\":\"one\"}");
        await(() -> copied("a") == 1);

        letConnect(false);
        send("a", 2, "{\"word\":\"two\"}");
        Await.until(Duration.ofSeconds(5), () -> false);
        letConnect(true);

        await(() -> copied("a") == 2);
        assertThat(node.inbox().parked()).isEmpty();
        assertThat(effects("a")).containsExactly(1L, 2L);
    }

    /** Opens the database, or closes it and ends every connection to it. */
    private void letConnect(boolean allowed) throws SQLException {
        String url = database.database().url();
        String name = url.substring(url.lastIndexOf('/') + 1);
        try (Connection superuser = BuildServers.postgres().superuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("ALTER DATABASE " + name + " ALLOW_CONNECTIONS " + allowed);
            if (!allowed) {
                statement.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            }
        }
    }

    private static Map<String, String> broker() {
        return kafka().client(KafkaServer.ADMIN);
    }

    private DeliveryNode node() {
        DeliveryNode node = new DeliveryNode(database, broker(), topic, DeliveryProbe.NONE);
        opened.add(node);
        return node;
    }

    private NodeProcess process(String role, String moment) {
        return new NodeProcess(database.database(), broker(), topic, role, moment);
    }

    /** So many changes of one counter, each in its own transaction, as a service would make them. */
    private void count(DeliveryNode node, String key, int times) {
        for (int i = 0; i < times; i++) {
            database.work().asSystem("test", () -> {
                long revision = database.db().fetchSingle("""
                    INSERT INTO counter (key, revision) VALUES (?, 1)
                    ON CONFLICT (key) DO UPDATE SET revision = counter.revision + 1 RETURNING revision
                    """, key).get(0, Long.class);
                node.outbox()
                        .add(new Outbox.Message(
                                topic, key, revision, "test.counted", "{\"word\":\"word" + revision + "\"}"));
                return null;
            });
        }
    }

    private void add(DeliveryNode node, String key, long revision, @Nullable String payload) {
        database.work().asSystem("test", () -> {
            node.outbox().add(new Outbox.Message(topic, key, revision, "test.counted", payload));
            return null;
        });
    }

    /** A killed relay's claim ends with its connection, a moment after the process. */
    private void drain(DeliveryNode node) {
        await(() -> {
            node.relay().drain();
            return waiting() == 0;
        });
    }

    private long waiting() {
        return database.work()
                .asSystem(
                        "test",
                        () -> database.db()
                                .fetchSingle("SELECT count(*) FROM outbox")
                                .get(0, Long.class));
    }

    /** Revision of the copy of a key; 0 when there is none. */
    private long copied(String key) {
        return database.db()
                .fetchSingle("SELECT coalesce(max(revision), 0) FROM copy WHERE key = ?", key)
                .get(0, Long.class);
    }

    private List<Long> effects(String key) {
        return database.db()
                .fetch("SELECT revision FROM effect WHERE key = ? ORDER BY id", key)
                .getValues(0, Long.class);
    }

    private String dump() {
        String rows = database.db()
                .fetchSingle("SELECT string_agg(key || ' ' || revision || ' ' || word, ';' ORDER BY key) FROM copy")
                .get(0, String.class);
        return rows == null ? "" : rows;
    }

    private void send(String key, long revision, String payload) throws Exception {
        send(key, Long.toString(revision), payload);
    }

    private void send(String key, String revision, String payload) throws Exception {
        Map<String, Object> settings = Map.copyOf(broker());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<String, String>(topic, key, payload);
            message.headers().add("ce_revision", revision.getBytes(StandardCharsets.UTF_8));
            producer.send(message).get(20, TimeUnit.SECONDS);
        }
    }

    private List<Long> revisions(String key) {
        return log().getOrDefault(key, List.of());
    }

    /** Everything the broker holds, revisions by key in the order they lie there. */
    private Map<String, List<Long>> log() {
        Map<String, Object> settings = Map.copyOf(broker());
        Map<String, List<Long>> revisions = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (PartitionInfo partition : consumer.partitionsFor(topic)) {
                partitions.add(new TopicPartition(topic, partition.partition()));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                for (ConsumerRecord<String, String> line : consumer.poll(Duration.ofMillis(200))) {
                    String revision =
                            new String(line.headers().lastHeader("ce_revision").value(), StandardCharsets.UTF_8);
                    revisions
                            .computeIfAbsent(line.key(), k -> new ArrayList<>())
                            .add(Long.valueOf(revision));
                }
            }
        }
        return revisions;
    }

    private static void await(BooleanSupplier condition) {
        assertThat(Await.until(PATIENCE, condition)).as("in time").isTrue();
    }

    private static KafkaServer kafka() {
        return java.util.Objects.requireNonNull(broker);
    }
}
