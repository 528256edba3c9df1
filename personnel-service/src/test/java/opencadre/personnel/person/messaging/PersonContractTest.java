package opencadre.personnel.person.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.contract.EventContracts;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Custody;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.PersonFile;
import opencadre.personnel.person.Recorded;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.Tree;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PersonContractTest {

    private static final String TOPIC = "personnel.person.v1";
    private static final UUID PERSON = UUID.fromString("019a8f00-0000-7000-8000-000000000001");
    private static final UUID POST = UUID.fromString("019a8f00-0000-7000-8000-0000000000a1");
    private static final UUID UNIT = UUID.fromString("019a8f00-0000-7000-8000-0000000000f1");
    private static final UUID LATER_UNIT = UUID.fromString("019a8f00-0000-7000-8000-0000000000f2");
    private static final UUID SEAT = UUID.fromString("019a8f00-0000-7000-8000-0000000000e2");
    private static final Instant REGISTERED = Instant.parse("2026-11-20T01:00:00Z");
    private static final Instant CORRECTED = Instant.parse("2026-11-24T02:30:00Z");

    @Test
    void aPersonIsPublishedAsTheContractShows() {
        JsonNode published = EventContracts.asSent(PersonPublisher.state(file(), "assignment-corrected"));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    /** A record that went into another: nothing of it is believed but who it said somebody was. */
    @Test
    void aMergedRecordIsPublishedAsTheContractShows() {
        var ended = new Recorded(REGISTERED, CORRECTED, "a reason", "a clerk", "another reason", "another clerk");
        PersonFile file = new PersonFile(
                PERSON,
                "SC-0147",
                UUID.fromString("019a8f00-0000-7000-8000-000000000002"),
                4,
                CORRECTED,
                List.of(new Custody(UNIT, ManagementScope.COMMUNE_PARTY_COMMITTEE, LocalDate.of(2026, 11, 20))),
                file().identities(),
                List.of(post(Period.since(LocalDate.of(2025, 7, 1)), null, null, ended)),
                List.of());

        JsonNode published = EventContracts.asSent(PersonPublisher.state(file, "merged"));

        assertThat(published).isEqualTo(EventContracts.example(TOPIC, "merged"));
        assertThat(EventContracts.violations(TOPIC, published)).isEmpty();
    }

    @Test
    void whyAndByWhomStaysInside() {
        String published =
                JsonMapper.shared().writeValueAsString(PersonPublisher.state(file(), "assignment-corrected"));

        assertThat(published).doesNotContain("a reason", "a clerk", "another reason", "another clerk");
    }

    private static PersonFile file() {
        var wrong = new Recorded(REGISTERED, CORRECTED, "a reason", "a clerk", "another reason", "another clerk");
        return new PersonFile(
                PERSON,
                "SC-0147",
                null,
                3,
                CORRECTED,
                List.of(
                        new Custody(UNIT, ManagementScope.COMMUNE_PARTY_COMMITTEE, LocalDate.of(2026, 11, 20)),
                        new Custody(LATER_UNIT, ManagementScope.PROVINCIAL_BTV, LocalDate.of(2027, 9, 1))),
                List.of(new Identity(
                        Period.since(Identity.BEGINNING),
                        "Dương Minh Khải",
                        Sex.MALE,
                        new PartialDate(1982, 8, null),
                        Recorded.now(REGISTERED, "a reason", "a clerk"))),
                List.of(
                        post(Period.since(LocalDate.of(2025, 7, 1)), null, null, wrong),
                        post(
                                new Period(LocalDate.of(2025, 7, 3), LocalDate.of(2030, 7, 3)),
                                SEAT,
                                60,
                                Recorded.now(CORRECTED, "another reason", "a clerk"))),
                List.of(
                        conduct("71", new Conduct.Rating(2025, Conduct.Grade.HTTNV, "15-TB/ĐU")),
                        conduct(
                                "72",
                                new Conduct.Discipline(
                                        Conduct.Form.REPRIMAND,
                                        LocalDate.of(2023, 5, 10),
                                        LocalDate.of(2023, 9, 1),
                                        Conduct.Track.PARTY,
                                        "Ủy ban Kiểm tra Thành ủy",
                                        "Vi phạm quy chế làm việc",
                                        "31-QĐ/UBKT")),
                        conduct("73", new Conduct.HealthCertificate(LocalDate.of(2026, 9, 15), "GKSK 1207")),
                        conduct(
                                "74",
                                new Conduct.Suspension(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 5, 1), "12-QĐ/TU")),
                        conduct("75", new Conduct.ConfidenceVote(LocalDate.of(2024, 12, 1), 20, 5, 1, null))));
    }

    private static Conduct conduct(String id, Conduct.Content content) {
        return new Conduct(
                UUID.fromString("019a8f00-0000-7000-8000-0000000000" + id),
                content,
                Recorded.now(REGISTERED, "a reason", "a clerk"));
    }

    private static Assignment post(Period valid, @Nullable UUID seat, @Nullable Integer termMonths, Recorded recorded) {
        return new Assignment(
                POST,
                UNIT,
                Tree.STATE,
                "Phó Chủ tịch UBND",
                ManagementScope.COMMUNE_PARTY_COMMITTEE,
                false,
                seat,
                false,
                termMonths,
                null,
                valid,
                recorded);
    }
}
