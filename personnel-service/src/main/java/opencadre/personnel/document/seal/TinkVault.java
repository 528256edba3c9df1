package opencadre.personnel.document.seal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import opencadre.personnel.document.BrokenSeal;
import opencadre.personnel.document.Vault;

/** AES-256-GCM under a fresh nonce; the place is authenticated with it, so that no content opens as another's. */
final class TinkVault implements Vault {

    private static final int ADDRESS = 32;

    private final Aead seals;
    private final PrfSet addresses;

    TinkVault(DocumentKeys keys) {
        try {
            this.seals = keys.content().getPrimitive(DocumentKeys.SEALS, Aead.class);
            this.addresses = keys.address().getPrimitive(DocumentKeys.ADDRESSES, PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keysets are not of the kinds that are needed: " + e.getMessage(), e);
        }
    }

    @Override
    public byte[] address(String place, byte[] content) {
        byte[] name = bytes(place);
        byte[] whole = ByteBuffer.allocate(Integer.BYTES + name.length + content.length)
                .putInt(name.length)
                .put(name)
                .put(content)
                .array();
        try {
            return addresses.computePrimary(whole, ADDRESS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] seal(byte[] content, String place) {
        try {
            return seals.encrypt(content, bytes(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String place) {
        try {
            return seals.decrypt(sealed, bytes(place));
        } catch (GeneralSecurityException e) {
            throw new BrokenSeal("does not open: " + place, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
