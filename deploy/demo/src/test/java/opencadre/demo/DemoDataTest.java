package opencadre.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {

    private static final Path ROOT = Path.of(System.getProperty("opencadre.root"));
    private static final Path ACCOUNTS = ROOT.resolve("deploy/demo/accounts.json");
    private static final Path DATA = ROOT.resolve("deploy/demo/data");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DemoData data = DemoData.read(DATA, accounts());

    @Test
    void everyRowOfTheDemoIsReadable() {
        assertThat(data.refusals()).isEmpty();
        assertThat(data.units()).hasSizeGreaterThan(100);
        assertThat(data.people()).hasSizeGreaterThanOrEqualTo(390);
    }

    @Test
    void tenCommunesOfTheOldCityEndWithIt() {
        assertThat(data.units())
                .filteredOn(unit -> unit.parent().equals(java.util.Optional.of("tp-songcong")))
                .filteredOn(unit -> Set.of("PHUONG", "XA").contains(unit.type()))
                .filteredOn(unit -> unit.to().orElseThrow().toString().equals("2025-07-01"))
                .hasSize(10);
    }

    @Test
    void aUnitStandsAfterTheOneAboveIt() {
        List<String> keys = data.units().stream().map(UnitRow::key).toList();
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(data.units())
                .allMatch(unit -> unit.parent()
                        .map(parent -> keys.indexOf(parent) < keys.indexOf(unit.key()))
                        .orElse(true));
    }

    @Test
    void everyPersonHasAPostAndNobodyAnIdNumberThatExists() {
        assertThat(data.people()).noneMatch(person -> data.postsOf(person).isEmpty());
        assertThat(data.people())
                .allMatch(person -> person.idNumber()
                        .map(number -> number.startsWith("000"))
                        .orElse(true));
        assertThat(data.people()).extracting(PersonRow::sameness).doesNotHaveDuplicates();
    }

    @Test
    void plansNamePeopleAndSeatsThatAreThere() {
        List<Refusal> refusals = new ArrayList<>();
        Sheet plans = Sheet.read(DATA, "Quy hoạch", refusals);
        Set<String> people = data.people().stream().map(PersonRow::key).collect(Collectors.toSet());
        Set<String> seats = Sheet.read(DATA, "Ghế", refusals).lines().stream()
                .map(line -> line.get(0) + " " + line.get(1))
                .collect(Collectors.toSet());

        assertThat(refusals).isEmpty();
        assertThat(plans.lines()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(line -> {
            assertThat(people).contains(line.get(0));
            assertThat(seats).contains(line.get(1) + " " + line.get(2));
        });
    }

    @Test
    void refusesARowThatNamesSomethingUnknown() throws IOException {
        Files.writeString(folder.resolve("units.csv"), """
            key,tree,name,type,code,parent,from,to,instrument
            a,STATE,Tỉnh A,TINH,,,2025-07-01,,1/QĐ
            b,STATE,Phường B,PHUONG,,nowhere,2025-07-01,,1/QĐ
            """);
        Files.writeString(folder.resolve("grants.csv"), """
            account,role,unit,person,scopes,class,from,to
            nobody,FILE_CLERK,a,,,ORDINARY,2025-07-01,
            """);
        Files.writeString(folder.resolve("people.csv"), "key,account,full_name,sex,born,id_number\n");
        Files.writeString(folder.resolve("posts.csv"), "person,unit,title,scope,concurrent,from,to\n");

        assertThat(DemoData.read(folder, accounts()).refusals())
                .containsExactly(
                        new Refusal("units.csv", 3, "parent", "there is no nowhere"),
                        new Refusal("grants.csv", 2, "account", "there is no nobody"));
    }

    @Test
    void tellsInVietnameseWhatEachAccountSees() {
        List<String> lines = AccountTable.lines(DATA, ACCOUNTS, ROOT.resolve("contracts/access/roles.csv"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("vanthu.songcong ") && line.contains("Demo-2026-vanthu.songcong"))
                .contains("    Cán bộ tổ chức đơn vị: Đảng ủy phường Sông Công; Phường Sông Công;"
                        + " Ủy ban MTTQ Việt Nam phường Sông Công");
        assertThat(lines).noneMatch(line -> line.contains("_"));
    }

    private static Set<String> accounts() {
        return Accounts.in(ACCOUNTS).stream().map(Accounts.Account::username).collect(Collectors.toSet());
    }
}
