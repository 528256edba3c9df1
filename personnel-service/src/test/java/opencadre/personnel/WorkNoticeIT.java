package opencadre.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.service.Caller;
import opencadre.kit.service.Servers;
import opencadre.local.FreePorts;
import opencadre.personnel.account.Account;
import opencadre.personnel.account.Accounts;
import opencadre.personnel.notice.WorkNotifier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Letters to whoever wants to be told that work waits, at a mail server that takes them. */
class WorkNoticeIT extends DecisionRequests {

    private static final String NOTICE = "/api/personnel/work-notice";
    private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);
    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(FreePorts.one(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private WorkNotifier notifier;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ScopedWork work;

    @DynamicPropertySource
    static void aMailServer(DynamicPropertyRegistry registry) {
        SERVER.start();
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
        registry.add("opencadre.notices.from", () -> "OpenCadre <opencadre@thainguyen.example>");
    }

    @AfterAll
    static void stopIt() {
        SERVER.stop();
    }

    @AfterEach
    void forget() {
        Servers.asSuperuser(url(), "DELETE FROM work_notice");
        SERVER.reset();
    }

    @Test
    void whoeverWantsItIsToldOnceADayHowMuchWaitsAndNothingElse() throws MessagingException {
        String person = registered(CLERK, "Đinh Thị Chờ", COMMUNE);
        JsonNode draft = draft(
                        CLERK, content("APPOINT", List.of(with(starting(person, seat(COMMUNE)), "concurrent", true))))
                .body();
        assertThat(draft.path("state").asString()).isEqualTo("DRAFT");
        keep(OFFICER, "can.bo@thainguyen.example", true);
        assertThat(as(OFFICER).get(NOTICE).body().path("wanted").asBoolean(true))
                .isFalse();

        Caller.Answer wanted = as(OFFICER).ask("PUT", NOTICE, Map.of("wanted", true));
        assertThat(wanted.status()).isEqualTo(200);
        assertThat(wanted.body().path("offered").asBoolean(false)).isTrue();
        assertThat(wanted.body().path("address").asString()).isEqualTo("can.bo@thainguyen.example");
        notifier.tellAll(TODAY);
        notifier.tellAll(TODAY);

        MimeMessage letter = only(SERVER.getReceivedMessages());
        int waiting = waitingOf(OFFICER);
        assertThat(letter.getAllRecipients()[0]).hasToString("can.bo@thainguyen.example");
        assertThat(letter.getSubject()).isEqualTo("OpenCadre: " + waiting + " việc đang chờ");
        assertThat(GreenMailUtil.getBody(letter)).doesNotContain("=C4=90inh", "Đinh");

        notifier.tellAll(TODAY.plusDays(1));
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
        notifier.tellAll(SATURDAY);
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
        as(OFFICER).ask("PUT", NOTICE, Map.of("wanted", false));
        notifier.tellAll(TODAY.plusDays(2));
        assertThat(SERVER.getReceivedMessages()).hasSize(2);
    }

    @Test
    void whoeverMayNotSignInOrHasNoAddressHearsNothing() {
        keep(OFFICER, null, true);
        Caller.Answer refused = as(OFFICER).ask("PUT", NOTICE, Map.of("wanted", true));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.codes()).containsExactly("notice-without-address");

        keep(OFFICER, "can.bo@thainguyen.example", true);
        as(OFFICER).ask("PUT", NOTICE, Map.of("wanted", true));
        keep(OFFICER, "can.bo@thainguyen.example", false);
        notifier.tellAll(TODAY);
        assertThat(SERVER.getReceivedMessages()).isEmpty();
    }

    @Test
    void whileTheMailServerIsAwayNothingIsLost() {
        registered(CLERK, "Đinh Thị Lâu", COMMUNE);
        String person = registered(CLERK, "Đinh Thị Mất", COMMUNE);
        draft(CLERK, content("APPOINT", List.of(with(starting(person, seat(COMMUNE)), "concurrent", true))));
        keep(OFFICER, "can.bo@thainguyen.example", true);
        as(OFFICER).ask("PUT", NOTICE, Map.of("wanted", true));
        SERVER.stop();
        try {
            notifier.tellAll(TODAY);
        } finally {
            SERVER.start();
        }
        assertThat(SERVER.getReceivedMessages()).isEmpty();

        notifier.tellAll(TODAY);
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void theWishIsTheAccountsOwn() {
        keep(OFFICER, "can.bo@thainguyen.example", true);
        as(OFFICER).ask("PUT", NOTICE, Map.of("wanted", true));

        assertThat(as(CLERK).get(NOTICE).body().path("wanted").asBoolean(true)).isFalse();
        assertThat(as(CLERK).ask("PUT", NOTICE, Map.of()).fields()).containsExactly("wanted");
    }

    private int waitingOf(String username) {
        int waiting = 0;
        String next = "";
        do {
            JsonNode page = as(username).get(WORK + next).body();
            waiting += page.path("items").size();
            next = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!next.isEmpty());
        return waiting;
    }

    private static MimeMessage only(MimeMessage[] letters) {
        assertThat(letters).hasSize(1);
        return letters[0];
    }

    /** As the administrator of accounts writes it. */
    private void keep(String username, @Nullable String address, boolean enabled) {
        String subject =
                as(username).get("/api/personnel/me").body().path("account").asString();
        work.asSystem("test", () -> {
            accounts.keep(new Account(
                    subject, username, username, address, null, enabled, false, Account.ToTell.NOTHING, null));
            return null;
        });
    }
}
