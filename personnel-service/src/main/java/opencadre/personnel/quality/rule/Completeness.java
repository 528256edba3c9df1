package opencadre.personnel.quality.rule;

import java.util.Arrays;
import java.util.List;

/**
 * How much of what the official forms ask of everybody a dossier answers.
 *
 * @param groups those with something that is asked, in the order of {@link FieldGroup}
 */
public record Completeness(List<Group> groups) {

    /**
     * A part of it.
     *
     * @param missing codes of the items that are not filled
     */
    public record Group(FieldGroup group, int asked, List<String> missing) {

        public int filled() {
            return asked - missing.size();
        }
    }

    public static Completeness of(DossierFacts facts, Measure measure) {
        return new Completeness(Arrays.stream(FieldGroup.values())
                .map(group -> measure.items().stream()
                        .filter(item -> item.group() == group)
                        .toList())
                .filter(ofGroup -> !ofGroup.isEmpty())
                .map(ofGroup -> new Group(
                        ofGroup.getFirst().group(),
                        ofGroup.size(),
                        ofGroup.stream()
                                .filter(item -> !item.isFilled(facts, measure))
                                .map(Item::code)
                                .toList()))
                .toList());
    }

    public int asked() {
        return groups.stream().mapToInt(Group::asked).sum();
    }

    public int filled() {
        return groups.stream().mapToInt(Group::filled).sum();
    }

    /** Whole percent, rounded down: 100 is said only of a dossier that lacks nothing. */
    public int percent() {
        return asked() == 0 ? 100 : filled() * 100 / asked();
    }
}
