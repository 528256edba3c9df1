package opencadre.kit.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The law as dated data. A rule asks for a key on a legal day; no answer is an answer, which the rule hands on as
 * {@link Outcome#UNKNOWN}.
 */
public final class Regulations {

    private final Map<String, Regulation> byNumber;
    private final Map<String, List<Parameter>> byKey;

    private Regulations(Map<String, Regulation> byNumber, Map<String, List<Parameter>> byKey) {
        this.byNumber = byNumber;
        this.byKey = byKey;
    }

    /** Those of {@code contracts/regulations} on the class path. Errors: as {@link #of} and for an unreadable file. */
    public static Regulations load() {
        return of(RegulationFiles.onTheClassPath());
    }

    /**
     * These and no others. Errors: {@link IllegalArgumentException} naming every contradiction: two of one number,
     * periods of a key that overlap, an article that is not listed, a value outside the days of its regulation.
     */
    public static Regulations of(Collection<Regulation> regulations) {
        List<String> wrong = new ArrayList<>();
        Map<String, Regulation> byNumber = new HashMap<>();
        for (Regulation regulation : regulations) {
            if (byNumber.put(regulation.number(), regulation) != null) {
                wrong.add(regulation.number() + " stands there twice");
            }
            if (ends(regulation.effectiveFrom(), regulation.effectiveTo())) {
                wrong.add(regulation.number() + " ends before it begins");
            }
            regulation.parameters().forEach(parameter -> wrong.addAll(contradictions(regulation, parameter)));
        }
        Map<String, List<Parameter>> byKey = regulations.stream()
                .flatMap(regulation -> regulation.parameters().stream())
                .collect(Collectors.groupingBy(Parameter::key));
        byKey.values().forEach(parameters -> wrong.addAll(overlaps(parameters)));
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException("Regulations contradict: " + String.join("; ", wrong));
        }
        return new Regulations(Map.copyOf(byNumber), Map.copyOf(byKey));
    }

    /** What the law says on a day, or nothing: an unknown key, or a day for which nothing was read. */
    public Optional<Parameter> parameter(String key, LocalDate day) {
        return byKey.getOrDefault(key, List.of()).stream()
                .filter(parameter -> parameter.holdsOn(day))
                .findFirst();
    }

    /** Every value whose key begins so and that holds on a day, as the days of {@code holiday.}. */
    public List<Parameter> parametersUnder(String prefix, LocalDate day) {
        return byKey.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .flatMap(entry -> entry.getValue().stream())
                .filter(parameter -> parameter.holdsOn(day))
                .toList();
    }

    public Optional<Regulation> regulation(String number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    /** Every regulation, by number. */
    public Map<String, Regulation> all() {
        return byNumber;
    }

    /**
     * The same regulations with one of them changed or added, as a province's amendment does. Errors: as {@link #of}.
     */
    public Regulations with(Regulation amended) {
        Map<String, Regulation> all = new HashMap<>(byNumber);
        all.put(amended.number(), amended);
        return of(all.values());
    }

    private static List<String> contradictions(Regulation regulation, Parameter parameter) {
        List<String> wrong = new ArrayList<>();
        String where = parameter.key() + " of " + regulation.number();
        if (!parameter.basis().regulation().equals(regulation.number())) {
            wrong.add(where + " cites " + parameter.basis().regulation());
        }
        String article = parameter.basis().article();
        if (article != null && !regulation.articles().containsKey(article)) {
            wrong.add(where + " cites article " + article + ", which is not listed");
        }
        if (ends(parameter.validFrom(), parameter.validTo())) {
            wrong.add(where + " ends before it begins");
        }
        boolean early =
                regulation.effectiveFrom() != null && parameter.validFrom().isBefore(regulation.effectiveFrom());
        boolean late = regulation.effectiveTo() != null
                && (parameter.validTo() == null || parameter.validTo().isAfter(regulation.effectiveTo()));
        if (early || late) {
            wrong.add(where + " holds on days on which the regulation does not");
        }
        return wrong;
    }

    private static List<String> overlaps(List<Parameter> ofOneKey) {
        List<String> wrong = new ArrayList<>();
        for (int later = 1; later < ofOneKey.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (ofOneKey.get(later).overlaps(ofOneKey.get(earlier))) {
                    Function<Parameter, String> period = p -> p.basis().regulation() + " [" + p.validFrom() + ","
                            + (p.validTo() == null ? "" : p.validTo()) + ")";
                    wrong.add(ofOneKey.get(later).key() + " overlaps: " + period.apply(ofOneKey.get(earlier)) + " and "
                            + period.apply(ofOneKey.get(later)));
                }
            }
        }
        return wrong;
    }

    private static boolean ends(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from != null && to != null && !from.isBefore(to);
    }
}
