package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import opencadre.kit.access.Access;
import opencadre.kit.access.AccessContracts;
import opencadre.kit.access.Grants;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Servers;
import opencadre.kit.service.Tokens;
import opencadre.kit.time.LegalDay;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who looked at a dossier, by which right and to what purpose; and what is not shown to whoever does not say it. */
class ViewsIT extends RunningService {

    private static final String INSPECTOR = "kiemtra.tinh";

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    private AccessContracts contracts;

    @Autowired
    private Grants grants;

    @Autowired
    private LegalDay legalDay;

    @Autowired
    private ScopedWork work;

    @Autowired
    private DSLContext db;

    @Autowired
    private JwtDecoder tokens;

    @Test
    void anInspectorSeesWhoOpenedADossierByWhichRightAndToWhatPurpose() {
        String person = registered(CLERK, "Tạ Được Xem", COMMUNE);
        as(OFFICER).get(PEOPLE + "/" + person);
        as(OFFICER).ask("GET", PEOPLE + "/" + person + "/conduct", null, Access.PURPOSE, "APPOINTMENT");

        JsonNode items = views(PROVINCE, person).body().path("items");

        assertThat(items.valueStream().map(each -> each.path("operation").asString()))
                .containsExactly("getConduct", "getPerson", "registerPerson");
        JsonNode conduct = items.path(0);
        assertThat(conduct.path("username").asString()).isEqualTo(OFFICER);
        assertThat(conduct.path("action").asString()).isEqualTo("conduct.read");
        assertThat(conduct.path("purpose").asString()).isEqualTo("APPOINTMENT");
        assertThat(conduct.path("fieldClass").asString()).isEqualTo("SENSITIVE");
        assertThat(conduct.path("rights").path(0).path("role").asString()).isEqualTo("PROV_ORG_OFFICER");
        assertThat(conduct.path("rights").path(0).path("unitId").asString()).isEqualTo(PROVINCE.toString());
        assertThat(views(PROVINCE, person)
                        .body()
                        .path("items")
                        .path(0)
                        .path("operation")
                        .asString())
                .as("asking is in the audit too")
                .isEqualTo("listViews");
    }

    @Test
    void aListNamesEverybodyWhomItShowedInOneEntry() {
        String mark = "Tạ" + UUID.randomUUID().toString().substring(0, 6).replaceAll("[0-9]", "q");
        List<String> people = IntStream.range(0, 3)
                .mapToObj(i -> registered(CLERK, mark + " Trong Số", COMMUNE))
                .toList();
        String other = registered(CLERK, "Tạ Ngoài Số", COMMUNE);

        assertThat(as(OFFICER).get(PEOPLE + "?q=" + mark).body().path("items")).hasSize(3);

        for (String person : people) {
            JsonNode listed = views(PROVINCE, person).body().path("items").path(0);
            assertThat(listed.path("operation").asString()).isEqualTo("listPeople");
            assertThat(listed.path("people").asInt()).isEqualTo(3);
            assertThat(listed.path("manner").asString()).isEqualTo("VIEW");
            assertThat(listed.path("searched").asString()).isEqualTo(mark);
            assertThat(listed.has("detail")).isFalse();
        }
        assertThat(operations(views(PROVINCE, other))).containsExactly("registerPerson");
        assertThat(Servers.asSuperuser(url, "SELECT count(*)::text FROM audit WHERE searched = '" + mark + "'"))
                .containsExactly("1");
    }

