package opencadre.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code opencadre}.
 *
 * @param issuer the realm as browsers and tokens name it, as {@code http://localhost:8180/realms/opencadre}
 * @param identityUrl the same realm as the gateway itself reaches it; differs where browsers come through a proxy
 * @param publicUrl where browsers find the gateway
 * @param clientSecret secret of the client {@code gateway}
 * @param services short name of a service to its address; its paths are {@code /api/<name>/**}
 * @param bodyLimit the largest body a browser may send
 * @param importLimit the largest file a browser may send, as a workbook or a paper of a dossier
 * @param rate how often one session, or one address without a session, may ask
 * @param session how long sessions live and how they are read
 * @param identityPatience how long to wait for the identity provider
 * @param servicePatience how long to wait for a service
 */
@ConfigurationProperties("opencadre")
record GatewayProperties(
        String issuer,
        String identityUrl,
        String publicUrl,
        String clientSecret,
        Map<String, String> services,
        DataSize bodyLimit,
        DataSize importLimit,
        Rate rate,
        Sessions session,
        Patience identityPatience,
        Patience servicePatience) {

    /**
     * How often.
     *
     * @param perSecond in the long run
     * @param burst at once, after a rest
     */
    record Rate(int perSecond, int burst) {}

    /**
     * How sessions are kept.
     *
     * @param idle how long a session lives without a request
     * @param cache how long a session is not read again; also how long an end told to another instance may go unseen
     * @param touch how often at most its last use is written down
     */
    record Sessions(Duration idle, Duration cache, Duration touch) {}

    /**
     * How long to wait.
     *
     * @param connect for the connection
     * @param read for the answer
     */
    record Patience(Duration connect, Duration read) {}

    /** Scheme, host and port of the login page. */
    String issuerOrigin() {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** An address of the realm that the gateway itself calls, by its last step: {@code token}, {@code certs}. */
    String identityEndpoint(String name) {
        return identityUrl + "/protocol/openid-connect/" + name;
    }
}
