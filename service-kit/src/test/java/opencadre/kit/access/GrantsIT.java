package opencadre.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GrantsIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Grants grants = new Grants(DATABASE.db(), new Places(DATABASE.db(), Places.Fences.BOTH));

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void anOlderVersionThanTheOneHereChangesNothing() {
        replace("s1", "lan", 3, clerk());
        replace("s1", "lan", 2);

        assertThat(grants.find("s1").orElseThrow().authzVersion()).isEqualTo(3);
        assertThat(grants.find("s1").orElseThrow().grants()).hasSize(1);
    }

    @Test
    void anAccountThatIsRenamedKeepsItsVersion() {
        replace("s2", "mai", 5, clerk());
        replace("s2", "mai.moi", 6);

        assertThat(grants.find("s2").orElseThrow().username()).isEqualTo("mai.moi");
        assertThat(grants.known("s2", TODAY).orElseThrow().authzVersion()).isEqualTo(6);
    }

    @Test
    void rightsDoNotPassWithAUserName() {
        replace("s3", "nga", 5, clerk());
        replace("s4", "nga", 1);

        assertThat(grants.find("s4").orElseThrow().grants()).isEmpty();
        assertThat(grants.find("s3").orElseThrow().grants()).hasSize(1);
        assertThat(grants.find("s3").orElseThrow().username()).isEqualTo("s3");
    }

    @Test
    void onlyGrantsOfTheDayAreInForce() {
        Grant ended = new Grant("FILE_CLERK", UUID.randomUUID(), List.of(), 0, TODAY.minusDays(9), TODAY);
        Grant ahead = new Grant("FILE_CLERK", UUID.randomUUID(), List.of(), 0, TODAY.plusDays(1), null);
        Grant lastDay = new Grant("UNIT_HEAD", UUID.randomUUID(), List.of(5), 1, TODAY, TODAY.plusDays(1));
        replace("s5", "oanh", 1, ended, ahead, lastDay);

        assertThat(grants.known("s5", TODAY).orElseThrow().grants())
                .extracting(Grants.InForce::grant)
                .containsExactly(lastDay);
    }

    private void replace(String account, String username, long version, Grant... held) {
        DATABASE.work().asSystem("test", () -> {
            grants.replace(new Grants.Account(account, username, version, List.of(held)));
            return null;
        });
    }

    private static Grant clerk() {
        return new Grant("FILE_CLERK", UUID.randomUUID(), List.of(), 0, TODAY, null);
    }
}
