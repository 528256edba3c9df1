package opencadre.personnel.decision;

import java.util.List;
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
            String signing) {}
}
