package opencadre.personnel.statistics;

import java.util.List;
import opencadre.kit.rule.Bilingual;
import opencadre.personnel.person.AgeBand;

/**
 * What people are told apart by: on a day each has one value of it, or none that anybody has recorded. The standard
 * breakdowns of the statistical forms, in their order.
 *
 * <p>What a value is out of the facts, {@code data} says, once for counting and for showing who is counted; which
 * values have a column, {@link StatisticsColumns}.
 */
public enum Breakdown {
    /** Everybody has the one value {@link StatisticsColumns#ALL}. */
    TOTAL("Tổng số", "Total"),
    SEX("Giới tính", "Sex"),
    /** The code 00, undetermined, is unknown; a foreigner is no Kinh. */
    ETHNICITY("Dân tộc", "Ethnicity"),
    RELIGION("Tôn giáo", "Religion"),
    /** Nobody records not being a member, so whoever is not on file as one is unknown. */
    PARTY("Đảng viên", "Party membership"),
    /** {@link AgeBand}. */
    AGE("Độ tuổi", "Age"),
    /** Whose age stands on a date of birth that is not known to the day. */
    BIRTH("Ngày sinh", "Date of birth"),
    /** The highest degree. */
    EDUCATION("Trình độ chuyên môn", "Professional education"),
    /** The highest verified certificate. */
    THEORY("Lý luận chính trị", "Political theory"),
    /** The highest verified certificate by rank; one for leaders only where there is no other. */
    STATE_MANAGEMENT("Quản lý nhà nước", "State management"),
    LANGUAGE("Ngoại ngữ", "Foreign language"),
    INFORMATICS("Tin học", "Information technology"),
    RANK("Ngạch", "Rank");

    private static final List<Breakdown> ALWAYS_KNOWN = List.of(TOTAL, SEX, AGE, BIRTH);

    private final String vi;
    private final String en;

    Breakdown(String vi, String en) {
        this.vi = vi;
        this.en = en;
    }

    public Bilingual label() {
        return new Bilingual(vi, en);
    }

    /** Whether somebody may be on file without it; name, sex and birth are what a file begins with. */
    public boolean mayBeUnknown() {
        return !ALWAYS_KNOWN.contains(this);
    }
}
