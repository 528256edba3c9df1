package opencadre.planning.replica.personnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import opencadre.kit.access.Grant;
import opencadre.kit.contract.EventContracts;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What personnel promises is read here: its example, a later release's, and the least it may send. */
class PersonnelContractTest {

    /** As the inbox reads. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String PERSON = "personnel.person.v1";
    private static final String SEAT = "personnel.seat.v1";
    private static final String TERM = "personnel.term.v1";
    private static final String DECISION = "personnel.decision.v1";
    private static final String REORGANISATION = "personnel.reorganisation.v1";
    private static final String UNIT = "personnel.unit.v1";
    private static final String GRANT = "personnel.grant.v1";
    private static final String LEGAL_DAY = "personnel.legal-day.v1";

    @Test
    void aPersonIsReadWithTheNameAndThePostsBelievedNow() {
        PersonReplica.PersonState person = read(EventContracts.example(PERSON), PersonReplica.PersonState.class);

        assertThat(person.fullName()).isEqualTo("Dương Minh Khải");
        assertThat(person.fileNumber()).isNotEmpty();
        assertThat(person.identity().birth()).isEqualTo("1982-08");
        assertThat(person.believed().getFirst().termMonths()).isEqualTo(60);
        assertThat(person.ratings()).hasSize(1);
        assertThat(person.disciplines()).hasSize(1);
        assertThat(person.healthCertificates()).hasSize(1);
        assertThat(person.believed())
                .extracting(PersonReplica.PersonState.AssignmentVersion::validFrom)
                .containsExactly(LocalDate.of(2025, 7, 3));
        assertThat(read(EventContracts.exampleOfALaterRelease(PERSON), PersonReplica.PersonState.class))
                .isEqualTo(person);
    }

    @Test
    void aRecordThatWentIntoAnotherSaysIntoWhich() {
        PersonReplica.PersonState person =
                read(EventContracts.example(PERSON, "merged"), PersonReplica.PersonState.class);

        assertThat(person.mergedInto()).hasToString("019a8f00-0000-7000-8000-000000000002");
        assertThat(person.believed()).isEmpty();
        assertThat(read(EventContracts.example(PERSON), PersonReplica.PersonState.class)
                        .mergedInto())
                .isNull();
    }

    @Test
    void theLeastThatAPersonMayBeIsRead() {
        PersonReplica.PersonState person =
                read(EventContracts.smallestExample(PERSON), PersonReplica.PersonState.class);

        assertThat(person.fileNumber()).isNull();
        assertThat(person.ratings()).isNull();
        assertThat(person.disciplines()).isNull();
        assertThat(person.healthCertificates()).isNull();
        assertThat(person.believed())
                .hasSize(2)
                .allSatisfy(post -> assertThat(post.validTo()).isNull());
    }

    @Test
    void aReorganisationIsReadWithTheUnitsItTouches() {
        ReorganisationReplica.ReorganisationState state =
                read(EventContracts.example(REORGANISATION), ReorganisationReplica.ReorganisationState.class);

        assertThat(state.effectiveOn()).isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(state.level()).isEqualTo(ManagementScope.PROVINCIAL_BTV);
        assertThat(state.units()).hasSize(3).containsAll(state.endedUnits());
        assertThat(read(
                        EventContracts.exampleOfALaterRelease(REORGANISATION),
                        ReorganisationReplica.ReorganisationState.class))
                .isEqualTo(state);
        assertThat(read(EventContracts.smallestExample(REORGANISATION), ReorganisationReplica.ReorganisationState.class)
                        .units())
                .isNotEmpty();
    }

    @Test
    void aUnitIsReadWithItsPlaceInTheTreeOfToday() {
        UnitReplica.UnitState unit = read(EventContracts.example(UNIT), UnitReplica.UnitState.class);

        assertThat(unit.position()).isNotNull();
        assertThat(unit.agencyCode()).isEqualTo("H55.96");
        assertThat(unit.versions())
                .extracting(UnitReplica.UnitState.Version::name)
                .containsExactly("Ủy ban nhân dân phường Sông Công");
        assertThat(read(EventContracts.exampleOfALaterRelease(UNIT), UnitReplica.UnitState.class))
                .isEqualTo(unit);
        UnitReplica.UnitState least = read(EventContracts.smallestExample(UNIT), UnitReplica.UnitState.class);
        assertThat(least.position()).isNull();
        assertThat(least.agencyCode()).isNull();
    }

    @Test
    void aTermOfOfficeIsReadWithItsBodyAndItsEnd() {
        TermReplica.TermState term = read(EventContracts.example(TERM), TermReplica.TermState.class);

        assertThat(term.unitId()).hasToString("019a8f00-0000-7000-8000-0000000000f1");
        assertThat(term.validTo()).isEqualTo(LocalDate.of(2030, 7, 15));
        assertThat(read(EventContracts.exampleOfALaterRelease(TERM), TermReplica.TermState.class))
                .isEqualTo(term);
        assertThat(read(EventContracts.smallestExample(TERM), TermReplica.TermState.class)
                        .validTo())
                .isNull();
    }

    @Test
    void aSeatIsReadWithItsTitle() {
        SeatReplica.SeatState seat = read(EventContracts.example(SEAT), SeatReplica.SeatState.class);

        assertThat(seat.title().code()).isEqualTo("CT_UBND_XA");
        assertThat(seat.title().equalTitles()).containsExactly("CT_HDND_XA");
        assertThat(seat.title().theoryAsked()).isEqualTo("CAO_CAP");
        assertThat(read(EventContracts.exampleOfALaterRelease(SEAT), SeatReplica.SeatState.class))
                .isEqualTo(seat);
        assertThat(read(EventContracts.smallestExample(SEAT), SeatReplica.SeatState.class)
                        .title()
                        .theoryAsked())
                .isNull();
    }

    @Test
    void aNominationIsReadAndGivesNobodyAPost() {
        DecisionReplica.DecisionState decision =
                read(EventContracts.example(DECISION, "nomination"), DecisionReplica.DecisionState.class);

        assertThat(decision.believed().number()).isEqualTo("88-QĐ/TU");
        assertThat(decision.startsOn()).isNull();
    }

    @Test
    void aDecisionIsReadAsItIsBelievedNow() {
        DecisionReplica.DecisionState decision =
                read(EventContracts.example(DECISION), DecisionReplica.DecisionState.class);

        assertThat(decision.believed().number()).isEqualTo("1234-QĐ/TU");
        assertThat(decision.startsOn()).isEqualTo(LocalDate.of(2027, 10, 3));
        assertThat(read(EventContracts.exampleOfALaterRelease(DECISION), DecisionReplica.DecisionState.class))
                .isEqualTo(decision);
        assertThat(read(EventContracts.smallestExample(DECISION), DecisionReplica.DecisionState.class)
                        .procedureId())
                .isNull();
    }

    @Test
    void aGrantIsReadWithItsScopesAsPlacesStoreThem() {
        GrantReplica.GrantState account = read(EventContracts.example(GRANT), GrantReplica.GrantState.class);

        Grant grant = account.grants().getFirst().grant();

        assertThat(grant.role()).isEqualTo("FILE_CLERK");
        assertThat(grant.delegation()).isNull();
        assertThat(account.grants().getLast().grant().delegation())
                .isEqualTo(new Grant.Delegation(
                        UUID.fromString("019a8f00-0000-7000-8000-0000000000a3"),
                        "0ca0d9e0-0000-4000-8000-000000000009"));
        assertThat(grant.scopes()).isEqualTo(List.of(5, 6));
        assertThat(account.personId()).isEqualTo(UUID.fromString("019a8f00-0000-7000-8000-0000000000c1"));
        assertThat(read(EventContracts.smallestExample(GRANT), GrantReplica.GrantState.class)
                        .personId())
                .isNull();
        assertThat(read(EventContracts.exampleOfALaterRelease(GRANT), GrantReplica.GrantState.class))
                .isEqualTo(account);
        assertThat(read(EventContracts.smallestExample(GRANT), GrantReplica.GrantState.class)
                        .grants())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.grant().delegation()).isNull());
    }

    @Test
    void theLegalDayIsRead() {
        LegalDayReplica.LegalDayState day =
                read(EventContracts.example(LEGAL_DAY), LegalDayReplica.LegalDayState.class);

        assertThat(day.day()).isEqualTo(LocalDate.of(2027, 9, 1));
        assertThat(read(EventContracts.exampleOfALaterRelease(LEGAL_DAY), LegalDayReplica.LegalDayState.class))
                .isEqualTo(day);
        assertThat(read(EventContracts.smallestExample(LEGAL_DAY), LegalDayReplica.LegalDayState.class))
                .isEqualTo(day);
    }

    private static <T> T read(JsonNode state, Class<T> type) {
        return JSON.treeToValue(state, type);
    }
}
