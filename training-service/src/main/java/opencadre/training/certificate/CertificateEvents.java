package opencadre.training.certificate;

import java.util.UUID;

/** Tells others of a certificate. */
public interface CertificateEvents {

    /**
     * The whole state.
     *
     * @param because what changed, as {@code verified}
     */
    void changed(CertificateFile file, String because);

    /** It is gone for good, as after the erasure of its person. */
    void erased(UUID certificateId, long revision);
}
