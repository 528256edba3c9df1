package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildServersIT {

    @Test
    void everyCallerGetsTheSameServerAndItsOwnDatabase() {
        PostgresServer first = BuildServers.postgres();
        PostgresServer second = BuildServers.postgres();
        Database one = BuildServers.freshDatabase("training");
        Database other = BuildServers.freshDatabase("training");

        assertThat(second.port()).isEqualTo(first.port());
        assertThat(one.url()).contains("/training_").isNotEqualTo(other.url());
    }
}
