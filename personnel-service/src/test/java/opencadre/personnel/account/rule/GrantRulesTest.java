package opencadre.personnel.account.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.time.Period;
import opencadre.personnel.account.rule.GrantRules.Breach;
import opencadre.personnel.account.rule.GrantRules.Kind;
import opencadre.personnel.account.rule.GrantRules.Parties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final UUID LAN = new UUID(0, 1);
    private static final UUID MAI = new UUID(0, 2);

    @Test
    void nobodyChangesTheOwnAccountNorAnotherOfTheSamePerson() {
        assertThat(codes(GrantRules.ofParties(new Parties("a", null, "a", null))))
                .containsExactly("own-grants");
        assertThat(codes(GrantRules.ofParties(new Parties("a", LAN, "b", LAN))))
                .containsExactly("own-grants-by-person");
        assertThat(GrantRules.ofParties(new Parties("a", LAN, "b", MAI))).isEmpty();
        assertThat(GrantRules.ofParties(new Parties("a", null, "b", null))).isEmpty();
    }

    @Test
    void whoeverAdministersOpensNoDossierAndTheOtherWayRound() {
        assertThat(codes(GrantRules.ofSeparation(Set.of(Kind.ADMINISTERING), Kind.DOSSIER)))
                .containsExactly("administrator-opens-no-dossier");
        assertThat(codes(GrantRules.ofSeparation(Set.of(Kind.PLAIN, Kind.DOSSIER), Kind.ADMINISTERING)))
                .containsExactly("dossier-role-administers-nothing");
        assertThat(GrantRules.ofSeparation(Set.of(Kind.DOSSIER, Kind.PLAIN), Kind.DOSSIER))
                .isEmpty();
        assertThat(GrantRules.ofSeparation(Set.of(Kind.ADMINISTERING), Kind.PLAIN))
                .isEmpty();
    }

    @Test
    void anActionNobodyHasHeardOfIsOfDossiers() {
        assertThat(GrantRules.kind(Set.of("self.read", "wage.read"))).isEqualTo(Kind.DOSSIER);
        assertThat(GrantRules.kind(Set.of("self.read", "unit.read"))).isEqualTo(Kind.PLAIN);
    }

    @Test
    void noRoleOfTheFilesAdministersAndOpensDossiers() {
        AccessContracts contracts = AccessContracts.of("personnel");

        assertThat(contracts.roles()).allSatisfy(role -> {
            Set<String> actions = contracts.actionsOf(List.of(role));
            Kind kind = GrantRules.kind(actions);
            assertThat(kind == Kind.ADMINISTERING).isEqualTo(role.equals("SYS_ADMIN"));
            assertThat(kind == Kind.ADMINISTERING && actions.contains("person.read"))
                    .isFalse();
        });
    }

    @Test
    void aRightHasDaysSomeOfThemAheadAndBeginsWithinTheYear() {
        assertThat(period(TODAY, TODAY)).containsExactly("ends-before-it-begins");
        assertThat(period(TODAY.minusDays(9), TODAY)).containsExactly("grant-is-over");
        assertThat(period(TODAY.plusMonths(12).plusDays(1), null)).containsExactly("grant-begins-too-late");
        assertThat(period(TODAY.minusYears(3), TODAY.plusDays(1))).isEmpty();
        assertThat(period(TODAY.plusMonths(12), null)).isEmpty();
    }

    @Test
    void theUnitStandsOnEveryDayThatIsStillToCome() {
        Period before = new Period(LocalDate.of(2015, 1, 1), LocalDate.of(2025, 7, 1));
        Period renamed = new Period(LocalDate.of(2025, 7, 1), TODAY.plusDays(30));
        Period since = Period.since(LocalDate.of(2025, 7, 1));

        assertThat(unit(List.of(), TODAY, null)).containsExactly("unknown-unit");
        assertThat(unit(List.of(before), TODAY, null)).containsExactly("unit-does-not-stand");
        assertThat(unit(List.of(renamed, before), TODAY, null)).containsExactly("unit-does-not-stand");
        assertThat(unit(List.of(renamed, before), TODAY, TODAY.plusDays(30))).isEmpty();
        assertThat(unit(List.of(renamed, before, Period.since(TODAY.plusDays(30))), TODAY, null))
                .isEmpty();
        assertThat(unit(List.of(since), LocalDate.of(2001, 1, 1), null)).isEmpty();
    }

    @Test
    void onlyTheRoleOfTheOwnRecordNamesADossier() {
        assertThat(codes(GrantRules.ofOwnRecord(true, false))).containsExactly("own-record-needs-a-file-number");
        assertThat(codes(GrantRules.ofOwnRecord(false, true))).containsExactly("only-own-record-has-a-file-number");
        assertThat(GrantRules.ofOwnRecord(true, true)).isEmpty();
    }

    private static List<String> period(LocalDate from, @Nullable LocalDate to) {
        return codes(GrantRules.ofPeriod(from, to, TODAY));
    }

    private static List<String> unit(List<Period> versions, LocalDate from, @Nullable LocalDate to) {
        return codes(GrantRules.ofUnit(versions, new Period(from, to), TODAY));
    }

    private static List<String> codes(List<Breach> breaches) {
        return breaches.stream().map(Breach::code).toList();
    }
}
