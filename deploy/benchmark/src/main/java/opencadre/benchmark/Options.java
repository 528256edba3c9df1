package opencadre.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked for: {@code --people 100000 --units 2000 --seed 4711 2 3}.
 *
 * <p>Errors: {@link IllegalArgumentException} for a word it does not know.
 *
 * @param lines of the table in {@code docs/performance.md}; all when none is named, none beside {@code load}
 * @param lists whether every list is opened
 * @param imports whether workbooks are sent
 */
record Options(int people, int units, long seed, Set<Integer> lines, boolean lists, boolean imports) {

    static final List<Integer> KNOWN = List.of(2, 3, 8, 9, 15);

    static final String USAGE = "Usage: deploy/benchmark/run [--people 10000..2500000] [--units 100..12000] [--seed N]"
            + " [load | lists | imports | 2 3 8 9 15]";

    static Options of(String[] words) {
        int people = 100_000;
        int units = 2_000;
        long seed = 4711;
        boolean load = false;
        boolean lists = false;
        boolean imports = false;
        Set<Integer> lines = new TreeSet<>();
        List<String> left = new ArrayList<>(List.of(words));
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            switch (word) {
                case "--people" -> people = (int) number(left);
                case "--units" -> units = (int) number(left);
                case "--seed" -> seed = number(left);
                case "load" -> load = true;
                case "lists" -> lists = true;
                case "imports" -> imports = true;
                default -> lines.add(line(word));
            }
        }
        boolean all = lines.isEmpty() && !load && !lists && !imports;
        return new Options(people, units, seed, all ? new TreeSet<>(KNOWN) : lines, lists, imports);
    }

    private static long number(List<String> left) {
        if (left.isEmpty() || !left.getFirst().matches("\\d{1,9}")) {
            throw new IllegalArgumentException(USAGE);
        }
        return Long.parseLong(left.removeFirst());
    }

    private static int line(String word) {
        return KNOWN.stream()
                .filter(line -> line.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(USAGE));
    }
}
