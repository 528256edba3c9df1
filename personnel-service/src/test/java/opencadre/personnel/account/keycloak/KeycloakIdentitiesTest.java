package opencadre.personnel.account.keycloak;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.IdentityProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeycloakIdentitiesTest {

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aProviderThatTakesTheCallAndSaysNothingIsUnreachable() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                KeycloakIdentities identities = new KeycloakIdentities(new KeycloakProperties(
                        "http://127.0.0.1:" + silent.getLocalPort(), "opencadre", "client", "secret"))) {
            assertThatThrownBy(() -> identities.settle(
                            "account", new IdentityProvider.Standing(2, true, "Lê Lan", Account.ToTell.NOTHING)))
                    .isInstanceOf(IdentityProvider.Unreachable.class);
        }
    }
}
