package opencadre.personnel.document;

/** Seals what is kept, and opens it. The keys are known to it alone. */
public interface Vault {

    /**
     * Where a content is kept: 32 bytes, the same for the same content in the same place, and nothing that could be
     * compared or reckoned without the key.
     */
    byte[] address(String place, byte[] content);

    /**
     * Seals a content.
     *
     * @param place what it belongs to; in another place it does not open
     */
    byte[] seal(byte[] content, String place);

    /** Errors: {@link BrokenSeal} when it was sealed under other keys, for another place, or was changed. */
    byte[] open(byte[] sealed, String place);
}
