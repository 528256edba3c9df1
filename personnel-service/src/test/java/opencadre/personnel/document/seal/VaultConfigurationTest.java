package opencadre.personnel.document.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import opencadre.personnel.document.BrokenSeal;
import opencadre.personnel.document.KeyProbe;
import opencadre.personnel.document.Vault;
import opencadre.personnel.document.seal.VaultConfiguration.Settings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are there, are the right ones, and open what was sealed under them; otherwise the service does not start. */
class VaultConfigurationTest {

    private static final byte[] PAPER = "Quyết định số 12".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    /** As a database, of which there is one for all instances. */
    private static final class Kept implements KeyProbe {

        private byte @Nullable [] probe;

        @Override
        public Optional<byte[]> kept() {
            return Optional.ofNullable(probe);
        }

        @Override
        public byte[] keep(byte[] made) {
            probe = probe == null ? made : probe;
            return probe;
        }
    }

    private final Kept database = new Kept();

    private Vault opened(String keys, boolean makeKeys) {
        return VaultConfiguration.opened(new Settings(folder.resolve(keys), makeKeys), database);
    }

    @Test
    void keysAreMadeOnceForTheirOwnerAlone() throws IOException {
        Vault first = opened("keys", true);
        byte[] sealed = first.seal(PAPER, "a");

        assertThat(opened("keys", true).open(sealed, "a")).isEqualTo(PAPER);
        assertThat(opened("keys", false).open(sealed, "a")).isEqualTo(PAPER);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder.resolve("keys"))) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void doesNotStartWithoutKeys() {
        assertThatThrownBy(() -> VaultConfiguration.opened(new Settings(null, true), database))
                .hasMessageContaining("names no folder");
        assertThatThrownBy(() -> opened("keys", false)).hasMessageContaining("make-keys");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void doesNotStartWithOtherKeysThanThoseOfTheDatabase() {
        opened("keys", true);

        // Lost: new ones would open nothing of what is there.
        assertThatThrownBy(() -> opened("elsewhere", true)).hasMessageContaining("bring them back");
        Kept other = new Kept();
        VaultConfiguration.opened(new Settings(folder.resolve("others"), true), other);
        assertThatThrownBy(() -> opened("others", false)).hasMessageContaining("are not those under which");
    }

    @Test
    void doesNotStartWithWhatIsNoKeyset() throws IOException {
        opened("keys", true);
        Files.writeString(folder.resolve("keys/content.json"), "{}");

        assertThatThrownBy(() -> opened("keys", false)).hasMessageContaining("No keyset");
    }

    @Test
    void whatWasChangedOrBelongsElsewhereDoesNotOpen() {
        Vault vault = opened("keys", true);
        byte[] sealed = vault.seal(PAPER, "a");
        byte[] changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        assertThatThrownBy(() -> vault.open(changed, "a")).isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> vault.open(sealed, "b")).isInstanceOf(BrokenSeal.class);
        assertThat(vault.seal(PAPER, "a")).isNotEqualTo(sealed);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("12");
    }

    @Test
    void anAddressTellsNothingToWhoeverHasNotTheKey() {
        Vault vault = opened("keys", true);
        Vault other = VaultConfiguration.opened(new Settings(folder.resolve("others"), true), new Kept());

        assertThat(vault.address("a", PAPER)).hasSize(32).isEqualTo(vault.address("a", PAPER));
        assertThat(vault.address("b", PAPER)).isNotEqualTo(vault.address("a", PAPER));
        assertThat(other.address("a", PAPER)).isNotEqualTo(vault.address("a", PAPER));
    }
}
