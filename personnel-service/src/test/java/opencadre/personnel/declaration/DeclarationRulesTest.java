package opencadre.personnel.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.personnel.declaration.rule.DeclarationRules;
import opencadre.personnel.declaration.rule.DeclarationRules.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclarationRulesTest {

    private static final UUID ENTRY = UUID.fromString("019a8f00-0000-7000-8000-0000000000e1");
    private static final UUID OFFICIAL = UUID.fromString("019a8f00-0000-7000-8000-0000000000a1");

    private static List<String> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.field() + " " + finding.code())
                .toList();
    }

    private static final Map<String, String> IDENTITY =
            Map.of("fullName", "Dương Minh Khải", "sex", "MALE", "birth", "1979-03");

    private static List<String> ofIdentity(Map<String, String> asked) {
        return said(DeclarationRules.ofIdentity(asked, IDENTITY, Set.of("MALE", "FEMALE")));
    }

    @ParameterizedTest
    @CsvSource({
        "birth, 1979,",
        "birth, 1980-02-29,",
        "birth, 1979-02-29, values.birth declared-birth-no-date",
        "birth, 03/1979, values.birth declared-birth-no-date",
        "sex, FEMALE,",
        "sex, nam, values.sex declared-sex-unknown",
        "fullName, Dương Minh Khái,",
        "idNumber, 019079000001, values.idNumber cv-unknown-field",
    })
    void anIdentityIsOfKnownFieldsASexAndAPartialDate(String field, String value, @Nullable String finding) {
        Map<String, String> asked = new HashMap<>(IDENTITY);
        asked.put(field, value);

        assertThat(ofIdentity(asked)).isEqualTo(finding == null ? List.of() : List.of(finding));
    }

    @Test
    void anIdentityThatStandsSoAlreadyIsNotAskedFor() {
        assertThat(ofIdentity(IDENTITY)).containsExactly("null cv-same-entry");
    }

    @Test
    void whatIsAddedHasAKindAndWhatStandsIsNamed() {
        assertThat(DeclarationRules.ofAsked(new Asked(true, false, "RESIDENCE", null, true, null)))
                .isEmpty();
        assertThat(DeclarationRules.ofAsked(new Asked(false, false, null, ENTRY, true, null)))
                .isEmpty();
        assertThat(DeclarationRules.ofAsked(new Asked(false, true, null, ENTRY, false, "nhầm")))
                .isEmpty();
        assertThat(said(DeclarationRules.ofAsked(new Asked(true, false, null, ENTRY, false, null))))
                .containsExactly("kind required", "entryId declaration-adds-an-entry", "values required");
        assertThat(said(DeclarationRules.ofAsked(new Asked(false, true, "RESIDENCE", null, true, null))))
                .containsExactly(
                        "entryId required",
                        "kind declaration-keeps-the-kind",
                        "values declaration-takes-back",
                        "note required");
    }

    @Test
    void aHundredWaitAndNoMore() {
        assertThat(DeclarationRules.ofWaiting(99)).isEmpty();
        assertThat(said(DeclarationRules.ofWaiting(100))).containsExactly("null declarations-too-many");
    }

    @Test
    void whoeverDecidesIsNeitherTheOfficialNorWhoeverDeclaredIt() {
        Set<String> authors = Set.of("tai-khoan-1");
        List<UUID> subjects = List.of(OFFICIAL);
        assertThat(DeclarationRules.ofDecision(Set.of("tai-khoan-2"), authors, subjects, true, false, null))
                .isEmpty();
        assertThat(said(DeclarationRules.ofDecision(
                        Set.of("tai-khoan-2", OFFICIAL.toString()), authors, subjects, true, false, null)))
                .containsExactly("null own-affair");
        assertThat(said(DeclarationRules.ofDecision(authors, authors, subjects, true, false, null)))
                .containsExactly("null own-declaration");
    }

    @Test
    void whatIsReturnedSaysWhyAndWhatWasChangedSinceIsNotAccepted() {
        Set<String> keeper = Set.of("tai-khoan-2");
        assertThat(said(DeclarationRules.ofDecision(keeper, Set.of("a"), List.of(OFFICIAL), false, true, null)))
                .containsExactly("reason required");
        assertThat(said(DeclarationRules.ofDecision(keeper, Set.of("a"), List.of(OFFICIAL), true, true, null)))
                .containsExactly("accepted declaration-of-what-was-changed-since");
        assertThat(DeclarationRules.ofDecision(keeper, Set.of("a"), List.of(OFFICIAL), false, true, "đã sửa"))
                .isEmpty();
    }
}
