package opencadre.kit.rule;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * Texts by code in both languages, from {@code messages/kit_vi.properties} and {@code _en}, and from the service's own
 * {@code messages/service_vi.properties} and {@code _en} where it has them.
 */
public final class Messages {

    private static final List<String> BUNDLES = List.of("messages.service", "messages.kit");
    private static final Locale VIETNAMESE = Locale.of("vi");

    private static final ResourceBundle.Control CONTROL =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Messages() {}

    /**
     * The text of a code in both languages; dates and texts among the arguments are said in each. Errors:
     * {@link MissingResourceException} for a code nobody wrote.
     */
    public static Bilingual of(String code, Object... arguments) {
        return new Bilingual(text(code, VIETNAMESE, arguments), text(code, Locale.ENGLISH, arguments));
    }

    private static String text(String code, Locale locale, Object... arguments) {
        String pattern = BUNDLES.stream()
                .flatMap(name -> bundle(name, locale).stream())
                .filter(bundle -> bundle.containsKey(code))
                .map(bundle -> bundle.getString(code))
                .findFirst()
                .orElseThrow(() -> new MissingResourceException("No text for " + code, Messages.class.getName(), code));
        Object[] said =
                Arrays.stream(arguments).map(argument -> said(argument, locale)).toArray();
        return new MessageFormat(pattern, locale).format(said);
    }

    /** Days and months in the manner of the language, texts in the language, whole numbers without dots. */
    private static Object said(Object argument, Locale locale) {
        boolean vietnamese = locale.equals(VIETNAMESE);
        return switch (argument) {
            case LocalDate day ->
                DateTimeFormatter.ofPattern(vietnamese ? "dd/MM/yyyy" : "d MMM yyyy", locale)
                        .format(day);
            case YearMonth month ->
                DateTimeFormatter.ofPattern(vietnamese ? "MM/yyyy" : "MMM yyyy", locale)
                        .format(month);
            case Bilingual text -> vietnamese ? text.vi() : text.en();
            default -> String.valueOf(argument);
        };
    }

    /** A bundle, or nothing: the kit alone has no service beside it. */
    private static Optional<ResourceBundle> bundle(String name, Locale locale) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, locale, CONTROL));
        } catch (MissingResourceException noSuchBundle) {
            return Optional.empty();
        }
    }
}
