package opencadre.training;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process of training-service. */
@SpringBootApplication
public class TrainingService {

    public static void main(String[] args) {
        SpringApplication.run(TrainingService.class, args);
    }
}
