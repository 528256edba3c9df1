package opencadre.personnel.declaration;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.personnel.cv.rule.CvClass;
import org.jspecify.annotations.Nullable;

/**
 * A change of their own CV that an official asks for, and what became of it.
 *
 * @param revision 1 while it waits
 * @param fieldClass of the entry it is about
 * @param authors hands that declared it: none of them decides on it
 * @param declaredBy name of whoever declared it
 * @param decided by whom and when it was accepted, returned or withdrawn; null while it waits
 */
public record Declaration(
        UUID id,
        UUID personId,
        long revision,
        CvClass fieldClass,
        State state,
        Wanted wanted,
        Set<String> authors,
        String declaredBy,
        Instant declaredAt,
        @Nullable Decided decided) {

    /** What became of it. */
    public enum State {
        /** Chờ xem xét. */
        WAITING,
        /** Đã chấp nhận: the CV says it. */
        ACCEPTED,
        /** Trả lại: with a reason. */
        RETURNED,
        /** Đã rút, by whoever declared it. */
        WITHDRAWN
    }

    /** What shall happen to an entry. */
    public enum Act {
        ADD,
        CORRECT,
        VOID
    }

    /**
     * What is asked for.
     *
     * @param kind code of the kind of entry, as {@code RESIDENCE}
     * @param entryId the entry to be put right or taken back; of one that was added, what came of it
     * @param believedFrom since when the entry had been believed as the official saw it; null for one to be added
     * @param values field to value; empty for what is to be taken back
     * @param document the paper that proves it
     * @param note what the official says of it
     */
    public record Wanted(
            Act act,
            String kind,
            @Nullable UUID entryId,
            @Nullable Instant believedFrom,
            Map<String, String> values,
            @Nullable String document,
            @Nullable String note) {}

    /**
     * How it ended.
     *
     * @param by name of whoever decided
     * @param hands whose hand it was
     * @param answer why; null where none had to be given
     */
    public record Decided(
            String by,
            Set<String> hands,
            Instant at,
            @Nullable String answer) {}

    static Declaration waiting(UUID id, UUID personId, CvClass fieldClass, Wanted wanted, Actor author, Instant at) {
        return new Declaration(
                id, personId, 1, fieldClass, State.WAITING, wanted, author.hands(), author.name(), at, null);
    }

    /** The same, ended so. */
    Declaration ended(State how, Actor by, Instant at, @Nullable String answer) {
        return new Declaration(
                id,
                personId,
                revision + 1,
                fieldClass,
                how,
                wanted,
                authors,
                declaredBy,
                declaredAt,
                new Decided(by.name(), by.hands(), at, answer));
    }

    /** The same, of which this entry came. */
    Declaration gave(UUID entry) {
        return new Declaration(
                id,
                personId,
                revision,
                fieldClass,
                state,
                new Wanted(
                        wanted.act(),
                        wanted.kind(),
                        entry,
                        wanted.believedFrom(),
                        wanted.values(),
                        wanted.document(),
                        wanted.note()),
                authors,
                declaredBy,
                declaredAt,
                decided);
    }
}
