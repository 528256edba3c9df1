package opencadre.personnel.cv.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import opencadre.kit.rule.Finding;
import opencadre.kit.time.PartialDate;
import opencadre.kit.time.Period;
import opencadre.personnel.person.rule.CorrectionRules.Relative;
import org.jspecify.annotations.Nullable;

/**
 * What a CV may say. Dates of which only a part is known are never refused for what they might mean: a rule is broken
 * when no day that they may mean keeps it.
 */
public final class CvRules {

    /** What was always true is true since then; nobody whose CV is kept was born earlier. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** The kind of entries that name kin. */
    public static final String FAMILY_MEMBER = "FAMILY_MEMBER";

    private CvRules() {}

    /** Values as they are recorded, tidied and in the order of the fields, or what is against them. */
    public record Read(Map<String, String> values, List<Finding> findings) {}

    /**
     * Reads what was typed for an entry.
     *
     * @param lists by name
     * @param birth of the person
     */
    public static Read read(
            CvKind kind,
            Map<String, String> typed,
            Function<String, CodeList> lists,
            PartialDate birth,
            LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        typed.keySet().stream()
                .filter(code -> kind.field(code).isEmpty())
                .sorted()
                .forEach(code -> findings.add(Finding.of("values." + code, "cv-unknown-field", code)));
        Map<String, String> values = new LinkedHashMap<>();
        for (CvField field : kind.fields()) {
            String text = typed.getOrDefault(field.code(), "").strip();
            if (text.isEmpty()) {
                if (field.required()) {
                    findings.add(Finding.of("values." + field.code(), "required"));
                }
                continue;
            }
            Optional<Finding> wrong = switch (field.type()) {
                case TEXT -> text(field, text);
                case CODE -> code(field, text, lists, today);
                case DATE, YEAR -> date(field, text, birth, today);
                case NUMBER -> number(field, text);
            };
            wrong.ifPresent(findings::add);
            values.put(field.code(), text);
        }
        if (findings.isEmpty()) {
            order(kind, values).ifPresent(findings::add);
            family(kind, values, birth).ifPresent(findings::add);
        }
        return new Read(values, findings);
    }

    private static Optional<Finding> text(CvField field, String text) {
        Integer max = field.max();
        if (max != null && text.length() > max) {
            return wrong(field, "cv-too-long", max);
        }
        return field.pattern() != null && !field.pattern().matcher(text).matches()
                ? wrong(field, "wrong-form")
                : Optional.empty();
    }

    private static Optional<Finding> code(
            CvField field, String text, Function<String, CodeList> lists, LocalDate today) {
        CodeList list = lists.apply(field.list() == null ? "" : field.list());
        return list.item(text).filter(item -> item.standsOn(today)).isEmpty()
                ? wrong(field, "cv-unknown-code", text, list.name())
                : Optional.empty();
    }

    private static Optional<Finding> date(CvField field, String text, PartialDate birth, LocalDate today) {
        PartialDate date = date(text);
        if (date == null || (field.type() == CvField.Type.YEAR && date.month() != null)) {
            return wrong(field, "unreadable-partial-date", text);
        }
        boolean ahead = !field.future() && date.earliest().isAfter(today);
        boolean before = !field.beforeBirth() && date.latest().isBefore(birth.earliest());
        return ahead || before ? wrong(field, "day-out-of-range") : Optional.empty();
    }

    private static Optional<Finding> number(CvField field, String text) {
        CvField.Range range = java.util.Objects.requireNonNull(field.range());
        if (!text.matches("\\d{1,15}(\\.\\d{1,6})?")) {
            return wrong(field, "cv-not-a-number", text);
        }
        BigDecimal number = new BigDecimal(text);
        boolean tooFine = number.stripTrailingZeros().scale() > range.scale();
        return tooFine || number.compareTo(range.min()) < 0 || number.compareTo(range.max()) > 0
                ? wrong(
                        field,
                        "cv-number-out-of-range",
                        plain(range.min()),
                        plain(range.max()),
                        Integer.toString(range.scale()))
                : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static Optional<Finding> wrong(CvField field, String code, Object... arguments) {
        return Optional.of(Finding.of("values." + field.code(), code, arguments));
    }

    /** What follows on something else is not before it: 2010 to 2010 may be, 2010-05 to 2010-04 may not. */
    private static Optional<Finding> order(CvKind kind, Map<String, String> values) {
        for (CvField field : kind.fields()) {
            PartialDate later = date(values.getOrDefault(field.code(), ""));
            PartialDate earlier = date(values.getOrDefault(field.notBefore() == null ? "" : field.notBefore(), ""));
            if (later != null && earlier != null && later.latest().isBefore(earlier.earliest())) {
                return wrong(field, "ends-before-it-begins");
            }
        }
        return Optional.empty();
    }

    private static Optional<Finding> family(CvKind kind, Map<String, String> values, PartialDate birth) {
        return kind.code().equals(FAMILY_MEMBER)
                ? relative(values)
                        .filter(relative -> !relative.agreesWith(birth))
                        .map(relative -> Finding.of("values.birthYear", "child-not-younger-than-parent"))
                : Optional.empty();
    }

    /** The parent or child that an entry about the family names with a year of birth; nothing for other kin. */
    public static Optional<Relative> relative(Map<String, String> values) {
        PartialDate born = date(values.getOrDefault("birthYear", ""));
        return born == null
                ? Optional.empty()
                : switch (values.getOrDefault("relation", "")) {
                    case "CON" -> Optional.of(new Relative(true, born.year()));
                    case "BO", "ME" -> Optional.of(new Relative(false, born.year()));
                    default -> Optional.empty();
                };
    }

    /** The days on which an entry with these values is true; what was read without findings has some. */
    public static Period period(CvKind kind, Map<String, String> values) {
        PartialDate from = date(values.getOrDefault(kind.validFrom() == null ? "" : kind.validFrom(), ""));
        PartialDate to = date(values.getOrDefault(kind.validTo() == null ? "" : kind.validTo(), ""));
        return new Period(
                from == null ? ALWAYS : from.earliest(),
                to == null ? null : to.latest().plusDays(1));
    }

    /**
     * What is against a new entry beside those that stand: of a kind held once two that begin on one day, or the same
     * twice.
     */
    public static Optional<Finding> beside(
            CvKind kind, Map<String, String> values, Period valid, Collection<? extends CvFact> others) {
        List<? extends CvFact> same = others.stream()
                .filter(other -> other.kind().equals(kind.code()))
                .toList();
        if (same.stream().anyMatch(other -> other.values().equals(values))) {
            return Optional.of(Finding.of("kind", "cv-same-entry"));
        }
        boolean stands = !kind.many()
                && same.stream().anyMatch(other -> other.valid().from().equals(valid.from()));
        if (!stands) {
            return Optional.empty();
        }
        return Optional.of(
                kind.validFrom() == null
                        ? Finding.of("kind", "cv-entry-stands")
                        : Finding.of("values." + kind.validFrom(), "cv-entry-stands-since-that-day"));
    }

    /**
     * Of entries that have begun by a day and not ended before it: of a kind held once only the one that began last
     * holds. Keeps their order.
     */
    public static <F extends CvFact> List<F> holding(List<F> begun, Function<String, CvKind> kinds) {
        return begun.stream()
                .filter(entry -> kinds.apply(entry.kind()).many()
                        || begun.stream()
                                .noneMatch(other -> other.kind().equals(entry.kind())
                                        && other.valid()
                                                .from()
                                                .isAfter(entry.valid().from())))
                .toList();
    }

    private static @Nullable PartialDate date(String text) {
        try {
            return PartialDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
