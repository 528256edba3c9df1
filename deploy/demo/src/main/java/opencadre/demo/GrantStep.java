package opencadre.demo;

import java.util.List;
import java.util.Map;

/**
 * The system administrator grants what an account that was never granted anything shall hold. Rights that somebody has
 * changed since are left as they are: a start of the demo gives nobody back what an administrator took away.
 */
final class GrantStep {

    private GrantStep() {}

    /** Rights over units, before there is anybody. */
    static Tally overUnits(Officer administrator, DemoData data) {
        return run(administrator, data, new Tally("accounts with rights"), false);
    }

    /** Rights to one's own record, once that is there. */
    static Tally ofOwnRecords(Officer administrator, DemoData data) {
        return run(administrator, data, new Tally("accounts with their own record"), true);
    }

    private static Tally run(Officer administrator, DemoData data, Tally tally, boolean own) {
        for (String account : data.grants().stream()
                .filter(grant -> grant.person().isPresent() == own)
                .map(GrantRow::account)
                .distinct()
                .toList()) {
            grant(administrator, account, data.grantsOf(account), tally);
        }
        return tally;
    }

    private static void grant(Officer administrator, String account, List<GrantRow> wanted, Tally tally) {
        String path = "/api/personnel/accounts/" + account + "/grants";
        Answer held = administrator.get(path).orEnd("The rights of " + account);
        if (held.body().path("authzVersion").asLong(0) > 0) {
            tally.present();
            if (held.body().path("grants").size() != wanted.size()) {
                tally.note(account + " holds other rights than the file says; they are left as they are.");
            }
            return;
        }
        Answer answer = administrator.put(
                path,
                Map.of("grants", wanted.stream().map(GrantRow::body).toList()),
                Map.of("If-Match", "\"" + held.body().path("authzVersion").asLong(0) + "\""));
        if (answer.isGood()) {
            tally.added();
        } else {
            tally.refused(answer.refusals(wanted.getFirst().row()));
        }
    }
}
