package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Tokens as an attacker would make them. What a provider would never sign needs its key, so the key here is the test's
 * own; that the services accept what the real provider signs is tried by every other test.
 */
class TokenCheckTest {

    private static final RSAKey OURS = key("ours");
    private static final RSAKey THEIRS = key("ours");
    private static HttpServer keys;
    private static String issuer;
    private static TokenCheck check;

    @BeforeAll
    static void serveTheKeys() throws IOException {
        keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] set = new JWKSet(OURS.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        keys.createContext("/realms/opencadre/protocol/openid-connect/certs", exchange -> {
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        keys.start();
        issuer = "http://127.0.0.1:" + keys.getAddress().getPort() + "/realms/opencadre";
        check = new TokenCheck(issuer, "personnel-service", Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        keys.stop(0);
    }

    @Test
    void acceptsWhatTheProviderSignedForThisService() throws JOSEException {
        assertThat(check.decode(signed(claims -> claims)).getSubject()).isEqualTo("somebody");
    }

    @Test
    void refusesClaimsThatAreNotForThisServiceNow() throws JOSEException {
        Instant now = Instant.now();
        refused("expired", signed(c -> c.expirationTime(Date.from(now.minusSeconds(10)))));
        refused("not yet valid", signed(c -> c.notBeforeTime(Date.from(now.plusSeconds(60)))));
        refused("another issuer", signed(c -> c.issuer("http://127.0.0.1:1/realms/opencadre")));
        refused("another realm", signed(c -> c.issuer(issuer.replace("opencadre", "master"))));
        refused("no issuer", signed(c -> c.issuer(null)));
        refused("another service", signed(c -> c.audience("planning-service")));
        refused("two audiences", signed(c -> c.audience(List.of("personnel-service", "planning-service"))));
        refused("the account console", signed(c -> c.audience("account")));
        refused("no audience", signed(c -> c.audience((String) null)));
        refused("another client", signed(c -> c.claim("azp", "personnel-service")));
        refused("no client", signed(c -> c.claim("azp", null)));
        refused("an ID token", signed(c -> c.claim("typ", "ID")));
        refused("a refresh token", signed(c -> c.claim("typ", "Refresh")));
        refused("of no kind", signed(c -> c.claim("typ", null)));
    }

    @Test
    void refusesEverySignatureButOurRsa() throws JOSEException {
        String good = signed(claims -> claims);
        String[] parts = good.split("\\.", -1);
        refused("alg none", new PlainJWT(claims().build()).serialize());
        refused("alg none over good claims", encoded("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        refused("signature left out", parts[0] + "." + parts[1] + ".");
        refused("another key of the same name", with(JWSAlgorithm.RS256, "ours", new RSASSASigner(THEIRS)));
        refused("a key nobody knows", with(JWSAlgorithm.RS256, "theirs", new RSASSASigner(THEIRS)));
        refused("another algorithm of the same key", with(JWSAlgorithm.PS256, "ours", new RSASSASigner(OURS)));
        refused("a longer hash of the same key", with(JWSAlgorithm.RS512, "ours", new RSASSASigner(OURS)));
        refused(
                "an elliptic curve",
                with(JWSAlgorithm.ES256, "ours", new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())));
        refused(
                "the public key as a shared secret",
                with(
                        JWSAlgorithm.HS256,
                        "ours",
                        new MACSigner(OURS.toRSAPublicKey().getEncoded())));
        refused(
                "the public key as text as a shared secret",
                with(
                        JWSAlgorithm.HS256,
                        "ours",
                        new MACSigner(OURS.toPublicJWK().toJSONString())));
        refused("claims exchanged", parts[0] + "." + encoded("{\"sub\":\"admin\"}") + "." + parts[2]);
        refused(
                "a key that the token brings along",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(THEIRS.toPublicJWK())
                                .build(),
                        new RSASSASigner(THEIRS)));
        refused(
                "a key set that the token names",
                signed(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwkURL(java.net.URI.create(issuer + "/elsewhere"))
                                .build(),
                        new RSASSASigner(THEIRS)));
    }

    @Test
    void refusesWhatIsNoToken() {
        for (String text : List.of("", ".", "..", "a.b.c", "not a token", "e30.e30.e30", "x".repeat(20_000))) {
            refused(text.length() > 20 ? "long" : text, text);
        }
    }

    private static void refused(String what, String token) {
        assertThatThrownBy(() -> check.decode(token)).as(what).isInstanceOf(JwtException.class);
        // Nor the second time, when a good one would be remembered.
        assertThatThrownBy(() -> check.decode(token)).as(what).isInstanceOf(JwtException.class);
    }

    private static JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject("somebody")
                .issuer(issuer)
                .audience("personnel-service")
                .claim("azp", "gateway")
                .claim("typ", "Bearer")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed(change.apply(claims()).build(), header(JWSAlgorithm.RS256, "ours"), new RSASSASigner(OURS));
    }

    private static String with(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        return signed(header(algorithm, keyId), signer);
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws JOSEException {
        return signed(claims().build(), header, signer);
    }

    private static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm, String keyId) {
        return new JWSHeader.Builder(algorithm)
                .keyID(keyId)
                .type(JOSEObjectType.JWT)
                .build();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
