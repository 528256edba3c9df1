package opencadre.kit.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyMarksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TUYỆT MẬT",
                "Tối mật",
                "độ mật: Mật",
                "(Mật)",
                "[ MẬT ]",
                " Mật ",
                "Tờ trình (TỐI  MẬT) số 5",
                "Tờ trình TỐI\u00a0MẬT",
                "(\u00a0Mật\u202f)"
            })
    void findsAMark(String text) {
        assertThat(SecrecyMarks.in(text)).isPresent();
        assertThat(SecrecyMarks.finding(text).article()).isEqualTo("117/2025/QH15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Thị Mật",
                "NGUYỄN VĂN MẬT",
                "Xã Mật Sơn",
                "bí mật",
                "Ban Cơ yếu, văn thư mật",
                "mật độ",
                ""
            })
    void leavesNamesAndOtherWordsAlone(String text) {
        assertThat(SecrecyMarks.in(text)).isEmpty();
    }
}
