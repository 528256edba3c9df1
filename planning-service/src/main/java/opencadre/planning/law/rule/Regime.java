package opencadre.planning.law.rule;

import java.time.LocalDate;
import java.util.Optional;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;

/** Whose rules a post falls under: those of the Party for cadres, or those for public employees (viên chức). */
public enum Regime {
    CADRE("cadre"),
    PUBLIC_EMPLOYEE("public-employee");

    private final String word;

    Regime(String word) {
        this.word = word;
    }

    /** What the law says for this regime: area {@code appointment} and name {@code quorum}, on a day. */
    public Optional<Parameter> parameter(Regulations regulations, String area, String name, LocalDate lawDay) {
        return regulations.parameter(area + "." + word + "." + name, lawDay);
    }

    /** The term of office in months, on a day. */
    public Optional<Parameter> term(Regulations regulations, LocalDate lawDay) {
        return regulations.parameter("term." + word, lawDay);
    }
}