    @Test
    void whatLeavesAsAFileAndWhatIsChangedAreToldApart() {
        String person = registered(CLERK, "Tạ Được In", COMMUNE);
        JsonNode post =
                as(CLERK).get(PEOPLE + "/" + person).body().path("assignments").path(0);
        JsonNode draft = as(CLERK)
                .ask(
                        "POST",
                        "/api/personnel/decisions",
                        Map.of(
                                "kind",
                                "RETIRE",
                                "effects",
                                List.of(Map.of(
                                        "personId",
                                        person,
                                        "act",
                                        "END",
                                        "assignmentId",
                                        post.path("id").asString()))),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .body();
        as(CLERK).file(PEOPLE + "/" + person + "/cv-form");
        file(CLERK, "/api/personnel/decisions/" + draft.path("id").asString() + "/document");

        JsonNode printed = views(PROVINCE, person).body().path("items").path(0);
        assertThat(printed.path("recordId").asString())
                .isEqualTo(draft.path("id").asString());
        assertThat(printed.has("detail")).isFalse();
        assertThat(views(PROVINCE, person)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("operation").asString() + " "
                                + each.path("manner").asString()))
                .containsExactly(
                        "listViews VIEW",
                        "getDecisionDocument FILE",
                        "printCv FILE",
                        "draftDecision CHANGE",
                        "getPerson VIEW",
                        "registerPerson CHANGE");
    }

