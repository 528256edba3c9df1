package opencadre.training.certificate;

/** Loại văn bằng, chứng chỉ that training keeps; degrees are personnel's. */
public enum CertificateKind {
    /** Lý luận chính trị. */
    POLITICAL_THEORY,
    /** Quản lý nhà nước. */
    STATE_MANAGEMENT,
    /** Quốc phòng và an ninh. */
    DEFENCE_SECURITY,
    /** Ngoại ngữ. */
    FOREIGN_LANGUAGE,
    /** Tin học. */
    INFORMATION_TECHNOLOGY
}
