package opencadre.personnel.decision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a decision out as a file of a word processor. */
public interface DecisionPrinter {

    /** The file. */
    byte[] print(Text text);

    /**
     * What stands on the paper, line by line.
     *
     * @param body who decides, as {@code BAN THƯỜNG VỤ TỈNH ỦY}
     * @param bodyUnit which of many such bodies; null where there is one
     * @param state the heading on the right, as {@code ĐẢNG CỘNG SẢN VIỆT NAM}
     * @param motto the line below it; null on a paper of the Party
     * @param draft the word for what is not signed; null once it is
     * @param number as {@code Số: 1234-QĐ/TU}
     * @param date as {@code ngày 28 tháng 12 năm 2026}
     * @param subject as {@code về việc bổ nhiệm cán bộ}
     * @param bases what it rests on
     * @param articles Điều 1 and following, each with its number
     * @param recipients who gets it
     * @param signing for whom it is signed
     */
    record Text(
            String body,
            @Nullable String bodyUnit,
            String state,
            @Nullable String motto,
            @Nullable String draft,
            String number,
            String date,
            String subject,
            List<String> bases,
            List<String> articles,
            List<String> recipients,
            String signing) {

        /** What stands at the places of the form. */
        public Map<String, Object> places() {
            Map<String, Object> places = new HashMap<>();
            places.put("body", body);
            places.put("bodyUnit", orEmpty(bodyUnit));
            places.put("state", state);
            places.put("motto", orEmpty(motto));
            places.put("draft", orEmpty(draft));
            places.put("number", number);
            places.put("date", date);
            places.put("subject", subject);
            places.put("bases", each(bases));
            places.put("articles", each(articles));
            places.put("recipients", each(recipients));
            places.put("signing", signing);
            return places;
        }

        private static String orEmpty(@Nullable String line) {
            return line == null ? "" : line;
        }

        private static List<Map<String, String>> each(List<String> lines) {
            return lines.stream().map(line -> Map.of("line", line)).toList();
        }
    }
}
