package opencadre.personnel;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The process of personnel-service. */
@SpringBootApplication
public class PersonnelService {

    public static void main(String[] args) {
        SpringApplication.run(PersonnelService.class, args);
    }
}
