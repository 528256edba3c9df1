package opencadre.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Fills the demo through the gateway: units and rights as the system administrator, people as the officers of their
 * units. Loading again changes nothing; a load that was cut short is completed by the next.
 *
 * <p>Errors: {@link Unavailable}.
 */
public final class DemoLoad {

    static final String ADMINISTRATOR = "quantri";

    private final String gateway;
    private final Map<String, Accounts.Account> accounts;
    private final DemoData data;
    private final PrintStream out;

    private DemoLoad(String gateway, Map<String, Accounts.Account> accounts, DemoData data, PrintStream out) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.data = data;
        this.out = out;
    }

    /**
     * Loads everything and tells what it does.
     *
     * @param gateway for example {@code http://localhost:8080}
     * @param realmFile names the accounts and their passwords; without a demo administrator nothing is loaded
     * @return the rows that were refused
     */
    public static List<Refusal> load(String gateway, Path folder, Path realmFile, PrintStream out) {
        Map<String, Accounts.Account> accounts =
                Accounts.in(realmFile).stream().collect(Collectors.toMap(Accounts.Account::username, a -> a));
        if (!accounts.containsKey(ADMINISTRATOR)) {
            out.println("  this is no demo realm: nothing is loaded");
            return List.of();
        }
        return new DemoLoad(gateway, accounts, DemoData.read(folder, accounts.keySet()), out).run();
    }

    private List<Refusal> run() {
        List<Refusal> refusals = new ArrayList<>(data.refusals());
        refusals.forEach(refusal -> out.println("    " + refusal));
        Officer administrator = officer(ADMINISTRATOR);
        tell(UnitStep.run(administrator, data.units()), refusals);
        tell(GrantStep.run(administrator, data), refusals);
        for (String clerk :
                data.people().stream().map(PersonRow::account).distinct().toList()) {
            tell(PeopleStep.run(officer(clerk), clerk, data), refusals);
        }
        return List.copyOf(refusals);
    }

    private void tell(Tally tally, List<Refusal> refusals) {
        tally.lines().forEach(out::println);
        refusals.addAll(tally.refusals());
    }

    private Officer officer(String username) {
        Accounts.Account account = accounts.get(username);
        if (account == null) {
            throw new IllegalStateException(username + " was read from a row that names no account");
        }
        return Officer.signedIn(gateway, account);
    }
}
