package opencadre.training.certificate;

/** How far a certificate has come. Only a verified one counts. */
public enum CertificateState {
    /** Chờ thẩm định: entered or corrected, awaits a second person. */
    ENTERED,
    /** Đã thẩm định. */
    VERIFIED,
    /** Bị từ chối: back with whoever entered it. */
    REJECTED,
    /** Đã thu hồi: was verified and no longer counts. */
    REVOKED
}
