package opencadre.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bad input is told at its field, in both languages, and nothing typed is lost. */
@InHouse
class FormIT {

    private static final String UNIT = "Phòng Văn hóa - Xã hội phường Bách Quang";
    private static final String SCOPE = "Thủ trưởng đơn vị quản lý";

    private final Desk desk;

    FormIT(House house) {
        this.desk = house.desk("tochuc.tinh");
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    @Test
    void aMissingNameAndAnImpossibleDayAreToldAtTheirFieldsInBothLanguages() {
        desk.open("/people/new");
        PersonForm form = new PersonForm(desk.page());
        form.field("fullName").waitFor();
        form.day("birth", "31/02/1990").save();

        assertThat(form.errors("fullName")).hasText(new String[] {"Chưa nhập họ và tên"});
        assertThat(form.errors("birth"))
                .hasText(new String[] {"Nhập ngày có thật theo dạng dd/mm/yyyy, mm/yyyy hoặc yyyy"});

        desk.test("lang-en").click();
        assertThat(form.errors("fullName")).hasText(new String[] {"Please give the full name"});
        assertThat(form.errors("birth")).hasText(new String[] {"Type a real date as dd/mm/yyyy, mm/yyyy or yyyy"});
        assertThat(form.field("birth")).hasValue("31/02/1990");
    }

    @Test
    void whatAServiceRefusesStandsAtItsFieldAndFollowsTheLanguage() {
        desk.open("/people/new");
        PersonForm form = new PersonForm(desk.page());
        form.identity("Lê Văn Thử", "1/1/1990", "Nam").day("idNumber", "000190123456");
        form.post(UNIT, "Chuyên viên", SCOPE, "01/01/2026").save();

        assertThat(form.errors("idNumber"))
                .hasText(new String[] {"Số định danh cho biết giới tính khác. Nếu đúng, hãy nêu lý do"});
        desk.test("lang-en").click();
        assertThat(desk.page().getByText("The identification number says another sex"))
                .isVisible();
        assertThat(form.field("fullName")).hasValue("Lê Văn Thử");
        assertThat(desk.get("/api/personnel/people/count?q=" + "thử")
                        .body()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void aDoubtedIdNumberIsTakenWithTheReasonThatTheFormThenAsksFor() {
        desk.open("/people/new");
        PersonForm form = new PersonForm(desk.page());
        form.identity("Lê Văn Cải", "1/1/1990", "Nam").day("idNumber", "000190123457");
        form.post(UNIT, "Chuyên viên", SCOPE, "01/01/2026");
        assertThat(form.field("idNumberReason")).hasCount(0);
        form.save();

        form.field("idNumberReason").fill("Đã cải chính hộ tịch");
        desk.screenshot("doubted-number");
        form.save();

        assertThat(Dossier.shown(desk).id()).isNotBlank();
    }

    @Test
    void overlappingPostsAreRefusedAtTheFirstDayInBothLanguages() {
        Dossier dossier = registered("Lê Văn Trùng");
        for (var expected : Map.of(
                        "vi", "Trùng thời gian với một chức vụ chính khác", "en", "Overlaps another main post")
                .entrySet()) {
            dossier.open();
            desk.test("lang-" + expected.getKey()).click();
            desk.test("add-post").click();
            PersonForm form = new PersonForm(desk.page());
            String scope = expected.getKey().equals("vi") ? SCOPE : "Head of unit";
            form.post(UNIT, "Phó Trưởng phòng", scope, "01/03/2026").save();
            assertThat(form.errors("from")).containsText(expected.getValue());
            assertThat(form.field("title")).hasValue("Phó Trưởng phòng");
        }
    }

    @Test
    void aRecordThatSomebodyElseChangedMeanwhileSaysSoAndKeepsWhatWasTyped() {
        Dossier dossier = registered("Lê Thị Chậm");
        dossier.open();
        PersonForm mine = dossier.correctPost();
        mine.field("title").fill("Chuyên viên chính");
        mine.reason("Nâng ngạch");

        Page other = desk.secondPage();
        other.navigate(desk.page().url());
        other.getByTestId("correct-post").first().click();
        PersonForm theirs = new PersonForm(other);
        theirs.field("title").fill("Chuyên viên văn hóa");
        theirs.reason("Ghi rõ chức danh").save();
        other.getByTestId("revision").getByText("2").waitFor();
        other.close();

        mine.save();
        assertThat(desk.test("conflict")).containsText("Người khác đã sửa hồ sơ này");
        assertThat(desk.test("conflict")).containsText("Chuyên viên văn hóa");
        desk.screenshot("conflict");
        desk.test("conflict-keep").click();
        assertThat(mine.field("title")).hasValue("Chuyên viên chính");
        mine.save();
        assertThat(desk.test("revision")).hasText("3");
        dossier.allPanelsShow("Chuyên viên chính");
    }

    /** A person with one main post since 2026, registered by the province. */
    private Dossier registered(String name) {
        String unit = desk.get("/api/personnel/units")
                .body()
                .path("items")
                .valueStream()
                .filter(u -> UNIT.equals(u.path("name").asString()))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Map<String, Object> post = Map.of(
                "unitId", unit, "title", "Chuyên viên", "managementScope", "UNIT_HEAD", "validFrom", "2026-01-01");
        Answer answer = desk.api(
                "POST",
                "/api/personnel/people",
                Map.of("fullName", name, "sex", "FEMALE", "birth", "1990", "assignment", post),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(answer.status()).isEqualTo(201);
        return new Dossier(desk, answer.body().path("id").asString());
    }
}
