package opencadre.personnel.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import opencadre.personnel.decision.DecisionKind;
import opencadre.personnel.decision.Effect.Act;
import opencadre.personnel.decision.Effect.Direction;
import opencadre.personnel.person.Conduct;
import opencadre.personnel.person.Sex;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.seat.Regime;
import opencadre.personnel.seat.SeatKind;
import opencadre.personnel.seat.TheoryLevel;
import opencadre.personnel.unit.Tree;

/** The words that officers type in cells, and what they mean. */
final class Words {

    static final Map<String, String> TREES = words(
            "Đảng",
            Tree.PARTY,
            "Chính quyền",
            Tree.STATE,
            "Mặt trận, đoàn thể",
            Tree.FRONT,
            "Sự nghiệp",
            Tree.PUBLIC_SERVICE);
    static final Map<String, String> SEXES = words("Nam", Sex.MALE, "Nữ", Sex.FEMALE);
    static final Map<String, String> SCOPES = words(
            "Bộ Chính trị", ManagementScope.CENTRAL_POLITBURO,
            "Ban Bí thư", ManagementScope.CENTRAL_SECRETARIAT,
            "Ban Thường vụ Tỉnh ủy", ManagementScope.PROVINCIAL_BTV,
            "Ban Tổ chức Tỉnh ủy", ManagementScope.PROVINCIAL_ORG_DEPT,
            "Cơ quan cấp tỉnh", ManagementScope.PROVINCIAL_AGENCY,
            "Đảng ủy xã, phường", ManagementScope.COMMUNE_PARTY_COMMITTEE,
            "Thủ trưởng đơn vị", ManagementScope.UNIT_HEAD,
            "Ban Thường vụ cấp ủy huyện", ManagementScope.DISTRICT_BTV);
    static final Map<String, String> SEAT_KINDS = words(
            "Bổ nhiệm", SeatKind.APPOINTED,
            "Bầu cử", SeatKind.ELECTED,
            "Bầu cử, phê chuẩn", SeatKind.RATIFIED,
            "Chỉ định", SeatKind.DESIGNATED);
    static final Map<String, String> REGIMES =
            words("Cán bộ, công chức", Regime.CADRE, "Viên chức", Regime.PUBLIC_EMPLOYEE);
    static final Map<String, String> THEORY = words(
            "Sơ cấp",
            TheoryLevel.SO_CAP,
            "Trung cấp",
            TheoryLevel.TRUNG_CAP,
            "Cao cấp",
            TheoryLevel.CAO_CAP,
            "Cử nhân",
            TheoryLevel.CU_NHAN);
    static final Map<String, String> GRADES = words(
            "Hoàn thành xuất sắc nhiệm vụ", Conduct.Grade.HTXSNV,
            "Hoàn thành tốt nhiệm vụ", Conduct.Grade.HTTNV,
            "Hoàn thành nhiệm vụ", Conduct.Grade.HTNV,
            "Không hoàn thành nhiệm vụ", Conduct.Grade.KHTNV,
            "Không xếp loại", Conduct.Grade.KXL);
    static final Map<String, String> FORMS = words(
            "Khiển trách",
            Conduct.Form.REPRIMAND,
            "Cảnh cáo",
            Conduct.Form.WARNING,
            "Cách chức",
            Conduct.Form.DISMISSAL,
            "Khai trừ, buộc thôi việc",
            Conduct.Form.EXPULSION);

    static final Map<String, String> TRACKS = words("Đảng", Conduct.Track.PARTY, "Chính quyền", Conduct.Track.STATE);

    static final Map<String, String> KINDS = words(
            "Bổ nhiệm", DecisionKind.APPOINT,
            "Bổ nhiệm lại", DecisionKind.REAPPOINT,
            "Kéo dài thời gian giữ chức vụ", DecisionKind.EXTEND_TENURE,
            "Giới thiệu ứng cử", DecisionKind.NOMINATE,
            "Giới thiệu tái cử", DecisionKind.NOMINATE_REELECT,
            "Bầu cử", DecisionKind.ELECT,
            "Chỉ định", DecisionKind.DESIGNATE,
            "Bổ sung cấp ủy viên", DecisionKind.CO_OPT,
            "Phê chuẩn", DecisionKind.RATIFY,
            "Chuẩn y", DecisionKind.CONFIRM,
            "Điều động", DecisionKind.TRANSFER,
            "Luân chuyển", DecisionKind.ROTATE,
            "Biệt phái", DecisionKind.SECOND,
            "Giao quyền", DecisionKind.ACTING,
            "Giao phụ trách", DecisionKind.IN_CHARGE,
            "Tạm đình chỉ", DecisionKind.SUSPEND,
            "Cho thôi giữ chức vụ", DecisionKind.RELEASE,
            "Cho từ chức", DecisionKind.RESIGN,
            "Miễn nhiệm", DecisionKind.RELIEVE,
            "Bãi nhiệm", DecisionKind.RECALL,
            "Cách chức", DecisionKind.DISMISS,
            "Nghỉ hưu", DecisionKind.RETIRE,
            "Nghỉ hưu trước tuổi", DecisionKind.EARLY_RETIRE);
    static final Map<String, String> ACTS = words(
            "Giữ ghế", Act.START,
            "Thôi giữ", Act.END,
            "Giới thiệu", Act.NOMINATE,
            "Trúng cử", Act.ELECT,
            "Tạm đình chỉ", Act.SUSPEND);
    static final Map<String, String> DIRECTIONS =
            words("Trên xuống", Direction.DOWN, "Dưới lên", Direction.UP, "Ngang", Direction.LATERAL);

    private Words() {}

    /** Pairs of a word and what it means. */
    private static Map<String, String> words(Object... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put((String) pairs[i], ((Enum<?>) pairs[i + 1]).name());
        }
        return words;
    }
}
