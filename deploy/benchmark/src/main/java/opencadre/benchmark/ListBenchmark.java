package opencadre.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import opencadre.benchmark.province.GeneratedUnit;
import opencadre.benchmark.province.Level;
import opencadre.benchmark.province.Tree;
import opencadre.demo.Officer;

/**
 * How long every list and report of the house takes to open, over everything and for the clerk of one commune: asked
 * once, as after a pause, and some times again. There is no bare thing that does the same work as all of them, so what
 * a list costs the database stands beside it, and the size of the province above.
 */
final class ListBenchmark {

    private static final int AGAIN = 5;
    /** At once is what nobody waits for. */
    private static final double AT_ONCE_MILLIS = 300;

    /** Addresses by what they open; {@code {unit}} is the widest unit in reach. */
    private static final List<String> LISTS = List.of(
            "personnel/units",
            "personnel/successions",
            "personnel/people?limit=50",
            "personnel/people?limit=50&q=nguyen",
            "personnel/people?limit=50&sex=FEMALE&age=FROM_31",
            "personnel/people?limit=50&unit={unit}&asOf=2026-01-01",
            "personnel/people/count",
            "personnel/people/count?unit={unit}",
            "personnel/people/count?q=nguyen",
            "personnel/people/facets",
            "personnel/people/facets?unit={unit}",
            "personnel/people/facets?q=nguyen",
            "personnel/seats?unitId={unit}&below=true&limit=50",
            "personnel/units/{unit}/staffing",
            "personnel/decisions?limit=50",
            "personnel/decisions?limit=50&unit={unit}",
            "personnel/work-items?limit=50",
            "personnel/reorganisations?limit=50",
            "personnel/evaluations?limit=50",
            "personnel/reviews?limit=50",
            "personnel/merges?limit=50",
            "personnel/duplicates?limit=50",
            "personnel/quality?unit={unit}",
            "personnel/quality/dossiers?unit={unit}&limit=50",
            "personnel/statistics?unit={unit}",
            "personnel/statistics?unit={unit}&compareTo=2026-01-01",
            "personnel/statistics/rows?unit={unit}&limit=50",
            "training/people?limit=50",
            "training/people/count",
            "training/work-items?limit=50",
            "planning/people?limit=50",
            "planning/people/count",
            "planning/seats?unitId={unit}&limit=50",
            "planning/seats?unitId={unit}&vacantBy=2027-12-31&limit=50",
            "planning/plan-entries?limit=50",
            "planning/procedures?limit=50",
            "planning/work-items?limit=50");

    private final House house;

    ListBenchmark(House house) {
        this.house = house;
    }

    void run() {
        System.out.println(Table.machine());
        System.out.println();
        System.out.println("| list | asked by | first | again, median | slowest | PG CPU | others | at once |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        lists("province", House.PROVINCE_OFFICER, house.units(Level.PROVINCE));
        lists("commune", House.CLERK, house.commune());
    }

    private void lists(String who, String username, List<GeneratedUnit> units) {
        Officer officer = house.signedIn(username);
        String unit = units.stream()
                .filter(each -> each.tree() == Tree.STATE)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
        Map<String, Long> processes = house.processes();
        try (Visitor visitor = new Visitor(house.stack().publicUrl(), officer)) {
            for (String list : LISTS) {
                String path = "/api/" + list.replace("{unit}", unit);
                try {
                    double first = millis(visitor, path);
                    Supplier<Cpu> counting = Cpu.counting(processes);
                    double[] again = new double[AGAIN];
                    for (int i = 0; i < AGAIN; i++) {
                        again[i] = millis(visitor, path);
                    }
                    Cpu cpu = counting.get();
                    Arrays.sort(again);
                    System.out.printf(
                            Locale.ROOT,
                            "| %s | %s | %.0f | %.0f | %.0f | %.0f | %.1f%s | %s |%n",
                            list,
                            who,
                            first,
                            again[AGAIN / 2],
                            again[AGAIN - 1],
                            cpu.millis("postgres") / AGAIN,
                            cpu.others(),
                            Table.loaded(cpu.others()),
                            again[AGAIN / 2] <= AT_ONCE_MILLIS ? "yes" : "**no**");
                } catch (IllegalStateException e) {
                    // The others can still be measured; what went wrong is a result too.
                    System.out.printf(Locale.ROOT, "| %s | %s | **failed**: %s |%n", list, who, e.getMessage());
                }
            }
        }
    }

    private static double millis(Visitor visitor, String path) {
        long begin = System.nanoTime();
        visitor.get(path);
        return (System.nanoTime() - begin) / 1e6;
    }
}
