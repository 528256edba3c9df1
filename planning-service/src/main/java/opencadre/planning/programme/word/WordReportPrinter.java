package opencadre.planning.programme.word;

import java.util.List;
import java.util.Map;
import opencadre.kit.word.TemplateSource;
import opencadre.kit.word.WordTemplate;
import opencadre.planning.programme.FigureReport;
import opencadre.planning.programme.ReportPrinter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Fills {@code figures.docx} of the directory {@code opencadre.templates}, or the one that comes with the service. Its
 * places are named as the parts of {@link FigureReport}; the rows of an annex are a table {@code {{rows}}}.
 */
@Component
final class WordReportPrinter implements ReportPrinter {

    private final WordTemplate template;

    WordReportPrinter(@Value("${opencadre.templates:}") String directory) {
        template = new WordTemplate(TemplateSource.NONE, directory, "figures.docx", List.of("rows"));
    }

    @Override
    public byte[] print(FigureReport report) {
        return template.filled(Map.of(
                "owner", report.owner(),
                "date", report.date(),
                "subject", report.subject(),
                "measure", report.measure(),
                "scope", report.scope(),
                "objectives",
                        report.objectives().stream()
                                .map(section -> Map.of("name", section.name(), "sentences", lines(section.sentences())))
                                .toList(),
                "annex",
                        report.annex().stream()
                                .map(annex -> Map.of(
                                        "code", annex.code(),
                                        "line", annex.line(),
                                        "note", annex.note(),
                                        "rows", annex.rows()))
                                .toList()));
    }

    private static List<Map<String, String>> lines(List<String> lines) {
        return lines.stream().map(line -> Map.of("line", line)).toList();
    }
}
