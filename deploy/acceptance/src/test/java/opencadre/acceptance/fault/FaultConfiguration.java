package opencadre.acceptance.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import opencadre.kit.events.DeliveryProbe;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Put before a service's own classes by the tests: where a file with the name of a moment lies, the service stops at
 * that moment for ever, says so in a second file, and waits to be killed.
 */
@AutoConfiguration(beforeName = "opencadre.kit.KitConfiguration")
public class FaultConfiguration {

    @Bean
    DeliveryProbe deliveryProbe() {
        Path folder = Path.of(System.getenv("OPENCADRE_FAULTS"));
        return new DeliveryProbe() {
            @Override
            public void beforeSend(String topic, String key) {
                stopAt(folder.resolve("before-send"));
            }

            @Override
            public void afterSend(int messages) {
                stopAt(folder.resolve("after-send"));
            }

            @Override
            public void afterEffect(String topic) {
                stopAt(folder.resolve("after-effect"));
            }
        };
    }

    @SuppressWarnings("InfiniteLoopStatement")
    private static void stopAt(Path moment) {
        if (!Files.exists(moment)) {
            return;
        }
        try {
            Files.createFile(moment.resolveSibling(moment.getFileName() + ".reached"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (true) {
            LockSupport.park();
        }
    }
}
