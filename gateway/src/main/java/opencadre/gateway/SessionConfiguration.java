package opencadre.gateway;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/** Sessions in the database, shared by all instances, and the cookie that names them. */
@Configuration
@EnableJdbcHttpSession
class SessionConfiguration {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> idleTime(GatewayProperties properties) {
        return store -> {
            store.setDefaultMaxInactiveInterval(properties.session().idle());
            store.setSessionIdGenerator(SessionConfiguration::sessionName);
        };
    }

    /** As many random bits (216) as the column of its name has room for; a random UUID has 122. */
    private static String sessionName() {
        byte[] random = new byte[27];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().encodeToString(random);
    }

    @Bean
    @Primary
    CachedSessions<?> sessions(JdbcIndexedSessionRepository store, GatewayProperties properties) {
        return new CachedSessions<>(store, properties.session());
    }

    /** Never sent with what another site starts; {@link LoginRoundTrip} has a cookie of its own for the way back. */
    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("__Host-opencadre");
        // Browsers send it over http to localhost too.
        cookie.setUseSecureCookie(true);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setCookiePath("/");
        cookie.setSameSite("Strict");
        return cookie;
    }
}
