package opencadre.personnel.statistics;

import opencadre.kit.rule.Bilingual;

/** What a line of the table stands for, beside the first, which is everybody. */
public enum StatisticsBy {
    /** The units directly below, each with all that is below it. */
    UNITS("Đơn vị", "Unit"),
    /** The titles of the catalogue whose seats are held; who holds several is in each. */
    TITLES("Chức danh", "Title"),
    /** The administrative ranks. */
    RANKS("Ngạch", "Rank");

    private final String vi;
    private final String en;

    StatisticsBy(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    public Bilingual label() {
        return new Bilingual(vi, en);
    }
}
