package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsTest {

    @Test
    void readsTheDemoAccountsFromTheRealmFile() {
        List<Accounts.Account> accounts = Accounts.in(Parts.root().resolve(KeycloakServer.REALM_FILE));

        assertThat(accounts)
                .hasSize(6)
                .contains(new Accounts.Account(
                        "tochuc.tinh", "Demo-2026-tochuc.tinh", "Lê Thu Trang", List.of("officer")));
    }
}
