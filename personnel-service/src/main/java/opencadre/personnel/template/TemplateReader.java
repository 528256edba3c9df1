package opencadre.personnel.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import opencadre.kit.rule.Finding;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.template.rule.FoundPlace;

/** Reads and fills templates as files of an office program. */
public interface TemplateReader {

    /** What was read: the places in their order, or why it cannot be read. */
    record Read(List<FoundPlace> places, List<Finding> faults) {}

    /** The type of files that it is for. */
    FileKind reads();

    Read read(TemplatedPaper kind, byte[] content);

    /** Fills a template that is not in force; empty where that cannot be done. */
    Optional<byte[]> filled(TemplatedPaper kind, byte[] content, Map<String, Object> places);

    /** The house's own: what stands where users have put none in force. */
    byte[] own(TemplatedPaper kind);
}
