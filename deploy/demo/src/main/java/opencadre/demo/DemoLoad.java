package opencadre.demo;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fills the demo through the gateway: units and rights as the system administrator, people as the officers of their
 * units. Loading again changes nothing; a load that was cut short is completed by the next.
 *
 * <p>Errors: {@link Unavailable}.
 */
public final class DemoLoad {

    static final String ADMINISTRATOR = "quantri";
    private static final String SCHOOL = "daotao.truong";
    private static final String VERIFIER = "thamdinh.truong";
    private static final String PROPOSER = "tochuc.tinh";
    private static final String ISSUER = "nhansu.tinh";
    private static final String APPROVER = "lanhdao.btc";

    private final String gateway;
    private final Map<String, Accounts.Account> accounts;
    private final DemoData data;
    private final Path folder;
    private final PrintStream out;

    private DemoLoad(
            String gateway, Map<String, Accounts.Account> accounts, DemoData data, Path folder, PrintStream out) {
        this.gateway = gateway;
        this.accounts = accounts;
        this.data = data;
        this.folder = folder;
        this.out = out;
    }

    /**
     * Loads everything and tells what it does.
     *
     * @param gateway for example {@code http://localhost:8080}
     * @param accountsFile names the accounts and their passwords; without a demo administrator nothing is loaded
     * @return the rows that were refused
     */
    public static List<Refusal> load(String gateway, Path folder, Path accountsFile, PrintStream out) {
        Map<String, Accounts.Account> accounts =
                Accounts.in(accountsFile).stream().collect(Collectors.toMap(Accounts.Account::username, a -> a));
        if (!accounts.containsKey(ADMINISTRATOR)) {
            out.println("  this is no demo realm: nothing is loaded");
            return List.of();
        }
        return new DemoLoad(gateway, accounts, DemoData.read(folder, accounts.keySet()), folder, out).run();
    }

    private List<Refusal> run() {
        List<Refusal> refusals = new ArrayList<>(data.refusals());
        refusals.forEach(refusal -> out.println("    " + refusal));
        Officer administrator = officer(ADMINISTRATOR);
        tell(UnitStep.run(administrator, data.units()), refusals);
        tell(GrantStep.overUnits(administrator, data), refusals);
        List<Sheet> structure = sheets(List.of("Kế thừa", "Chức danh", "Ghế"), refusals);
        tell(BookStep.run(administrator, "lineage, titles and seats", "personnel", "co-cau.xlsx", structure), refusals);
        Map<String, String> titles = structure.get(1).lines().stream()
                .collect(Collectors.toMap(line -> line.get(1), List::getFirst, (first, second) -> first));
        Set<String> seats = structure.get(2).lines().stream()
                .map(line -> line.get(0) + " " + line.get(1))
                .collect(Collectors.toSet());
        for (String clerk :
                data.people().stream().map(PersonRow::account).distinct().toList()) {
            List<Sheet> people = PeopleBook.of(clerk, data, titles, seats, folder, refusals);
            tell(BookStep.run(officer(clerk), "people of " + clerk, "personnel", "can-bo.xlsx", people), refusals);
            List<Sheet> cvs = Sheet.cvs(folder, clerk, refusals);
            if (cvs.stream().anyMatch(sheet -> !sheet.lines().isEmpty())) {
                tell(BookStep.run(officer(clerk), "CVs by " + clerk, "personnel", "ly-lich.xlsx", cvs), refusals);
            }
        }
        tell(GrantStep.ofOwnRecords(administrator, data), refusals);
        List<Sheet> decided = sheets(List.of("Quyết định"), refusals);
        tell(BookStep.run(officer(PROPOSER), "past decisions", "personnel", "quyet-dinh.xlsx", decided), refusals);
        tell(IssueStep.run(officer(ISSUER), column(decided.getFirst(), "Số quyết định")), refusals);
        List<Sheet> studies = sheets(List.of("Đào tạo"), refusals);
        tell(BookStep.run(officer(SCHOOL), "studies", "training", "dao-tao.xlsx", studies), refusals);
        List<Sheet> papers = sheets(List.of("Chứng chỉ"), refusals);
        tell(BookStep.run(officer(SCHOOL), "certificates", "training", "chung-chi.xlsx", papers), refusals);
        tell(VerifyStep.run(officer(VERIFIER), column(papers.getFirst(), "Số hiệu")), refusals);
        tell(ProgrammeStep.run(officer(PROPOSER), folder), refusals);
        List<Sheet> plans = sheets(List.of("Quy hoạch"), refusals);
        tell(BookStep.run(officer(PROPOSER), "plan entries", "planning", "quy-hoach.xlsx", plans), refusals);
        tell(PlanStep.run(officer(APPROVER), column(plans.getFirst(), "Quyết định")), refusals);
        return List.copyOf(refusals);
    }

    private List<Sheet> sheets(List<String> names, List<Refusal> refusals) {
        return names.stream().map(name -> Sheet.read(folder, name, refusals)).toList();
    }

    /** What stands in a column, but for its empty cells. */
    private static Set<String> column(Sheet sheet, String head) {
        int at = sheet.head().indexOf(head);
        return sheet.lines().stream()
                .map(line -> line.get(at))
                .filter(cell -> !cell.isBlank())
                .collect(Collectors.toSet());
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
