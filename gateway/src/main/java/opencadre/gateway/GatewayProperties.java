package opencadre.gateway;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code opencadre}.
 *
 * @param issuer the realm, as {@code http://localhost:8180/realms/opencadre}
 * @param publicUrl where browsers find the gateway
 * @param clientSecret secret of the client {@code gateway}
 * @param services short name of a service to its address; its paths are {@code /api/<name>/**}
 */
@ConfigurationProperties("opencadre")
record GatewayProperties(String issuer, String publicUrl, String clientSecret, Map<String, String> services) {}
