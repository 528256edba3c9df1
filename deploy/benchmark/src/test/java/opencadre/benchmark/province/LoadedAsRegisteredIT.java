package opencadre.benchmark.province;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import opencadre.demo.Accounts;
import opencadre.demo.Answer;
import opencadre.demo.Officer;
import opencadre.local.Await;
import opencadre.local.KafkaServer;
import opencadre.local.Progress;
import opencadre.local.Stack;
import opencadre.local.StackSettings;
import opencadre.local.Trees;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A small province in the real house: what was loaded is what the API would have written, row by row in every table of
 * every service, and record by record on the topics.
 */
class LoadedAsRegisteredIT {

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root"));
    private static final Path FOLDER = ROOT.resolve("deploy/benchmark/target/loaded");
    private static final Province PROVINCE = new Province(7, 300, 240);
    private static final List<String> SERVICES = List.of("personnel", "training", "planning");

    /** What belongs to a request, or is on its way. */
    private static final List<String> NOT_OF_A_PERSON = List.of("audit", "outbox");

    private static final GeneratedUnit UNIT = PROVINCE.units().getLast();
    private static final UUID OTHER_UNIT = UUID.fromString("019a8f00-0000-7000-8000-00000000aaaa");
    private static final GeneratedPerson PERSON = last();

    private static Stack stack;
    private static String registered = "";
    private static String registeredPost = "";

