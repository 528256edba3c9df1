package opencadre.planning.work;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import opencadre.kit.access.Actor;

/** Who is in a post and old, in the copy of people. Runs inside the transaction that knows the actor. */
public interface Retirees {

    /**
     * Posts held on a day by visible people who were born by these months, one main post of each that ends last; whose
     * birth is not known is not among them.
     */
    List<Retiree> inPost(Actor actor, LocalDate day, YearMonth menBornUntil, YearMonth womenBornUntil);
}
