package opencadre.training.imports;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import opencadre.training.certificate.CertificateKind;
import opencadre.training.certificate.CertificateLevel;

/** Words that people write in cells, and what they stand for. */
final class Words {

    static final Map<String, String> KINDS = Collections.unmodifiableMap(kinds());
    static final Map<String, String> LEVELS = Collections.unmodifiableMap(levels());

    private Words() {}

    private static Map<String, String> kinds() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Lý luận chính trị", CertificateKind.POLITICAL_THEORY.name());
        words.put("Quản lý nhà nước", CertificateKind.STATE_MANAGEMENT.name());
        words.put("Quốc phòng và an ninh", CertificateKind.DEFENCE_SECURITY.name());
        words.put("Ngoại ngữ", CertificateKind.FOREIGN_LANGUAGE.name());
        words.put("Tin học", CertificateKind.INFORMATION_TECHNOLOGY.name());
        return words;
    }

    private static Map<String, String> levels() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("Sơ cấp", CertificateLevel.THEORY_ELEMENTARY.name());
        words.put("Trung cấp", CertificateLevel.THEORY_INTERMEDIATE.name());
        words.put("Cao cấp", CertificateLevel.THEORY_ADVANCED.name());
        words.put("Cử nhân", CertificateLevel.THEORY_BACHELOR.name());
        words.put("Cán sự", CertificateLevel.STATE_ASSISTANT.name());
        words.put("Chuyên viên", CertificateLevel.STATE_SPECIALIST.name());
        words.put("Chuyên viên chính", CertificateLevel.STATE_PRINCIPAL.name());
        words.put("Chuyên viên cao cấp", CertificateLevel.STATE_SENIOR.name());
        words.put("Lãnh đạo cấp phòng", CertificateLevel.STATE_DIVISION_LEADER.name());
        words.put("Lãnh đạo cấp xã", CertificateLevel.STATE_COMMUNE_LEADER.name());
        words.put("Lãnh đạo cấp sở", CertificateLevel.STATE_DEPARTMENT_LEADER.name());
        for (int group = 1; group <= 4; group++) {
            words.put("Đối tượng " + group, "DEFENCE_GROUP_" + group);
        }
        for (int level = 1; level <= 6; level++) {
            words.put("Bậc " + level, "LANGUAGE_" + level);
        }
        words.put("Tin học cơ bản", CertificateLevel.IT_BASIC.name());
        words.put("Tin học nâng cao", CertificateLevel.IT_ADVANCED.name());
        return words;
    }
}
