package opencadre.personnel.account;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * For how long a right may be handed on, by the day on which it is. Setting {@code opencadre.delegation.limits}, as
 * {@code [{from: 2025-07-01, days: 90}]}; before the first day nothing is handed on.
 */
@ConfigurationProperties("opencadre.delegation")
public record DelegationLimits(List<Limit> limits) {

    /** From a day on, so many days. */
    public record Limit(LocalDate from, int days) {}

    int on(LocalDate day) {
        return limits.stream()
                .filter(limit -> !limit.from().isAfter(day))
                .max(Comparator.comparing(Limit::from))
                .map(Limit::days)
                .orElse(0);
    }
}
