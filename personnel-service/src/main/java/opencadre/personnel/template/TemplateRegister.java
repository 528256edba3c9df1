package opencadre.personnel.template;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.TwoClocks;
import opencadre.personnel.document.DocumentRegister;
import opencadre.personnel.document.Inspection;
import opencadre.personnel.document.rule.FileKind;
import opencadre.personnel.person.UuidV7;
import opencadre.personnel.template.PaperTemplate.Act;
import opencadre.personnel.template.PaperTemplate.Use;
import opencadre.personnel.template.rule.FoundPlace;
import opencadre.personnel.template.rule.TemplateRules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Use cases of the templates of papers. */
@Service
public class TemplateRegister {

    private static final String CONTENT = "content";
    private static final int LARGEST = 2_000_000;

    private final Templates templates;
    private final Map<FileKind, TemplateReader> readers = new EnumMap<>(FileKind.class);
    private final TemplateForms forms;
    private final Clock clock;

    TemplateRegister(Templates templates, List<TemplateReader> readers, TemplateForms forms, Clock clock) {
        this.templates = templates;
        readers.forEach(reader -> this.readers.put(reader.reads(), reader));
        this.forms = forms;
        this.clock = clock;
    }

    /** Versions and what was ever in force, the latest first. */
    public record All(List<PaperTemplate> versions, List<Use> uses) {

        /** What papers of a kind are printed with; none where the house's own never was replaced. */
        public Optional<Use> now(TemplatedPaper kind) {
            return uses.stream().filter(use -> use.kind() == kind).findFirst();
        }
    }

    private TemplateReader reader(TemplatedPaper kind) {
        return Objects.requireNonNull(readers.get(kind.type()));
    }

    public All all() {
        return new All(templates.all(), templates.uses());
    }

    /** The file of a version; the one that is in force where none is named, or the house's own where that is. */
    public Optional<byte[]> content(TemplatedPaper kind, @Nullable UUID templateId) {
        UUID asked = templateId == null ? all().now(kind).map(Use::templateId).orElse(null) : templateId;
        return asked == null
                ? Optional.of(reader(kind).own(kind))
                : templates.find(kind, asked).map(found -> templates.content(found.id()));
    }

    public byte[] own(TemplatedPaper kind) {
        return reader(kind).own(kind);
    }

    /** What was found in a file before it is kept: why it is not taken, and what it does not say. */
    public record Checked(List<Finding> faults, List<String> missing) {}

    /**
     * Looks at a file that is to be a template; takes a moment, so outside of a transaction.
     *
     * @param inspected what the file was found to be
     */
    public Checked check(TemplatedPaper kind, byte[] content, Inspection.Report inspected) {
        List<Finding> faults = new ArrayList<>(inspected.findings());
        // Fewer types than papers have may be templates: the list of those would send whoever reads it astray.
        boolean isOfItsType = !faults.removeIf(fault -> fault.code().equals("document-type"))
                && (inspected.kind() == null || inspected.kind() == kind.type());
        if (content.length > LARGEST) {
            faults.add(Finding.of(CONTENT, "template-too-large", LARGEST / 1_000_000));
        }
        if (!isOfItsType) {
            faults.add(Finding.of(CONTENT, kind.type() == FileKind.XLSX ? "template-type-sheet" : "template-type"));
        }
        if (!faults.isEmpty() || inspected.kind() == null) {
            return new Checked(faults, List.of());
        }
        TemplateReader.Read read = reader(kind).read(kind, content);
        faults.addAll(read.faults());
        faults.addAll(TemplateRules.faults(read.places(), forms.places(kind)));
        if (faults.isEmpty()
                && reader(kind).filled(kind, content, forms.ofNobody(kind)).isEmpty()) {
            faults.add(Finding.of(CONTENT, "template-not-filled"));
        }
        List<FoundPlace> own = reader(kind).read(kind, reader(kind).own(kind)).places();
        return new Checked(
                faults,
                kind.type() == FileKind.XLSX
                        ? TemplateRules.missingNames(read.places(), own)
                        : TemplateRules.missing(read.places(), own));
    }

    /** Keeps a version that was looked at; nothing is printed with it yet. */
    public TemplateOutcome bring(
            Actor actor, TemplatedPaper kind, String file, String note, byte[] content, Checked checked) {
        if (!checked.faults().isEmpty()) {
            return new TemplateOutcome.Unlawful(checked.faults());
        }
        PaperTemplate template = new PaperTemplate(
                UuidV7.next(clock),
                kind,
                file,
                content.length,
                DocumentRegister.sha256(content),
                note,
                checked.missing(),
                act(actor));
        templates.record(template, content);
        return new TemplateOutcome.Brought(template);
    }

    /**
     * Prints with a version from now on: one just brought, an earlier one, or the house's own.
     *
     * @param templateId null for the house's own
     * @param madeOn whether the change was made on the revision that stands
     */
    public TemplateOutcome put(
            Actor actor, TemplatedPaper kind, @Nullable UUID templateId, String reason, LongPredicate madeOn) {
        templates.lock(kind);
        Optional<Use> now = all().now(kind);
        long revision = now.map(Use::revision).orElse(0L);
        if (!madeOn.test(revision)) {
            return new TemplateOutcome.Unknown();
        }
        List<Finding> findings = new ArrayList<>();
        if (templateId != null) {
            Optional<PaperTemplate> template = templates.find(kind, templateId);
            if (template.isEmpty()) {
                return new TemplateOutcome.Unknown();
            }
            findings.addAll(TemplateRules.ofTwoPeople(template.get().brought().hands(), actor.hands()));
        }
        UUID inForce = now.map(Use::templateId).orElse(null);
        if (Objects.equals(inForce, templateId)) {
            findings.add(Finding.of("templateId", "template-in-force"));
        }
        if (!findings.isEmpty()) {
            return new TemplateOutcome.Unlawful(findings);
        }
        Use use = new Use(kind, revision + 1, templateId, reason, act(actor));
        templates.put(use);
        return new TemplateOutcome.Put(use);
    }

    /** What a trial is made of: a version, and what stands on the paper about somebody. */
    public sealed interface Trial {

        /** Makes the paper, after the transaction; empty where the template cannot be filled. */
        record Ready(Supplier<Optional<byte[]>> paper) implements Trial {}

        record Unlawful(List<Finding> findings) implements Trial {}

        record Unknown() implements Trial {}
    }

    /**
     * Gathers a version and somebody in the actor's reach; nothing is kept of it.
     *
     * @param about a person; of statistics a unit
     */
    public Trial trial(Actor actor, TemplatedPaper kind, UUID templateId, UUID about) {
        if (templates.find(kind, templateId).isEmpty()) {
            return new Trial.Unknown();
        }
        return switch (forms.of(actor, kind, about)) {
            case TemplateForms.Of.Told(var places) -> {
                byte[] content = templates.content(templateId);
                yield new Trial.Ready(() -> reader(kind).filled(kind, content, places));
            }
            case TemplateForms.Of.Unknown() -> new Trial.Unknown();
            case TemplateForms.Of.NoDecision() ->
                new Trial.Unlawful(List.of(Finding.of("person", "template-no-decision")));
        };
    }

    private Act act(Actor actor) {
        return new Act(actor.account(), actor.name(), actor.hands(), TwoClocks.now(clock));
    }
}
