package opencadre.kit.workbook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opencadre.kit.rule.Finding;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** A cell that is not empty, in the shape that its column asks for, or why it cannot be. */
sealed interface CellValue {

    record Read(Object value) implements CellValue {}

    record Wrong(Finding finding) implements CellValue {}

    static CellValue of(Cell cell, Column column) {
        if (cell.getType() == CellType.FORMULA) {
            return wrong(column, "cell-formula");
        }
        if (cell.getType() == CellType.ERROR) {
            return wrong(column, "cell-error");
        }
        String text = Workbook.tidy(cell.getText());
        return switch (column.kind()) {
            case TEXT -> text(cell, column, text);
            case WHOLE -> whole(column, text);
            case DAY -> cell.getType() == CellType.NUMBER ? serial(cell, column) : day(column, text);
            case PARTIAL_DATE -> partial(cell, column, text);
            case YES_NO -> yesNo(column, text);
            case WORD -> word(column, text);
        };
    }

    /** A number that a program wrote as 1.0E7 or 12.0 is the digits somebody typed. */
    private static CellValue text(Cell cell, Column column, String text) {
        if (cell.getType() != CellType.NUMBER) {
            return text.length() > LONGEST ? wrong(column, "cell-too-long", LONGEST) : new Read(text);
        }
        return new Read(new BigDecimal(text).stripTrailingZeros().toPlainString());
    }

    private static CellValue whole(Column column, String text) {
        try {
            return new Read(new BigDecimal(text).intValueExact());
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return wrong(column, "cell-not-whole", text);
        }
    }

    /** Days since the end of 1899, as date cells keep them. */
    private static CellValue serial(Cell cell, Column column) {
        BigDecimal days = cell.asNumber();
        if (days.compareTo(FIRST_DAY) < 0
                || days.compareTo(LAST_DAY) > 0
                || days.stripTrailingZeros().scale() > 0) {
            return wrong(column, "cell-not-a-day", days.toPlainString());
        }
        return new Read(cell.asDate().toLocalDate());
    }

    private static CellValue day(Column column, String text) {
        try {
            Matcher typed = TYPED.matcher(text);
            Matcher iso = ISO.matcher(text);
            if (typed.matches()) {
                return new Read(LocalDate.of(number(typed, 3), number(typed, 2), number(typed, 1)));
            }
            if (iso.matches()) {
                return new Read(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
            }
        } catch (DateTimeException noSuchDay) {
            return wrong(column, "cell-no-such-day", text);
        }
        return wrong(column, "cell-not-a-day", text);
    }

    /** A whole number of four digits is a year; a larger one is a date cell. */
    private static CellValue partial(Cell cell, Column column, String text) {
        if (text.matches("[12]\\d{3}")) {
            return new Read(text);
        }
        if (cell.getType() == CellType.NUMBER) {
            return asText(serial(cell, column));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            try {
                return new Read(YearMonth.of(number(month, 2), number(month, 1)).toString());
            } catch (DateTimeException noSuchMonth) {
                return wrong(column, "cell-no-such-day", text);
            }
        }
        return asText(day(column, text));
    }

    private static CellValue asText(CellValue day) {
        return day instanceof Read read ? new Read(read.value().toString()) : day;
    }

    private static CellValue yesNo(Column column, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "x", "có", "true", "yes", "1" -> new Read(true);
            case "không", "false", "no", "0" -> new Read(false);
            default -> wrong(column, "cell-not-yes-or-no", text);
        };
    }

    private static CellValue word(Column column, String text) {
        Optional<String> meant = column.words().entrySet().stream()
                .filter(word ->
                        word.getKey().equalsIgnoreCase(text) || word.getValue().equals(text))
                .map(Map.Entry::getValue)
                .findFirst();
        return meant.<CellValue>map(Read::new)
                .orElseGet(() -> wrong(
                        column,
                        "cell-unknown-word",
                        text,
                        String.join("; ", column.words().keySet())));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Wrong wrong(Column column, String code, Object... arguments) {
        return new Wrong(Finding.of(column.key(), code, arguments));
    }

    /** As long as the longest text of a form: what was taken out comes back. */
    int LONGEST = 2_000;

    BigDecimal FIRST_DAY = BigDecimal.valueOf(61);
    BigDecimal LAST_DAY = BigDecimal.valueOf(73_050);

    Pattern TYPED = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    Pattern MONTH = Pattern.compile("(\\d{1,2})[/.-](\\d{4})");
}
