package opencadre.personnel.statistics.workbook;

import java.util.Map;
import java.util.function.Supplier;
import opencadre.kit.word.TemplateFile;
import opencadre.kit.word.TemplateSource;
import opencadre.personnel.statistics.StatisticsBook;
import opencadre.personnel.statistics.StatisticsPlaces;
import opencadre.personnel.statistics.StatisticsTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Fills {@code statistics.xlsx}, whose places are those of {@link StatisticsPlaces}. */
@Component
final class SheetsOfStatistics implements StatisticsBook {

    private final StatisticsPlaces places;
    private final TemplateFile template;

    SheetsOfStatistics(
            StatisticsPlaces places, TemplateSource users, @Value("${opencadre.templates:}") String directory) {
        this.places = places;
        template = new TemplateFile(users, directory, "statistics.xlsx");
    }

    @Override
    public Supplier<byte[]> of(StatisticsTable table) {
        byte[] file = template.inForce();
        Map<String, Object> said = places.of(table);
        return () -> SheetTemplate.filled(file, said);
    }
}
