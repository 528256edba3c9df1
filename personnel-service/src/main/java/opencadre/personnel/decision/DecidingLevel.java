package opencadre.personnel.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.decision.rule.AuthorityRules;
import opencadre.personnel.decision.rule.AuthorityRules.Held;
import opencadre.personnel.decision.rule.AuthorityRules.Level;
import opencadre.personnel.person.Assignment;
import opencadre.personnel.seat.ManagementScope;
import org.springframework.stereotype.Component;

/** Judges whether a level may decide what a paper says, by the law of the day on which it was signed. */
@Component
class DecidingLevel {

    static final String HIGHEST_POST_DECIDES = "authority.highest-post-decides";

    private final Regulations regulations;

    DecidingLevel(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * A paper of a day whose law was not read is recorded as it is: nothing says whose say it was.
     *
     * @param believed the posts of a person that are believed now
     */
    List<Finding> against(
            Function<UUID, List<Assignment>> believed,
            List<Effect> effects,
            LocalDate signedOn,
            ManagementScope authority) {
        Optional<Parameter> law =
                regulations.parameter(HIGHEST_POST_DECIDES, signedOn).filter(Parameter::isYes);
        if (law.isEmpty()) {
            return List.of();
        }
        Set<ManagementScope> wrong = new TreeSet<>();
        for (UUID person : Effect.people(effects)) {
            Set<String> deciding = AuthorityRules.deciding(
                    believed.apply(person).stream()
                            .map(post -> new Held(level(post.scope()), post.valid()))
                            .toList(),
                    effects.stream()
                            .filter(effect -> effect.personId().equals(person))
                            .map(effect -> level(effect.scope()))
                            .toList(),
                    signedOn);
            if (!deciding.contains(authority.name())) {
                wrong.add(ManagementScope.valueOf(deciding.iterator().next()));
            }
        }
        String article = law.get().basis().citation();
        return wrong.stream()
                .map(level -> new Finding(
                        "authority",
                        "authority-not-the-deciding-level",
                        Messages.of("authority-not-the-deciding-level", Messages.of("scope." + level.name())),
                        article))
                .toList();
    }

    private static Level level(ManagementScope scope) {
        return new Level(scope.name(), scope.height());
    }
}
