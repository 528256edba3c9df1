package opencadre.personnel.person;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.rule.Finding;
import opencadre.personnel.person.rule.IdentityRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of the two numbers that tell people apart: of the person, and of their dossier. */
@Service
public class NumberRegister {

    private final People people;
    private final PersonChanges changes;
    private final Places places;
    private final BirthProvinces provinces;

    NumberRegister(People people, PersonChanges changes, Places places, BirthProvinces provinces) {
        this.people = people;
        this.changes = changes;
        this.places = places;
        this.provinces = provinces;
    }

    /**
     * An identification number that is to stand.
     *
     * @param number null where the one on record is taken back
     * @param document the paper it stands in
     * @param standsBecause why it stands although it says another sex or year of birth
     */
    public record Typed(
            @Nullable String number,
            @Nullable String document,
            @Nullable String standsBecause) {}

    /** The identification number with its past; nothing outside the actor's scope. */
    public Optional<IdNumberView> idNumber(Actor actor, UUID id) {
        return places.isVisible(actor, id)
                ? people.file(id).map(file -> {
                    List<IdNumber> beliefs = people.idNumbersOf(id);
                    List<String> doubts = standing(beliefs).stream()
                            .flatMap(number -> doubts(number.number(), file, provinces.codes()).stream())
                            .toList();
                    return new IdNumberView(id, file.revision(), doubts, beliefs);
                })
                : Optional.empty();
    }

    /** Records an identification number, puts one right, or takes it back. */
    public PersonOutcome correctIdNumber(Actor actor, UUID id, LongPredicate madeOn, Typed typed, String reason) {
        String document = tidied(typed.document());
        return changes.makeUnless(
                actor, id, madeOn, () -> stands(id, typed.number(), document), "id-number-corrected", (held, file) -> {
                    String number = typed.number();
                    String because = tidied(typed.standsBecause());
                    if (number != null && because == null) {
                        List<Finding> doubts = doubt(number, file);
                        if (!doubts.isEmpty()) {
                            return doubts;
                        }
                    }
                    people.endIdNumber(id, held.at(), reason);
                    Recorded recorded = Recorded.now(held.at(), reason, actor.account());
                    return number == null || people.claimIdNumber(id, new IdNumber(number, document, because, recorded))
                            ? List.of()
                            : List.of(Finding.of("idNumber", "id-number-unavailable"));
                });
    }

    /** Gives the dossier its number, or puts it right. */
    public PersonOutcome correctFileNumber(
            Actor actor, UUID id, LongPredicate madeOn, String fileNumber, String reason) {
        String number = fileNumber.strip();
        return changes.makeUnless(
                actor,
                id,
                madeOn,
                () -> number.equals(people.fileNumbers(List.of(id)).get(id)),
                "file-number-corrected",
                (held, file) -> {
                    people.endFileNumber(id, held.at(), reason);
                    return people.claimFileNumber(
                                    id, new FileNumber(number, Recorded.now(held.at(), reason, actor.account())))
                            ? List.of()
                            : List.of(Finding.of("fileNumber", "file-number-unavailable"));
                });
    }

    private boolean stands(UUID id, @Nullable String number, @Nullable String document) {
        Optional<IdNumber> standing = standing(people.idNumbersOf(id));
        return Objects.equals(standing.map(IdNumber::number).orElse(null), number)
                && (number == null
                        || Objects.equals(standing.map(IdNumber::document).orElse(null), document));
    }

    private static Optional<IdNumber> standing(List<IdNumber> beliefs) {
        return beliefs.stream().filter(belief -> belief.recorded().to() == null).findFirst();
    }

    private static List<Finding> doubt(String number, PersonFile file) {
        Identity identity = file.believedIdentity();
        return IdentityRules.doubt(number, identity.sex() == Sex.FEMALE, identity.birth()).stream()
                .map(code -> Finding.of("idNumber", code))
                .toList();
    }

    private static List<String> doubts(String number, PersonFile file, Set<String> provinces) {
        Identity identity = file.believedIdentity();
        return IdentityRules.isIdNumber(number)
                ? IdentityRules.doubts(number, identity.sex() == Sex.FEMALE, identity.birth(), provinces)
                : List.of();
    }

    private static @Nullable String tidied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
