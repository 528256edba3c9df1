package opencadre.personnel.account;

import java.util.List;

/** Changed grants of which the identity provider has not yet been told. */
public interface SessionsToEnd {

    record Pending(String account, long authzVersion) {}

    void add(Pending pending);

    /** Done, unless the grants have changed again meanwhile. */
    void done(Pending pending);

    List<Pending> all();
}
