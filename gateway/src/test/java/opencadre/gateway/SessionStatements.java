package opencadre.gateway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Listens to what the gateway asks of its session tables. */
final class SessionStatements implements BeanPostProcessor {

    private final List<String> prepared = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** No connection is to be had while this runs. */
    void whileDatabaseIsAway(Runnable work) {
        away = true;
        try {
            work.run();
        } finally {
            away = false;
        }
    }

    void forget() {
        prepared.clear();
    }

    long count(String verb) {
        return prepared.stream().filter(sql -> sql.startsWith(verb)).count();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Listening(source) : bean;
    }

    private final class Listening extends DelegatingDataSource {

        Listening(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("away");
            }
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement") && arguments[0] instanceof String sql) {
                            prepared.add(sql.strip().toUpperCase(Locale.ROOT));
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
