package opencadre.planning;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process of planning-service. */
@SpringBootApplication
public class PlanningService {

    public static void main(String[] args) {
        SpringApplication.run(PlanningService.class, args);
    }
}
