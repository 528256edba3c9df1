package opencadre.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import opencadre.kit.access.ScopedWork;
import opencadre.local.Database;
import opencadre.local.FreePorts;
import opencadre.local.KafkaServer;
import opencadre.local.PostgresServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A database with the kit's tables and a broker with one topic, on free ports, gone afterwards. */
final class Ground implements AutoCloseable {

    static final String DRAINED = "benchmark.drain.v1";
    static final String FOLLOWED = "benchmark.lag.v1";
    /** The bare loop's own: what it sends has no revision, and the inbox would park it. */
    static final String FOLLOWED_BARE = "benchmark.bare.v1";

    private static final int PARTITIONS = 6;

    private final PostgresServer postgres;
    private final KafkaServer kafka;
    private final HikariDataSource pool;
    private final DSLContext db;
    private final DataSourceTransactionManager transactions;
    private final ScopedWork work;

    Ground() {
        Path folder = temporary();
        List<Integer> ports = FreePorts.some(3);
        postgres = PostgresServer.start(folder.resolve("postgres"), ports.get(0), folder.resolve("postgres.log"));
        kafka = KafkaServer.start(folder.resolve("kafka"), ports.get(1), ports.get(2), folder.resolve("kafka.log"));
        Database database = postgres.ensureDatabase("benchmark");
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/kit")
                .placeholders(Map.of("app", database.app()))
                .load()
                .migrate();
        DSL.using(database.url(), database.owner(), database.ownerPassword())
                .execute("CREATE TABLE copy (key text PRIMARY KEY, revision bigint NOT NULL, payload text NOT NULL);"
                        + "GRANT SELECT, INSERT, UPDATE ON copy TO " + database.app());
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.app());
        pool.setPassword(database.appPassword());
        db = DSL.using(new TransactionAwareDataSourceProxy(pool), SQLDialect.POSTGRES);
        transactions = new DataSourceTransactionManager(pool);
        work = new ScopedWork(transactions, db);
        try (Admin admin = Admin.create(Map.copyOf(kafka.client(KafkaServer.ADMIN)))) {
            admin.createTopics(Stream.of(DRAINED, FOLLOWED, FOLLOWED_BARE)
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    DSLContext db() {
        return db;
    }

    ScopedWork work() {
        return work;
    }

    DataSourceTransactionManager transactions() {
        return transactions;
    }

    Map<String, Object> broker() {
        return Map.copyOf(kafka.client(KafkaServer.ADMIN));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("opencadre-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
        kafka.close();
        postgres.close();
    }
}
