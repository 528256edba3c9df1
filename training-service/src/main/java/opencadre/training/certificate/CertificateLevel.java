package opencadre.training.certificate;

/** Trình độ; each belongs to one kind. */
public enum CertificateLevel {
    /** Sơ cấp lý luận chính trị. */
    THEORY_ELEMENTARY(CertificateKind.POLITICAL_THEORY),
    /** Trung cấp lý luận chính trị. */
    THEORY_INTERMEDIATE(CertificateKind.POLITICAL_THEORY),
    /** Cao cấp lý luận chính trị. */
    THEORY_ADVANCED(CertificateKind.POLITICAL_THEORY),
    /** Cử nhân lý luận chính trị. */
    THEORY_BACHELOR(CertificateKind.POLITICAL_THEORY),
    /** Ngạch cán sự. */
    STATE_ASSISTANT(CertificateKind.STATE_MANAGEMENT),
    /** Ngạch chuyên viên. */
    STATE_SPECIALIST(CertificateKind.STATE_MANAGEMENT),
    /** Ngạch chuyên viên chính. */
    STATE_PRINCIPAL(CertificateKind.STATE_MANAGEMENT),
    /** Ngạch chuyên viên cao cấp. */
    STATE_SENIOR(CertificateKind.STATE_MANAGEMENT),
    /** Lãnh đạo, quản lý cấp phòng. */
    STATE_DIVISION_LEADER(CertificateKind.STATE_MANAGEMENT),
    /** Lãnh đạo, quản lý cấp xã. */
    STATE_COMMUNE_LEADER(CertificateKind.STATE_MANAGEMENT),
    /** Lãnh đạo, quản lý cấp sở. */
    STATE_DEPARTMENT_LEADER(CertificateKind.STATE_MANAGEMENT),
    /** Đối tượng 1. */
    DEFENCE_GROUP_1(CertificateKind.DEFENCE_SECURITY),
    /** Đối tượng 2. */
    DEFENCE_GROUP_2(CertificateKind.DEFENCE_SECURITY),
    /** Đối tượng 3. */
    DEFENCE_GROUP_3(CertificateKind.DEFENCE_SECURITY),
    /** Đối tượng 4. */
    DEFENCE_GROUP_4(CertificateKind.DEFENCE_SECURITY),
    /** Bậc 1 of the six-level framework of Việt Nam. */
    LANGUAGE_1(CertificateKind.FOREIGN_LANGUAGE),
    /** Bậc 2. */
    LANGUAGE_2(CertificateKind.FOREIGN_LANGUAGE),
    /** Bậc 3. */
    LANGUAGE_3(CertificateKind.FOREIGN_LANGUAGE),
    /** Bậc 4. */
    LANGUAGE_4(CertificateKind.FOREIGN_LANGUAGE),
    /** Bậc 5. */
    LANGUAGE_5(CertificateKind.FOREIGN_LANGUAGE),
    /** Bậc 6. */
    LANGUAGE_6(CertificateKind.FOREIGN_LANGUAGE),
    /** Ứng dụng công nghệ thông tin cơ bản. */
    IT_BASIC(CertificateKind.INFORMATION_TECHNOLOGY),
    /** Ứng dụng công nghệ thông tin nâng cao. */
    IT_ADVANCED(CertificateKind.INFORMATION_TECHNOLOGY);

    private final CertificateKind kind;

    CertificateLevel(CertificateKind kind) {
        this.kind = kind;
    }

    public boolean isOf(CertificateKind asked) {
        return kind == asked;
    }
}
