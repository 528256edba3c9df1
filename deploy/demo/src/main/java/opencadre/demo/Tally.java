package opencadre.demo;

import java.util.ArrayList;
import java.util.List;

/** Counts what one step did. */
final class Tally {

    private final String what;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int added;
    private int present;

    Tally(String what) {
        this.what = what;
    }

    void added() {
        added(1);
    }

    void added(int more) {
        added += more;
    }

    void present() {
        present(1);
    }

    void present(int more) {
        present += more;
    }

    void refused(List<Refusal> more) {
        refusals.addAll(more);
    }

    void note(String sentence) {
        notes.add(sentence);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    /** The line that is shown, and a line for each thing worth knowing. */
    List<String> lines() {
        String refused = refusals.isEmpty() ? "" : ", " + refusals.size() + " refused";
        List<String> lines = new ArrayList<>();
        lines.add("  %-28s %d new, %d there already%s".formatted(what, added, present, refused));
        notes.forEach(note -> lines.add("    " + note));
        refusals.forEach(refusal -> lines.add("    " + refusal));
        return lines;
    }
}
