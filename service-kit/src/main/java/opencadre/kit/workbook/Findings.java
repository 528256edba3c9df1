package opencadre.kit.workbook;

import java.util.ArrayList;
import java.util.List;

/** The first things that are wrong with a book, and how many there are: a book may be wrong in every cell. */
final class Findings {

    private static final int MOST = 500;

    private final List<CellFinding> first = new ArrayList<>();
    private int all;

    void add(CellFinding finding) {
        all++;
        if (first.size() < MOST) {
            first.add(finding);
        }
    }

    /** This alone; nothing else counts any more. */
    void only(CellFinding finding) {
        first.clear();
        all = 0;
        add(finding);
    }

    boolean isEmpty() {
        return all == 0;
    }

    List<CellFinding> first() {
        return List.copyOf(first);
    }

    /** How many there are besides the first. */
    int more() {
        return all - first.size();
    }
}
