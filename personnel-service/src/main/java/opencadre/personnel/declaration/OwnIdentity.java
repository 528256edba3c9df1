package opencadre.personnel.declaration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.access.Access;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.personnel.cv.CvEntry;
import opencadre.personnel.declaration.rule.DeclarationRules;
import opencadre.personnel.person.Identity;
import opencadre.personnel.person.People;
import opencadre.personnel.person.PersonOutcome;
import opencadre.personnel.person.PersonRegister;
import opencadre.personnel.person.Sex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Name, sex and birth, as something that an official declares: an entry like those of the CV, always there, with the id
 * of the person. Accepted, it is corrected by the use case of the page.
 *
 * <p>Shape: {@code {"fullName": "Dương Minh Khải", "sex": "MALE", "birth": "1979-03"}}.
 */
@Component
class OwnIdentity {

    /** Kind of the entry, beside those of the catalogue. */
    static final String KIND = "IDENTITY";

    private static final String NAME = "fullName";
    private static final String SEX = "sex";
    private static final String BIRTH = "birth";
    private static final Set<String> SEXES =
            Stream.of(Sex.values()).map(Sex::name).collect(Collectors.toUnmodifiableSet());

    private final PersonRegister register;
    private final People people;
    private final Access access;

    OwnIdentity(PersonRegister register, People people, Access access) {
        this.register = register;
        this.people = people;
        this.access = access;
    }

    /** As it is believed now. */
    CvEntry standing(UUID personId) {
        Identity identity = people.file(personId).orElseThrow().believedIdentity();
        return new CvEntry(
                personId,
                KIND,
                identity.valid(),
                Map.of(
                        NAME, identity.fullName(),
                        SEX, identity.sex().name(),
                        BIRTH, identity.birth().toString()),
                null,
                identity.recorded());
    }

    /** What is asked for with what stays as it stands, as {@code {"birth": "1979-03"}} asks for a birth alone. */
    Map<String, String> whole(UUID personId, Map<String, String> values) {
        Map<String, String> whole = new LinkedHashMap<>(standing(personId).values());
        whole.putAll(values);
        return whole;
    }

    /**
     * What is against it already.
     *
     * @param whole see {@link #whole}
     */
    List<Finding> against(Actor actor, UUID personId, Map<String, String> whole) {
        List<Finding> findings =
                DeclarationRules.ofIdentity(whole, standing(personId).values(), SEXES);
        return findings.isEmpty()
                ? register.againstIdentity(actor, personId, corrected(whole, null)).stream()
                        .map(finding -> new Finding(
                                "values." + finding.field(), finding.code(), finding.messages(), finding.article()))
                        .toList()
                : findings;
    }

    /** Of whoever may correct it on its own page, in the same reach. */
    PersonOutcome correct(Actor actor, UUID personId, Map<String, String> values, String reason) {
        Actor writer = access.acting(actor).apply("person.write");
        return writer == null
                ? new PersonOutcome.Unlawful(List.of(Finding.of(null, "declaration-of-identity-needs-the-right")))
                : register.correctIdentity(
                        writer,
                        personId,
                        revision -> true,
                        // Two have seen it: that outranks what the number says.
                        corrected(values, reason),
                        reason);
    }

    private static PersonRegister.CorrectedIdentity corrected(
            Map<String, String> values, @Nullable String idNumberReason) {
        return new PersonRegister.CorrectedIdentity(
                values.getOrDefault(NAME, ""),
                Sex.valueOf(values.getOrDefault(SEX, "")),
                birth(values),
                idNumberReason);
    }

    private static PartialDate birth(Map<String, String> values) {
        return PartialDate.parse(values.getOrDefault(BIRTH, ""));
    }
}
