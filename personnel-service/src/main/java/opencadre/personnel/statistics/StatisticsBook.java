package opencadre.personnel.statistics;

/** A table of statistics as a workbook. */
public interface StatisticsBook {

    /** The bytes of the book. */
    byte[] of(StatisticsTable table);
}
