package opencadre.personnel.template;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where templates are kept; they are of the whole house and tell of nobody. */
public interface Templates {

    /** Holds a kind until the end of the transaction, so that changes come one after another. */
    void lock(TemplatedPaper kind);

    /** Every version, the latest first. */
    List<PaperTemplate> all();

    Optional<PaperTemplate> find(TemplatedPaper kind, UUID templateId);

    byte[] content(UUID templateId);

    void record(PaperTemplate template, byte[] content);

    /** What was ever in force, by kind, the latest first. */
    List<PaperTemplate.Use> uses();

    void put(PaperTemplate.Use use);
}
