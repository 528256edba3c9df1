package opencadre.planning.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import opencadre.kit.rule.Finding;
import opencadre.kit.workbook.CellFinding;
import opencadre.kit.workbook.Line;
import opencadre.planning.procedure.Procedure;

/** What the sheets of one book say together about procedures: they join by the code of the case. */
final class Cases {

    /** Between the code and the number of a step; no cell holds one. */
    private static final char BETWEEN = '\u0000';

    private final Map<String, Case> cases = new HashMap<>();
    private final Map<String, List<Ballot>> ballots = new HashMap<>();

    /**
     * A case that stands.
     *
     * @param known as it was on record before this book; nothing is added to one
     */
    record Case(UUID id, Optional<Procedure> known, List<UUID> candidates) {}

    /** Votes for one person, and the line that says so. */
    record Ballot(Line line, UUID person, int count) {}

    void put(String code, Case taken) {
        cases.put(code, taken);
    }

    /** The case that a line belongs to; nothing where its own line could not be taken. */
    Optional<Case> of(Line line) {
        return Optional.ofNullable(cases.get(line.text("code")));
    }

    /** What is said of a line whose case is not there. */
    static Finding missing(Line line) {
        return Finding.of("code", "unknown-case", line.text("code"));
    }

    void put(Line line, int step, Ballot ballot) {
        ballots.computeIfAbsent(key(line, step), key -> new ArrayList<>()).add(ballot);
    }

    /** The votes of a step; each is asked for by its meeting. */
    List<Ballot> ballots(Line line, int step) {
        List<Ballot> of = ballots.remove(key(line, step));
        return of == null ? List.of() : of;
    }

    /** Votes that no meeting asked for. */
    List<CellFinding> leftOver() {
        return ballots.values().stream()
                .flatMap(List::stream)
                .map(ballot -> at(ballot.line(), "step", Finding.of("step", "votes-without-meeting")))
                .toList();
    }

    static CellFinding at(Line line, String column, Finding finding) {
        return new CellFinding(line.sheet(), line.cells().get(column), finding);
    }

    private static String key(Line line, int step) {
        return line.text("code") + BETWEEN + step;
    }
}
