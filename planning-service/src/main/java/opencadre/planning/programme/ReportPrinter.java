package opencadre.planning.programme;

/** Lays a report out as the file that an office sends. */
public interface ReportPrinter {

    byte[] print(FigureReport report);
}
