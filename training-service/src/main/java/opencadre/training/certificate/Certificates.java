package opencadre.training.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import opencadre.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/** Where certificates are kept. Every method runs inside the transaction that knows the actor. */
public interface Certificates {

    /** Makes changes of a person's certificates and the erasure of the person come one after another. */
    void hold(UUID personId);

    /** Adds the aggregate at revision 1. */
    UUID add(UUID personId, Instant recordedAt);

    /** Holds a certificate of a person until the end of the transaction; nothing outside the actor's scope. */
    Optional<CertificateFile> lock(UUID personId, UUID id);

    /** Takes a certificate to a revision. */
    void revise(UUID id, long revision, Instant recordedAt);

    /** Records a belief, unless another that counts or awaits has its kind, issuer and number: then false. */
    boolean record(Certificate certificate);

    /** Ends what is believed of a certificate. */
    void end(UUID id, Instant at, String because);

    /** Everything ever believed of a certificate of a person. */
    Optional<CertificateFile> file(UUID personId, UUID id);

    /** The certificates of a person that were issued by a day, as believed at an instant, latest first. */
    List<CertificateView> of(UUID personId, LocalDate issuedBy, @Nullable Instant knownAt);

    /**
     * What waits, longest first.
     *
     * @param verifier the actor as far as they may verify; null when they may nowhere
     * @param author the actor as far as they may enter; null when they may nowhere
     */
    List<WorkItem> waiting(
            @Nullable Actor verifier, @Nullable Actor author, WorkItem.@Nullable Position after, int limit);

    /** Every certificate of a person with all that was ever believed of it. */
    List<CertificateFile> files(UUID personId);

    /** The revision of a certificate; empty outside the actor's scope. */
    OptionalLong revision(UUID id);

    /** Deletes one that was entered in error and says of which revision it was. */
    Erased remove(UUID id);

    /** Deletes every certificate of a person with all that was believed; which they were, and their revisions. */
    List<Erased> erase(UUID personId);

    /** A certificate that is gone. */
    record Erased(UUID id, long revision) {}
}
