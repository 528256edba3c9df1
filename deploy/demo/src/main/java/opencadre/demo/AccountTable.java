package opencadre.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The demo accounts with what each may see: role and units, in Vietnamese. */
final class AccountTable {

    private static final Map<String, String> SCOPES = Map.of(
            "CENTRAL_POLITBURO", "Bộ Chính trị quản lý",
            "CENTRAL_SECRETARIAT", "Ban Bí thư quản lý",
            "PROVINCIAL_BTV", "Ban Thường vụ Tỉnh ủy quản lý",
            "PROVINCIAL_ORG_DEPT", "Ban Tổ chức Tỉnh ủy quản lý",
            "PROVINCIAL_AGENCY", "cơ quan cấp tỉnh quản lý",
            "COMMUNE_PARTY_COMMITTEE", "Đảng ủy xã, phường quản lý",
            "UNIT_HEAD", "thủ trưởng đơn vị quản lý",
            "DISTRICT_BTV", "Ban Thường vụ cấp ủy huyện quản lý");

    private final Map<String, String> roles;
    private final DemoData data;
    private final Map<String, String> units;

    private AccountTable(Map<String, String> roles, DemoData data) {
        this.roles = roles;
        this.data = data;
        this.units = data.units().stream().collect(Collectors.toMap(UnitRow::key, UnitRow::name));
    }

    /** The lines to print: one with name and password for each account, and one for each of its roles. */
    static List<String> lines(Path folder, Path accountsFile, Path rolesFile) {
        List<Accounts.Account> accounts = Accounts.in(accountsFile);
        Set<String> names = accounts.stream().map(Accounts.Account::username).collect(Collectors.toSet());
        Map<String, String> roles = new LinkedHashMap<>();
        Csv.read(rolesFile, row -> roles.put(row.text("role"), row.text("vi")), new ArrayList<>());
        AccountTable table = new AccountTable(roles, DemoData.read(folder, names));
        List<String> lines = new ArrayList<>();
        for (Accounts.Account account : accounts) {
            lines.add("%-18s %-28s %s".formatted(account.username(), account.password(), account.name()));
            table.sight(account).forEach(sight -> lines.add("    " + sight));
        }
        return lines;
    }

    private List<String> sight(Accounts.Account account) {
        List<String> sights = new ArrayList<>();
        if (account.realmRoles().contains("sys-admin")) {
            sights.add(roleName("SYS_ADMIN") + ": đơn vị và phân quyền, không mở hồ sơ nào");
        }
        Map<String, List<String>> byRole = new LinkedHashMap<>();
        for (GrantRow grant : data.grantsOf(account.username())) {
            byRole.computeIfAbsent(roleName(grant.role()) + scoped(grant), role -> new ArrayList<>())
                    .add(grant.person()
                            .map(person -> "hồ sơ " + person)
                            .orElseGet(() -> units.getOrDefault(grant.unit(), grant.unit())));
        }
        byRole.forEach((role, names) -> sights.add(role + ": " + String.join("; ", names)));
        return sights;
    }

    private static String scoped(GrantRow grant) {
        List<String> names = grant.scopes().stream()
                .map(scope -> SCOPES.getOrDefault(scope, scope))
                .toList();
        return names.isEmpty() ? "" : " (diện " + String.join(", ", names) + ")";
    }

    private String roleName(String role) {
        return roles.getOrDefault(role, role);
    }
}
