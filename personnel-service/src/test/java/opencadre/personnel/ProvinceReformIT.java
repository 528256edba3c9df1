package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import opencadre.kit.access.Grant;
import opencadre.kit.service.Caller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The reform of Thái Nguyên on 2025-07-01 as one document: 280 communes of two provinces become 92, and 17 districts go
 * without a successor (resolution 1683/NQ-UBTVQH15).
 */
class ProvinceReformIT extends DecisionRequests {

    private static final String REORGANISATIONS = "/api/personnel/reorganisations";
    private static final String LEADER = "lanhdao.btc";
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    /** A commune of before, and one that it went into. */
    private record Step(String province, String district, String commune, String successor) {

        List<String> old() {
            return List.of(province, district, commune);
        }
    }

    private final List<Step> lineage = lineage();
    private final Map<List<String>, UUID> olds = new LinkedHashMap<>();
    private final Map<String, UUID> successors = new LinkedHashMap<>();

    @Test
    void twoHundredAndEightyCommunesBecomeNinetyTwo() {
        settleOldProvinces();
        lineage.forEach(step -> successors.computeIfAbsent(step.successor(), name -> UUID.randomUUID()));
        List<UUID> communes = olds.entrySet().stream()
                .filter(old -> old.getKey().size() == 3)
                .map(Map.Entry::getValue)
                .toList();
        assertThat(communes).hasSize(280);
        assertThat(successors).hasSize(92);

        JsonNode drafted = done(as(OFFICER).ask("POST", REORGANISATIONS, content(), "Idempotency-Key", key()));
        String path = REORGANISATIONS + "/" + drafted.path("line").path("id").asString();
        assertThat(as(LEADER).get(path + "/check").body().path("findings")).isEmpty();
        done(as(LEADER)
                .ask(
                        "POST",
                        path + "/approve",
                        Map.of("reason", "Ghi bổ sung theo nghị quyết đã ban hành"),
                        "If-Match",
                        "\"1\"",
                        "Idempotency-Key",
                        key()));

        Set<UUID> before = standing(REFORM.minusDays(1));
        Set<UUID> after = standing(REFORM);
        assertThat(before).containsAll(olds.values()).doesNotContainAnyElementsOf(successors.values());
        assertThat(after).containsAll(successors.values()).doesNotContainAnyElementsOf(olds.values());
        for (String ward : List.of("Phường Phan Đình Phùng", "Xã Tân Cương", "Phường Bá Xuyên")) {
            assertThat(names(ward))
                    .containsExactlyInAnyOrderElementsOf(lineage.stream()
                            .filter(step -> step.successor().equals(ward))
                            .map(Step::commune)
                            .toList());
        }
        // Gia Sàng went into two, and its name stays with a third that is another unit.
        assertThat(as(OFFICER)
                        .get("/api/personnel/units/" + old("Phường Gia Sàng") + "/lineage")
                        .body()
                        .path("successors"))
                .hasSize((int) lineage.stream()
                        .filter(step -> step.commune().equals("Phường Gia Sàng"))
                        .count())
                .hasSizeGreaterThan(1);
    }

    private void settleOldProvinces() {
        List<Grant> officer = new ArrayList<>(List.of(all("PROV_ORG_OFFICER", PROVINCE)));
        List<Grant> leader = new ArrayList<>(List.of(all("PROV_ORG_LEADER", PROVINCE)));
        for (Step step : lineage) {
            UUID province = settle(step.old().subList(0, 1), null);
            UUID district = settle(step.old().subList(0, 2), province);
            settle(step.old(), district);
        }
        olds.forEach((name, id) -> {
            if (name.size() == 1) {
                officer.add(all("PROV_ORG_OFFICER", id));
                leader.add(all("PROV_ORG_LEADER", id));
            }
        });
        hold(OFFICER, officer.toArray(Grant[]::new));
        hold(LEADER, leader.toArray(Grant[]::new));
    }

    private static Grant all(String role, UUID unit) {
        return new Grant(role, unit, List.of(), 0, LocalDate.of(2025, 1, 1), null);
    }

    private UUID settle(List<String> old, @org.jspecify.annotations.Nullable UUID above) {
        UUID known = olds.get(old);
        if (known != null) {
            return known;
        }
        UUID id = UUID.randomUUID();
        Map<String, Object> unit = new HashMap<>(Map.of(
                "tree", "STATE",
                "name", old.getLast(),
                "type", "TEST",
                "validFrom", "2024-12-01",
                "instrument", "1240/NQ-UBTVQH15"));
        if (above != null) {
            unit.put("parentId", above);
        }
        done(as(ADMIN).ask("PUT", "/api/personnel/units/" + id, unit));
        olds.put(old, id);
        return id;
    }

    private Map<String, Object> content() {
        return Map.of(
                "name", "Sắp xếp đơn vị hành chính cấp xã năm 2025",
                "instrument", "1683/NQ-UBTVQH15",
                "effectiveOn", REFORM.toString(),
                "level", "PROVINCIAL_BTV",
                "newUnits",
                        successors.entrySet().stream()
                                .map(unit -> Map.of(
                                        "id",
                                        unit.getValue(),
                                        "tree",
                                        "STATE",
                                        "name",
                                        unit.getKey(),
                                        "type",
                                        unit.getKey().startsWith("Phường") ? "PHUONG" : "XA",
                                        "parentId",
                                        PROVINCE))
                                .toList(),
                "changedUnits", List.of(),
                // Districts and the two provinces too.
                "endedUnits", List.copyOf(olds.values()),
                "successions",
                        lineage.stream()
                                .map(step -> Map.of(
                                        "predecessorId", Objects.requireNonNull(olds.get(step.old())),
                                        "successorId", Objects.requireNonNull(successors.get(step.successor())),
                                        "kind", isSplit(step) ? "SPLIT" : "MERGE"))
                                .toList(),
                "newSeats", List.of());
    }

    private boolean isSplit(Step step) {
        return lineage.stream().filter(other -> other.old().equals(step.old())).count() > 1;
    }

    private UUID old(String commune) {
        return olds.entrySet().stream()
                .filter(old -> old.getKey().getLast().equals(commune))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private List<String> names(String successor) {
        return as(OFFICER)
                .get("/api/personnel/units/" + successors.get(successor) + "/lineage")
                .body()
                .path("predecessors")
                .valueStream()
                .map(step -> step.path("unit").path("name").asString())
                .toList();
    }

    private Set<UUID> standing(LocalDate day) {
        Set<UUID> standing = new TreeSet<>();
        as(OFFICER)
                .get("/api/personnel/units?asOf=" + day)
                .body()
                .path("items")
                .forEach(unit -> standing.add(UUID.fromString(unit.path("id").asString())));
        return standing;
    }

    private static JsonNode done(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 201);
        return answer.body();
    }

    private static List<Step> lineage() {
        try (var file =
                Objects.requireNonNull(ProvinceReformIT.class.getResourceAsStream("/thai-nguyen-2025-lineage.csv"))) {
            return Stream.of(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\\R", -1))
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Step(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
