package opencadre.personnel.document.seal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import opencadre.personnel.document.BrokenSeal;
import opencadre.personnel.document.KeyProbe;
import opencadre.personnel.document.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The keys are tried at the start: a service that has none, or others than those under which its database was written,
 * does not start. Else it would take papers that nobody can open beside those before.
 */
@Configuration
@EnableConfigurationProperties(VaultConfiguration.Settings.class)
class VaultConfiguration {

    private static final byte[] KNOWN = "opencadre documents".getBytes(StandardCharsets.UTF_8);
    private static final String PROBE = "probe";

    /**
     * Settings under {@code opencadre.documents}.
     *
     * @param keys folder of the keysets; outside the database and its backups
     * @param makeKeys whether keys are made where there are none yet: in a demo and in tests, and once in a house
     */
    @ConfigurationProperties("opencadre.documents")
    record Settings(
            @Nullable Path keys, @DefaultValue("false") boolean makeKeys) {}

    @Bean
    Vault vault(Settings settings, KeyProbe probes) {
        return opened(settings, probes);
    }

    static Vault opened(Settings settings, KeyProbe probes) {
        Path folder = settings.keys();
        if (folder == null || folder.toString().isBlank()) {
            throw new IllegalStateException(
                    "opencadre.documents.keys (OPENCADRE_DOCUMENTS_KEYS) names no folder: the keys"
                            + " of the documents lie outside the database, see docs/operations.md");
        }
        if (!DocumentKeys.areIn(folder)) {
            if (probes.kept().isPresent()) {
                throw new IllegalStateException("The keys of the documents are not in " + folder
                        + ", and this database was written under some: bring them back, new ones open nothing");
            }
            if (!settings.makeKeys()) {
                throw new IllegalStateException("There are no keys of the documents in " + folder
                        + "; where this is the first start, let them be made by opencadre.documents.make-keys=true"
                        + " (OPENCADRE_DOCUMENTS_MAKEKEYS)");
            }
            DocumentKeys.make(folder);
        }
        Vault vault = new TinkVault(DocumentKeys.read(folder));
        byte[] probe = probes.kept().orElseGet(() -> probes.keep(vault.seal(KNOWN, PROBE)));
        try {
            if (!Arrays.equals(vault.open(probe, PROBE), KNOWN)) {
                throw new IllegalStateException("The probe in document_key is none of this service");
            }
        } catch (BrokenSeal others) {
            throw new IllegalStateException(
                    "The keys in " + folder + " are not those under which the documents of this database were sealed",
                    others);
        }
        return vault;
    }
}
