package opencadre.personnel.savedfilter.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import opencadre.personnel.savedfilter.rule.SavedFilterRules.Breach;
import org.junit.jupiter.api.Test;

class SavedFilterRulesTest {

    private static List<String> codes(String name, String query, List<String> otherNames) {
        return SavedFilterRules.breaches(name, query, otherNames).stream()
                .map(Breach::code)
                .toList();
    }

    @Test
    void aFilterIsWhatTheListUnderstands() {
        for (String query : List.of("q=lan", "unit=019a8f00-0000-7000-8000-00000000f100", "q=a%26b&unit=1")) {
            assertThat(codes("Tên", query, List.of())).as(query).isEmpty();
        }
        for (String query : List.of("asOf=2025-01-01", "q=a&q=b", "q", "q=", "q=a&", "//elsewhere", "c=1")) {
            assertThat(codes("Tên", query, List.of())).as(query).containsExactly("saved-filter-not-of-the-list");
        }
    }

    @Test
    void aNameIsTakenWhateverItsCase() {
        assertThat(codes("SÔNG CÔNG ", "q=a", List.of("Sông Công"))).containsExactly("saved-filter-name-taken");
        assertThat(codes("Sông Cong", "q=a", List.of("Sông Công"))).isEmpty();
    }

    @Test
    void nobodyKeepsMoreThanAMenuShows() {
        List<String> others = IntStream.range(0, SavedFilterRules.MOST)
                .mapToObj(i -> "Bộ lọc " + i)
                .toList();

        assertThat(codes("Nữa", "q=a", others)).containsExactly("saved-filters-too-many");
        assertThat(codes("Nữa", "q=a", others.subList(1, others.size()))).isEmpty();
    }
}
