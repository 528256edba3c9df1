package opencadre.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackChannelLogoutIT extends RunningGateway {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static RSAKey realmKey = newKey();
    private static String keyId = "";

    @BeforeAll
    static void knowAKeyOfTheRealm() throws JOSEException {
        String pem =
                Base64.getMimeEncoder().encodeToString(realmKey.toPrivateKey().getEncoded());
        REALM.publishKey("-----BEGIN PRIVATE KEY-----\n" + pem + "\n-----END PRIVATE KEY-----");
        keyId = REALM.keyId(realmKey.getModulus().toString());
    }

    @Test
    void keycloakEndsASession() {
        LoginClient client = signedIn();
        assertThat(client.get("/api/personnel/officers").statusCode()).isEqualTo(200);

        REALM.logOut(OFFICER);

        isProblem(client.get("/api/personnel/officers"), 401, "not-signed-in");
        isProblem(client.get("/session"), 401, "not-signed-in");
    }

    @Test
    void aLogoutTokenEndsTheSessionsOfItsSubjectAloneAndWorksOnce() {
        LoginClient client = signedIn();
        LoginClient colleague = new LoginClient(URL).login(CLERK);
        String token = signed(logoutToken().build(), realmKey);

        assertThat(tell(token)).isEqualTo(200);

        assertThat(client.get("/session").statusCode()).isEqualTo(401);
        assertThat(colleague.get("/session").statusCode()).isEqualTo(200);
        LoginClient again = signedIn();
        assertThat(tell(token)).isEqualTo(400);
        assertThat(again.get("/session").statusCode()).isEqualTo(200);
    }

    @Test
    void aLogoutTokenThatIsNotKeycloaksOwnIsRefused() {
        LoginClient client = signedIn();

        assertThat(tell(signed(logoutToken().build(), newKey()))).as("forged").isEqualTo(400);
        assertThat(tell(signed(logoutToken().audience("training-service").build(), realmKey)))
                .as("for somebody else")
                .isEqualTo(400);
        assertThat(tell(signed(logoutToken().claim("events", null).build(), realmKey)))
                .as("without the event")
                .isEqualTo(400);
        assertThat(tell(signed(
                        logoutToken().claim("events", Map.of("other", Map.of())).build(), realmKey)))
                .as("with another event")
                .isEqualTo(400);
        assertThat(tell(signed(logoutToken().issuer("http://evil.example").build(), realmKey)))
                .as("from somebody else")
                .isEqualTo(400);
        assertThat(tell(signed(logoutToken().jwtID(null).build(), realmKey)))
                .as("without a name, so that it could be repeated")
                .isEqualTo(400);
        assertThat(tell(signed(
                        logoutToken()
                                .expirationTime(Date.from(Instant.now().minusSeconds(300)))
                                .build(),
                        realmKey)))
                .as("old")
                .isEqualTo(400);
        assertThat(tell("nonsense")).as("nonsense").isEqualTo(400);

        assertThat(client.get("/session").statusCode()).isEqualTo(200);
    }

    private static JWTClaimsSet.Builder logoutToken() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(KEYCLOAK.issuer())
                .audience("gateway")
                .subject(REALM.userId(OFFICER))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .claim("events", Map.of(EVENT, Map.of()));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(keyId)
                    .type(new JOSEObjectType("logout+jwt"))
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int tell(String token) {
        HttpResponse<String> answer = new LoginClient(URL)
                .send(HttpRequest.newBuilder(URI.create(URL + "/logout/connect/back-channel/keycloak"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)));
        hasAnswerHeaders(answer);
        return answer.statusCode();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
