package opencadre.kit;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.events.SystemWork;
import opencadre.local.BuildServers;
import opencadre.local.Database;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** A fresh database with the kit's tables, seen as the application role sees it: row-level security is forced. */
public final class TestDatabase implements AutoCloseable {

    private final Database database;
    private final HikariDataSource pool;
    private final DSLContext db;
    private final DataSourceTransactionManager transactions;

    private TestDatabase(Database database, HikariDataSource pool) {
        this.database = database;
        this.pool = pool;
        var configuration = new DefaultConfiguration();
        configuration.set(new TransactionAwareDataSourceProxy(pool));
        configuration.set(SQLDialect.POSTGRES);
        configuration.set(new DefaultExecuteListenerProvider(ExceptionTranslatorExecuteListener.DEFAULT));
        this.db = DSL.using(configuration);
        this.transactions = new DataSourceTransactionManager(pool);
    }

    /** Makes one; further migrations lie in {@code locations}, as {@code classpath:db/migration}. */
    public static TestDatabase create(String... locations) {
        Database database = BuildServers.freshDatabase("kit");
        String[] all = new String[locations.length + 1];
        all[0] = "classpath:db/kit";
        System.arraycopy(locations, 0, all, 1, locations.length);
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations(all)
                .placeholders(Map.of("app", database.app()))
                .load()
                .migrate();
        return of(database);
    }

    /** One that exists. */
    public static TestDatabase of(Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.app());
        pool.setPassword(database.appPassword());
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(2_000);
        return new TestDatabase(database, pool);
    }

    public DSLContext db() {
        return db;
    }

    public DataSource dataSource() {
        return pool;
    }

    public Database database() {
        return database;
    }

    public SystemWork systemWork() {
        return work()::asSystem;
    }

    public ScopedWork work() {
        return new ScopedWork(transactions, db);
    }

    /** Runs statements as the owner of the tables, as a migration would. */
    public void asOwner(String sql) {
        DSL.using(database.url(), database.owner(), database.ownerPassword()).execute(sql);
    }

    @Override
    public void close() {
        pool.close();
    }
}
