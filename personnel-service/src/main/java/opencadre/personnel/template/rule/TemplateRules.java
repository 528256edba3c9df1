package opencadre.personnel.template.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.FourEyes;

/** Whether a template can be filled, in words for whoever wrote it. */
public final class TemplateRules {

    private static final String CONTENT = "content";

    private TemplateRules() {}

    /**
     * What is against it: places that the form does not know, and blocks that are not closed. In the order of the file.
     */
    public static List<Finding> faults(List<FoundPlace> found, PlacesOfForm form) {
        List<Finding> faults = new ArrayList<>();
        Deque<FoundPlace> open = new ArrayDeque<>();
        for (FoundPlace place : found) {
            switch (place.sign()) {
                case "?" -> {
                    if (!form.blocks().containsKey(place.name())) {
                        faults.add(unknown(place));
                    }
                    open.push(place);
                }
                case "/" -> {
                    if (open.isEmpty() || !open.peek().name().equals(place.name())) {
                        faults.add(Finding.of(CONTENT, "template-block-not-opened", place.written(), place.where()));
                    } else {
                        open.pop();
                    }
                }
                case "" -> {
                    if (!isKnown(place, open, form)) {
                        faults.add(unknown(place));
                    }
                }
                default -> faults.add(Finding.of(CONTENT, "template-sign", place.written(), place.where()));
            }
        }
        open.forEach(
                block -> faults.add(Finding.of(CONTENT, "template-block-not-closed", block.written(), block.where())));
        return faults;
    }

    private static boolean isKnown(FoundPlace place, Collection<FoundPlace> open, PlacesOfForm form) {
        if (place.table() != null) {
            return form.tables().getOrDefault(place.table(), Set.of()).contains(place.name());
        }
        if (!open.isEmpty()) {
            // Of a block that is not known nothing more is said than that.
            Set<String> of = form.blocks().get(open.iterator().next().name());
            return of == null || of.contains(place.name());
        }
        return form.texts().contains(place.name()) || form.tables().containsKey(place.name());
    }

    private static Finding unknown(FoundPlace place) {
        return Finding.of(CONTENT, "template-unknown-place", place.written(), place.where());
    }

    /** Places of the house's own template that this one has not: what it will not say. */
    public static List<String> missing(List<FoundPlace> found, List<FoundPlace> own) {
        Set<String> missing = written(own);
        missing.removeAll(written(found));
        return List.copyOf(missing);
    }

    /** The same of a form whose places say one thing in a row and outside of it: by their names alone. */
    public static List<String> missingNames(List<FoundPlace> found, List<FoundPlace> own) {
        Set<String> missing = names(own);
        missing.removeAll(names(found));
        return List.copyOf(missing);
    }

    private static Set<String> names(List<FoundPlace> places) {
        return places.stream().map(FoundPlace::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> written(List<FoundPlace> places) {
        return places.stream()
                .filter(place -> !place.sign().equals("/"))
                .map(place -> place.table() == null ? place.written() : place.table() + " " + place.written())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One brings a template and another puts it in force: the whole province prints with it. */
    public static List<Finding> ofTwoPeople(Set<String> brought, Set<String> hands) {
        return FourEyes.areOne(brought, hands) ? List.of(Finding.of(null, "own-template")) : List.of();
    }
}
