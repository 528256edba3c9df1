package opencadre.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Remembers which realm the data were made with: Keycloak reads it only once. */
record RealmStamp(Path stamp, Realm realm) {

    /** Notes the realm of new data; a sentence when old data were made with another one. */
    Optional<String> check() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(realm.file()));
            digest.update(Files.readAllBytes(realm.accounts()));
            String now = HexFormat.of().formatHex(digest.digest());
            if (!Files.exists(stamp)) {
                Files.writeString(stamp, now);
                return Optional.empty();
            }
            return Files.readString(stamp).equals(now)
                    ? Optional.empty()
                    : Optional.of("The realm has changed since the data were made, and Keycloak keeps the old realm:"
                            + " ./run --fresh starts with the new one (and without the data).");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
