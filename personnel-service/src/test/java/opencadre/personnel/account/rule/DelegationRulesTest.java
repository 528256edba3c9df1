package opencadre.personnel.account.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.time.Period;
import opencadre.personnel.account.rule.DelegationRules.Extent;
import opencadre.personnel.account.rule.DelegationRules.Part;
import opencadre.personnel.account.rule.DelegationRules.Receiver;
import opencadre.personnel.account.rule.GrantRules.Breach;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DelegationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Extent HELD = new Extent(Set.of(2, 3), 1, Period.since(LocalDate.of(2025, 7, 1)));
    private static final UUID LAN = new UUID(0, 1);

    @Test
    void aPartOfWhatIsHeldIsHandedOn() {
        assertThat(part(HELD, new Extent(Set.of(3), 0, days(30)))).isEmpty();
        assertThat(part(new Extent(Set.of(), 1, HELD.days()), new Extent(Set.of(), 1, days(90))))
                .isEmpty();
    }

    @Test
    void neverMoreThanIsHeld() {
        assertThat(part(HELD, new Extent(Set.of(3, 4), 0, days(30)))).containsExactly("delegates-more-than-held");
        assertThat(part(HELD, new Extent(Set.of(), 0, days(30)))).containsExactly("delegates-more-than-held");
        assertThat(part(HELD, new Extent(Set.of(3), 2, days(30)))).containsExactly("delegates-more-than-held");
        Extent endsSoon = new Extent(Set.of(), 1, new Period(LocalDate.of(2025, 7, 1), TODAY.plusDays(10)));
        assertThat(part(endsSoon, new Extent(Set.of(), 0, days(11)))).containsExactly("delegates-more-than-held");
        assertThat(codes(DelegationRules.ofPart(
                        new Part(false, false, false, HELD, new Extent(Set.of(3), 0, days(30))), TODAY, 90)))
                .containsExactly("delegates-more-than-held");
    }

    @Test
    void forATimeAndFromTodayOn() {
        assertThat(part(HELD, new Extent(Set.of(3), 0, days(91)))).containsExactly("delegated-for-too-long");
        assertThat(part(HELD, new Extent(Set.of(3), 0, Period.since(TODAY)))).containsExactly("delegated-for-too-long");
        assertThat(part(HELD, new Extent(Set.of(3), 0, new Period(TODAY.minusDays(1), TODAY.plusDays(5)))))
                .containsExactly("delegation-begins-in-the-past");
    }

    @Test
    void whatWasHandedOnIsNotHandedOnAgainNorTheOwnRecord() {
        Extent asked = new Extent(Set.of(3), 0, days(30));
        assertThat(codes(DelegationRules.ofPart(new Part(true, false, true, HELD, asked), TODAY, 90)))
                .containsExactly("delegated-once-only");
        assertThat(codes(DelegationRules.ofPart(new Part(false, true, true, HELD, asked), TODAY, 90)))
                .containsExactly("own-record-stays");
    }

    @Test
    void toAnotherPersonWhoMaySignInAndAdministersNothing() {
        assertThat(receiver("a", null, true, false)).containsExactly("delegates-to-oneself");
        assertThat(receiver("b", LAN, true, false)).containsExactly("delegates-to-oneself");
        assertThat(receiver("b", null, true, true)).containsExactly("administrator-opens-no-dossier");
        assertThat(receiver("b", null, false, false)).containsExactly("account-is-disabled");
        assertThat(receiver("b", new UUID(0, 2), true, false)).isEmpty();
    }

    private static List<String> receiver(String account, @Nullable UUID person, boolean enabled, boolean administers) {
        return codes(DelegationRules.ofReceiver(new Receiver("a", LAN, account, person, enabled, administers)));
    }

    private static List<String> part(Extent held, Extent asked) {
        return codes(DelegationRules.ofPart(new Part(false, false, true, held, asked), TODAY, 90));
    }

    private static Period days(int days) {
        return new Period(TODAY, TODAY.plusDays(days));
    }

    private static List<String> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }
}
