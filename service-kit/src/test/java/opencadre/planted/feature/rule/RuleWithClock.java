package opencadre.planted.feature.rule;

import org.springframework.core.env.Environment;

record RuleWithClock(Environment environment) {}
