package opencadre.training.certificate;

/** A certificate as believed at some moment, and the revision that a change of it names. */
public record CertificateView(long revision, Certificate certificate) {}
