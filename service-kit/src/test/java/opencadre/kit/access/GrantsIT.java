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

    @Test
    void whatIsHandedOnNamesWhoHandedItOnAndIsFoundByThem() {
        Grant own = clerk();
        Grant part = new Grant("FILE_CLERK", own.unitId(), List.of(), 0, TODAY, TODAY.plusDays(5))
                .numbered(UUID.randomUUID(), new Grant.Delegation(own.id(), "s6"));
        replace("s6", "phuong", 1, own);
        replace("s7", "quyen", 1, part, clerk());

        assertThat(grants.find("s7").orElseThrow().grants()).contains(part);
        assertThat(grants.handedOnBy("s6")).containsExactly(new Grants.Handed("s7", "quyen", part));
        assertThat(grants.handedOnBy("s7")).isEmpty();
    }

    @Test
    void anAccountThatIsKnownAlreadyStaysAsItIs() {
        replace("s8", "son", 3, clerk());
        DATABASE.work().asSystem("test", () -> {
            grants.know("s8", "son", 0);
            grants.know("s9", "tam", 4);
            return null;
        });

        assertThat(grants.find("s8").orElseThrow().grants()).hasSize(1);
        assertThat(grants.find("s9").orElseThrow().authzVersion()).isEqualTo(4);
    }

    @Test
    void aHandIsTheAccountAndWhoeverItIsOf() {
        UUID holder = UUID.randomUUID();
        UUID own = UUID.randomUUID();
        DATABASE.work().asSystem("test", () -> {
            grants.replace(new Grants.Account("s10", "uyen", holder, 1, List.of(clerk())));
            grants.replace(new Grants.Account("s11", "uyen.2", holder, 1, List.of()));
            grants.replace(new Grants.Account(
                    "s12",
                    "van",
                    1,
                    List.of(new Grant(Access.OWN_RECORD, UUID.randomUUID(), own, List.of(), 0, TODAY, null))));
            return null;
        });

        assertThat(grants.known("s10", TODAY).orElseThrow().hands()).containsExactlyInAnyOrder("s10", "" + holder);
        assertThat(grants.hands(List.of("s11", "of nobody")))
                .containsExactlyInAnyOrder("s11", "" + holder, "of nobody");
        assertThat(grants.hands(List.of("s12"))).containsExactlyInAnyOrder("s12", "" + own);
        assertThat(grants.find("s11").orElseThrow().holder()).isEqualTo(holder);
    }

    @Test
    void aRightEndsWithItsUnitAndWhatWasHandedOnOfItToo() {
        UUID old = UUID.randomUUID();
        UUID successor = UUID.randomUUID();
        UUID below = UUID.randomUUID();
        DATABASE.work().asSystem("test", () -> {
            Units units = new Units(DATABASE.db());
            units.put(new Units.Node(old, 1, null, 9_000_100, 9_000_199, TODAY));
            units.put(new Units.Node(below, 1, old, 9_000_110, 9_000_119));
            units.put(new Units.Node(successor, 1, null, 9_000_200, 9_000_299));
            return null;
        });
        Grant own = new Grant("UNIT_HEAD", old, List.of(), 0, TODAY.minusDays(9), null);
        Grant part = new Grant("UNIT_HEAD", below, List.of(), 0, TODAY.minusDays(9), null)
                .numbered(UUID.randomUUID(), new Grant.Delegation(own.id(), "s13"));
        Grant record = new Grant(Access.OWN_RECORD, old, UUID.randomUUID(), List.of(), 0, TODAY.minusDays(9), null);
        replace("s13", "xuan", 1, own, record);
        replace("s14", "yen", 1, part);

        assertThat(inForce("s13", TODAY.minusDays(1))).containsExactlyInAnyOrder(own, record);
        assertThat(inForce("s14", TODAY.minusDays(1))).containsExactly(part);
        assertThat(inForce("s13", TODAY)).containsExactly(record);
        assertThat(inForce("s14", TODAY)).isEmpty();
        assertThat(grants.find("s13").orElseThrow().grants()).contains(own);
    }

    private List<Grant> inForce(String account, LocalDate day) {
        return grants.known(account, day).orElseThrow().grants().stream()
                .map(Grants.InForce::grant)
                .toList();
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
