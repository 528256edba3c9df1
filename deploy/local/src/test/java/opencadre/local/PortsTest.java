package opencadre.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void theDefaultSetIsTheOneInTheDesign() {
        Ports ports = new Ports(Ports.DEFAULT_BASE);

        assertThat(ports.all().keySet())
                .containsExactly(5432, 8080, 8081, 8082, 8083, 8180, 9080, 9081, 9082, 9083, 9092, 9093, 9180);
        assertThat(ports.service("planning-service")).isEqualTo(8083);
        assertThat(ports.management("personnel-service")).isEqualTo(9081);
    }

    @Test
    void everyPortMovesWithTheGateway() {
        assertThat(new Ports(18080).all().keySet()).contains(15432, 18080, 18180, 19092);
    }

    @Test
    void refusesABaseThatPushesAPortOutOfRange() {
        assertThatThrownBy(() -> new Ports(80))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining("OPENCADRE_PORT_BASE must be between");
    }
}
