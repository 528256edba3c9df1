package opencadre.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import opencadre.demo.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The demo can be loaded at any time: what is there stays as it is, what is missing is added. */
@InHouse
class DemoLoadIT {

    private final House house;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    DemoLoadIT(House house) {
        this.house = house;
    }

    @Test
    void aLoadThatWasKilledIsCompletedByTheNext() {
        assertThat(house.firstLoad().lines())
                .anyMatch(line -> line.contains("units"))
                .noneMatch(line -> line.contains("people of tochuc.tinh"));
        try (Desk neighbour = house.desk("vanthu.baxuyen");
                Desk province = house.desk("tochuc.tinh")) {
            assertThat(total(neighbour)).isEqualTo(16);
            assertThat(total(province)).isGreaterThanOrEqualTo(390);
        }
    }

    @Test
    void loadingAgainChangesNothing() {
        try (Desk province = house.desk("tochuc.tinh");
                Desk administrator = house.desk("quantri")) {
            Map<String, String> before = revisions(province);
            String grants = grants(administrator);
            int units = units(administrator);
            String plans = plans(province);
            assertThat(plans).contains("APPROVED", "PROPOSED");

            assertThat(house.load(House.demoData())).isEmpty();

            assertThat(revisions(province)).isEqualTo(before);
            assertThat(grants(administrator)).isEqualTo(grants);
            assertThat(units(administrator)).isEqualTo(units);
            assertThat(plans(province)).isEqualTo(plans);
        }
    }

    @Test
    void aPersonWhosePostsWereCutOffGetsTheMissingOnes() throws IOException {
        copyDemo();
        append("people.csv", "X2,tochuc.tinh,Lê Văn Đứt,MALE,1985-05-05,");
        append("posts.csv", "X2,danguy-bachquang,Ủy viên,UNIT_HEAD,,2026-01-01,");
        assertThat(house.load(folder)).isEmpty();
        append("posts.csv", "X2,bachquang-vp,Phó Chánh Văn phòng,UNIT_HEAD,,2026-02-01,");
        assertThat(house.load(folder)).isEmpty();
        assertThat(house.load(folder)).isEmpty();

        try (Desk province = house.desk("tochuc.tinh")) {
            JsonNode found =
                    province.get("/api/personnel/people?q=lê+văn+đứt").body().path("items");
            assertThat(found.size()).isEqualTo(1);
            String id = found.path(0).path("id").asString();
            JsonNode person = province.get("/api/personnel/people/" + id).body();
            assertThat(person.path("revision").asInt()).isEqualTo(2);
            assertThat(person.path("assignments")
                            .valueStream()
                            .map(post -> post.path("title").asString()))
                    .containsExactlyInAnyOrder("Ủy viên", "Phó Chánh Văn phòng");
        }
    }

    @Test
    void aWrongLineIsNamedByItsCellAndNothingOfItsBookIsTaken() throws IOException {
        copyDemo();
        append("people.csv", "X1,vanthu.baxuyen,Lê Thị Sai,FEMALE,1990-01-01,000090999999");
        append("posts.csv", "X1,baxuyen-vhxh,Chuyên viên,UNIT_HEAD,,2026-01-01,");
        append("people.csv", "X3,vanthu.baxuyen,Lê Thị Đúng,FEMALE,1990-01-01,");
        append("posts.csv", "X3,baxuyen-vhxh,Chuyên viên,UNIT_HEAD,,2026-01-01,");

        assertThat(house.load(folder))
                .containsExactly(new Refusal(
                        "can-bo.xlsx",
                        18,
                        "Cán bộ!E18",
                        "Số định danh cho biết giới tính khác. Nếu đúng, hãy nêu lý do"));
        try (Desk neighbour = house.desk("vanthu.baxuyen")) {
            assertThat(total(neighbour)).isEqualTo(16);
        }
    }

    private void copyDemo() throws IOException {
        try (Stream<Path> files = Files.walk(House.demoData())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(House.demoData().relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private void append(String file, String row) throws IOException {
        Files.writeString(folder.resolve(file), row + "\n", StandardOpenOption.APPEND);
    }

    private static int total(Desk desk) {
        return desk.get("/api/personnel/people/count").body().path("total").asInt();
    }

    private static int units(Desk desk) {
        return desk.get("/api/personnel/units").body().path("items").size();
    }

    /** Every entry of a plan with its state and revision. */
    private static String plans(Desk desk) {
        return desk.get("/api/planning/plan-entries?limit=200")
                .body()
                .path("items")
                .valueStream()
                .map(entry ->
                        entry.path("id").asString() + " " + entry.path("state").asString() + " "
                                + entry.path("revision").asInt())
                .toList()
                .toString();
    }

    private static String grants(Desk administrator) {
        return administrator
                .get("/api/personnel/accounts/vanthu.songcong/grants")
                .text();
    }

    /** Every person that the province sees, with the revision. */
    private static Map<String, String> revisions(Desk desk) {
        Map<String, String> revisions = new TreeMap<>();
        for (JsonNode person :
                desk.get("/api/personnel/people?limit=200").body().path("items")) {
            String id = person.path("id").asString();
            Answer dossier = desk.patiently("/api/personnel/people/" + id);
            assertThat(dossier.status()).isEqualTo(200);
            revisions.put(id, dossier.etag());
        }
        return revisions;
    }
}