    @BeforeAll
    static void settle() {
        Trees.delete(FOLDER);
        stack = Stack.start(StackSettings.disposable(ROOT, FOLDER), Progress.SILENT);
        try (Loading loading = new Loading(stack.database("personnel"), Clock.systemUTC(), stack.legalDayBegins())) {
            loading.units(PROVINCE);
            loading.people(PROVINCE);
        }
        Officer administrator = officer("quantri");
        administrator
                .put(
                        "/api/personnel/units/" + OTHER_UNIT,
                        Map.of(
                                "tree", UNIT.tree().name(),
                                "name", UNIT.name(),
                                "type", UNIT.type(),
                                "agencyCode", "other-unit",
                                "parentId", String.valueOf(UNIT.parentId()),
                                "validFrom", Province.FOUNDED.toString(),
                                "instrument", Province.INSTRUMENT))
                .orEnd("The other unit");
        administrator
                .put(
                        "/api/personnel/accounts/tochuc.tinh/grants",
                        Map.of(
                                "grants",
                                PROVINCE.units().stream()
                                        .filter(unit -> unit.parentId() == null)
                                        .map(unit -> Map.of(
                                                "role", "PROV_ORG_OFFICER",
                                                "unitId", unit.id().toString(),
                                                "validFrom", "2025-07-01"))
                                        .toList()),
                        Map.of("If-Match", "\"0\""))
                .orEnd("The rights of the officer");
        Answer answer = officer("tochuc.tinh")
                .post(
                        "/api/personnel/people",
                        Map.of(
                                "fullName", PERSON.fullName(),
                                "sex", PERSON.sex(),
                                "birth", PERSON.birth().toString(),
                                "fileNumber", "other-file",
                                "idNumber", otherIdNumber(),
                                "assignment",
                                        Map.of(
                                                "unitId", PERSON.unit().id().toString(),
                                                "title", PERSON.title(),
                                                "managementScope",
                                                        PERSON.scope().name(),
                                                "validFrom", PERSON.since().toString())),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .orEnd("The registration");
        registered = answer.body().path("id").asString();
        registeredPost = answer.body().path("assignments").path(0).path("id").asString();
    }

    @AfterAll
    static void close() {
        stack.close();
    }

    @Test
    void everyServiceCountsEveryone() {
        awaitEveryone();
    }

    @Test
    void aLoadedPersonHasTheRowsOfARegisteredOne() throws SQLException {
        awaitEveryone();
        for (String service : SERVICES) {
            Map<String, List<String>> loaded = rows(service, PERSON.id().toString(), loadedWords());
            Map<String, List<String>> expected = rows(service, registered, registeredWords());

            assertThat(loaded).as(service).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void aLoadedUnitHasTheRowsOfAnEstablishedOneAndTheNumbersBeforeIt() throws SQLException {
        String size = Long.toString(UNIT.hi() - UNIT.lo() + 1);
        assertThat(one("SELECT lo - " + UNIT.lo() + " FROM unit_node WHERE unit_id = '" + OTHER_UNIT + "'"))
                .isEqualTo(size);
        assertThat(one("SELECT hi - lo + 1 FROM unit_node WHERE unit_id = '" + OTHER_UNIT + "'"))
                .isEqualTo(size);
        awaitEveryone();
        for (String service : SERVICES) {
            Map<String, List<String>> loaded = ofUnit(service, UNIT.id(), UNIT.agencyCode());
            Map<String, List<String>> expected = ofUnit(service, OTHER_UNIT, "other-unit");

            assertThat(loaded).as(service).isNotEmpty().isEqualTo(expected);
        }
    }

    @Test
    void theRecordsOnTheTopicsAreTheSame() {
        awaitEveryone();
        Map<String, String> people = records("personnel.person.v1");
        assertThat(told(people, PERSON.id().toString(), loadedWords()))
                .isEqualTo(told(people, registered, registeredWords()));
        Map<String, String> units = records("personnel.unit.v1");
        assertThat(withoutPosition(told(units, UNIT.id().toString(), Map.of(UNIT.agencyCode(), "code"))))
                .isEqualTo(withoutPosition(told(units, OTHER_UNIT.toString(), Map.of("other-unit", "code"))));
    }

    private static void awaitEveryone() {
        Officer officer = officer("tochuc.tinh");
        for (String service : SERVICES) {
            assertThat(Await.until(
                            Duration.ofSeconds(60),
                            () -> officer.get("/api/" + service + "/people/count")
                                            .body()
                                            .path("total")
                                            .asLong()
                                    == PROVINCE.people() + 1))
                    .as(service)
                    .isTrue();
        }
    }

    private static String told(Map<String, String> records, String key, Map<String, String> words) {
        return plain(java.util.Objects.requireNonNull(records.get(key)).replace(key, "self"), words);
    }

    private static String withoutPosition(String record) {
        return record.replaceAll("\"(lo|hi)\":\\d+", "\"$1\":0");
    }

    /** Type, revision and value of each record. */
    private static Map<String, String> records(String topic) {
        Map<String, Object> settings = new HashMap<>(stack.kafka().client(KafkaServer.ADMIN));
        Map<String, String> records = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition ->
                            consumer.position(partition) < java.util.Objects.requireNonNull(ends.get(partition)))) {
                for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(200))) {
                    records.put(
                            each.key(),
                            header(each, "ce_type") + " " + header(each, "ce_revision") + " " + each.value());
                }
            }
        }
        return records;
    }

    private static String header(ConsumerRecord<String, String> each, String name) {
        return new String(each.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> ofUnit(String service, UUID id, String code) throws SQLException {
        Map<String, List<String>> rows = rows(service, id.toString(), Map.of(code, "code"));
        // People hang on one of the two.
        rows.keySet().removeAll(List.of("place", "person", "assignment", "post_copy"));
        rows.replaceAll((table, lines) -> lines.stream()
                .map(line -> line.replaceAll("\"(lo|hi)\": \\d+", "\"$1\": 0"))
                .toList());
        return rows;
    }

    /** Every row of every table that names this id as a uuid or as a key, but for ids, instants and who asked. */
    private static Map<String, List<String>> rows(String service, String id, Map<String, String> words)
            throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Connection connection = stack.postgres().superuser(service);
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            ResultSet found = statement.executeQuery(
                    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
                            + " AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'flyway%'");
            while (found.next()) {
                tables.add(found.getString(1));
            }
            tables.removeAll(NOT_OF_A_PERSON);
            for (String table : tables) {
                ResultSet lines = statement.executeQuery("SELECT to_jsonb(t)::text FROM " + table
                        + " t WHERE EXISTS (SELECT FROM jsonb_each_text(to_jsonb(t)) AS c WHERE c.value = '" + id
                        + "')");
                List<String> kept = new ArrayList<>();
                while (lines.next()) {
                    kept.add(plain(lines.getString(1).replace(id, "self"), words));
                }
                if (!kept.isEmpty()) {
                    rows.put(table, kept.stream().sorted().toList());
                }
            }
        }
        return rows;
    }

    private static String plain(String line, Map<String, String> words) {
        String plain = line;
        for (Map.Entry<String, String> word : words.entrySet()) {
            plain = plain.replace(word.getKey(), word.getValue());
        }
        return plain.replaceAll("\"\\d{4}-\\d{2}-\\d{2}T[^\"]*\"", "\"instant\"")
                .replaceAll("\"recorded_by\": \"[^\"]*\"", "\"recorded_by\": \"account\"");
    }

    private static Map<String, String> loadedWords() {
        return Map.of(
                PERSON.assignmentId().toString(), "post",
                PERSON.fileNumber(), "file",
                PERSON.idNumber(), "number");
    }

    private static Map<String, String> registeredWords() {
        return Map.of(registeredPost, "post", "other-file", "file", otherIdNumber(), "number");
    }

    private static String otherIdNumber() {
        return PERSON.idNumber().substring(0, 6) + "999999";
    }

    private static String one(String sql) throws SQLException {
        try (Connection connection = stack.postgres().superuser("personnel");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static GeneratedPerson last() {
        List<GeneratedPerson> people = new ArrayList<>();
        PROVINCE.eachPerson(people::add);
        return people.getLast();
    }

    private static Officer officer(String username) {
        return Accounts.signedIn(stack.publicUrl(), ROOT.resolve("deploy/demo/accounts.json"), username);
    }
}