    @Test
    void whatIsPrintedFromAPageLeavesAsAFileAndToAPurpose() {
        String person = registered(CLERK, "Tạ In Trang", COMMUNE);

        Caller.Answer printed =
                as(CLERK).ask("GET", PEOPLE + "/" + person, null, Access.MANNER, "FILE", Access.PURPOSE, "APPOINTMENT");
        Caller.Answer without =
                as(CLERK).ask("GET", PEOPLE + "/" + person, null, Access.MANNER, "FILE", Access.PURPOSE, "");
        as(CLERK).ask("GET", PEOPLE + "/" + person, null, Access.MANNER, "khác");

        assertThat(printed.status()).isEqualTo(200);
        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body().path("code").asString()).isEqualTo("purpose-needed");
        assertThat(views(PROVINCE, person)
                        .body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("operation").asString() + " "
                                + each.path("manner").asString() + " "
                                + each.path("purpose").asString("-")))
                .containsExactly("getPerson VIEW RECORD", "getPerson FILE APPOINTMENT", "registerPerson CHANGE RECORD");
    }

    @Test
    void nobodyIsToldWhoLookedAtThemself() {
        String person = registered(CLERK, "Tạ Tự Xem", COMMUNE);
        grantOwnRecord(INSPECTOR, COMMUNE, person);
        assertThat(as(INSPECTOR).get(PEOPLE + "/" + person).status()).isEqualTo(200);
        assertThat(as(INSPECTOR).get(PEOPLE + "/" + person + "/views").status()).isEqualTo(403);

        grantInspection(PROVINCE);
        assertThat(as(INSPECTOR).get(PEOPLE + "/" + person + "/views").status()).isEqualTo(200);
        asOwner("UPDATE account SET holder = '" + person + "' WHERE username = '" + INSPECTOR + "'");
        assertThat(as(INSPECTOR).get(PEOPLE + "/" + person + "/views").status()).isEqualTo(403);
    }

    @Test
    void viewsArePagedNewestFirst() {
        String person = registered(CLERK, "Tạ Nhiều Trang", COMMUNE);
        for (int i = 0; i < 3; i++) {
            as(CLERK).get(PEOPLE + "/" + person);
        }
        String path = PEOPLE + "/" + person + "/views?limit=2";
        grantInspection(PROVINCE);

        Caller.Answer first = as(INSPECTOR).get(path);
        Caller.Answer second =
                as(INSPECTOR).get(path + "&cursor=" + first.body().path("next").asString());

        assertThat(first.body().path("items")).hasSize(2);
        assertThat(second.body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("operation").asString()))
                .containsExactly("getPerson", "registerPerson");
        assertThat(as(INSPECTOR).get(path + "&cursor=forged").status()).isEqualTo(400);
    }

    @Test
    void whoMayNotReadTheAuditOrSeeThePersonIsToldNothing() {
        String person = registered(CLERK, "Tạ Kín Đáo", COMMUNE);

        assertThat(as(CLERK).get(PEOPLE + "/" + person + "/views").status()).isEqualTo(403);
        assertThat(views(NEIGHBOUR, person).status()).isEqualTo(404);
        assertThat(views(NEIGHBOUR, UUID.randomUUID().toString()).status()).isEqualTo(404);
    }

    @Test
    void theApplicationMayOnlyAddToTheAudit() {
        for (String statement : new String[] {
            "SELECT count(*) FROM audit",
            "UPDATE audit SET username = 'ai'",
            "DELETE FROM audit",
            "TRUNCATE audit",
            "SELECT count(*) FROM audit_subject",
            "DELETE FROM audit_subject"
        }) {
            assertThatThrownBy(() -> work.asSystem("test", () -> db.execute(statement)))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void withoutAnAuditNothingIsShown() {
        String person = registered(CLERK, "Tạ Không Ghi", COMMUNE);
        asOwner("REVOKE INSERT ON audit FROM " + role());
        try {
            Caller.Answer answer = as(CLERK).get(PEOPLE + "/" + person);
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body().toString()).doesNotContain("Tạ Không Ghi");
            assertThat(as(CLERK).get(PEOPLE).status()).isEqualTo(500);
        } finally {
            asOwner("GRANT INSERT ON audit TO " + role());
        }
        asOwner("REVOKE INSERT ON audit_subject FROM " + role());
        try {
            assertThat(as(CLERK).get(PEOPLE).status()).isEqualTo(500);
        } finally {
            asOwner("GRANT INSERT ON audit_subject TO " + role());
        }
        assertThat(as(CLERK).get(PEOPLE + "/" + person).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CURIOSITY", "record"})
    void whatIsSensitiveIsNotShownToWhoeverSaysNoPurpose(String purpose) {
        String person = registered(CLERK, "Tạ Nhạy Cảm", COMMUNE);

        Caller.Answer answer = as(CLERK).ask("GET", PEOPLE + "/" + person + "/conduct", null, Access.PURPOSE, purpose);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("purpose-needed");
        assertThat(auditEntries(person)).doesNotContain("getConduct");
    }

    /**
     * The sign-in of the test is seconds old; ten minutes later by the same clock it no longer opens what is
     * restricted.
     */
    @Test
    void whatIsRestrictedAsksForASignInOfTheLastMinutes() {
        grantInspection(PROVINCE);

        assertThat(asked(Duration.ofMinutes(9)).getHeader("WWW-Authenticate")).isNull();
        MockHttpServletResponse late = new MockHttpServletResponse();
        assertThatThrownBy(() -> ask(Duration.ofMinutes(11), late)).isInstanceOf(ErrorResponseException.class);
        assertThat(late.getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=\"600\"");
    }

    private MockHttpServletResponse asked(Duration later) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        ask(later, response);
        return response;
    }

    private void ask(Duration later, MockHttpServletResponse response) {
        var request = new MockHttpServletRequest("GET", PEOPLE + "/x/views");
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, PEOPLE + "/{personId}/views");
        request.addHeader(Access.PURPOSE, "INSPECTION");
        SecurityContextHolder.getContext()
                .setAuthentication(new JwtAuthenticationToken(tokens.decode(Tokens.of(INSPECTOR, "personnel"))));
        try {
            new Access(contracts, grants, legalDay::today, () -> Instant.now().plus(later))
                    .preHandle(request, response, this);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static List<String> operations(Caller.Answer views) {
        return views.body()
                .path("items")
                .valueStream()
                .map(each -> each.path("operation").asString())
                .toList();
    }

    private Caller.Answer views(UUID unit, String person) {
        grantInspection(unit);
        return as(INSPECTOR).get(PEOPLE + "/" + person + "/views");
    }

    /** A right of somebody who has signed in just now. */
    private void grantInspection(UUID unit) {
        Tokens.ofNewSession(INSPECTOR, "personnel");
        grant(INSPECTOR, "INSPECTION_OFFICER", unit);
    }
}
