package opencadre.personnel.person;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Where it stands who recorded a fact, and by which decision. */
public interface Origins {

    /** Who recorded these beliefs and ended them. */
    Recorders of(Collection<Recorded> beliefs);

    /** Numbers of decisions, as far as the actor sees these; a draft has none. */
    Map<UUID, String> numbers(Collection<UUID> decisions);
}
