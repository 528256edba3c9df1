package opencadre.personnel.statistics;

import java.util.function.Supplier;

/** A table of statistics as a workbook. */
public interface StatisticsBook {

    /** Reads which template is in force; the book is made after the transaction, when it is asked for. */
    Supplier<byte[]> of(StatisticsTable table);
}
