package opencadre.personnel.document.seal;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The keys of documents: a folder outside the database with two keysets of Tink, {@code content.json} (AES-256-GCM,
 * seals) and {@code address.json} (HMAC-SHA256, reckons addresses). A keyset may hold older keys beside the one in use.
 */
record DocumentKeys(KeysetHandle content, KeysetHandle address) {

    private static final String CONTENT = "content.json";
    private static final String ADDRESS = "address.json";
    static final Configuration SEALS = AeadConfig2026.get();
    static final Configuration ADDRESSES = PrfConfig2026.get();

    /** Whether there are keys in a folder. */
    static boolean areIn(Path folder) {
        return Files.exists(folder.resolve(CONTENT)) && Files.exists(folder.resolve(ADDRESS));
    }

    /** Errors: {@link IllegalStateException} when they are no keysets, or cannot be read. */
    static DocumentKeys read(Path folder) {
        return new DocumentKeys(keyset(folder.resolve(CONTENT), SEALS), keyset(folder.resolve(ADDRESS), ADDRESSES));
    }

    /** Makes new keys, which their owner alone may read; of two who do so at once the first one's are kept. */
    static void make(Path folder) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            put(folder.resolve(CONTENT), PredefinedAeadParameters.AES256_GCM, SEALS);
            put(folder.resolve(ADDRESS), PredefinedPrfParameters.HMAC_SHA256_PRF, ADDRESSES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Path file, Parameters parameters, Configuration use)
            throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        Path written = Files.createTempFile(
                file.getParent(),
                "new",
                ".json",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            KeysetHandle keys = KeysetHandle.generateNew(parameters, use);
            Files.writeString(
                    written, TinkJsonProtoKeysetFormat.serializeKeyset(keys, use, InsecureSecretKeyAccess.get()));
            // Whole or not at all, and never over another's.
            Files.createLink(file, written);
        } catch (java.nio.file.FileAlreadyExistsException another) {
            // Theirs are kept.
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static KeysetHandle keyset(Path file, Configuration use) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file, StandardCharsets.UTF_8), use, InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("No keyset can be read from " + file + ": " + e.getMessage(), e);
        }
    }
}
