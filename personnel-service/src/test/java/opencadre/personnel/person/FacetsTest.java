package opencadre.personnel.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import opencadre.personnel.seat.ManagementScope;
import opencadre.personnel.unit.UnitBasis;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FacetsTest {

    private static final List<Facets.Alike> PEOPLE = List.of(
            new Facets.Alike(Sex.FEMALE, AgeBand.TO_30, Set.of(ManagementScope.UNIT_HEAD), 3),
            new Facets.Alike(
                    Sex.FEMALE,
                    AgeBand.FROM_41,
                    Set.of(ManagementScope.UNIT_HEAD, ManagementScope.COMMUNE_PARTY_COMMITTEE),
                    2),
            new Facets.Alike(Sex.MALE, AgeBand.FROM_41, Set.of(), 5));

    private static Facets facets(@Nullable Sex sex, @Nullable AgeBand age, @Nullable ManagementScope scope) {
        return Facets.of(PEOPLE, new PeopleFilter(null, null, UnitBasis.HISTORICAL, sex, age, scope, null));
    }

    @Test
    void whoHoldsPostsInTwoScopesIsInBoth() {
        assertThat(facets(null, null, null))
                .isEqualTo(new Facets(
                        Map.of(Sex.FEMALE, 5L, Sex.MALE, 5L),
                        Map.of(AgeBand.TO_30, 3L, AgeBand.FROM_41, 7L),
                        Map.of(ManagementScope.UNIT_HEAD, 5L, ManagementScope.COMMUNE_PARTY_COMMITTEE, 2L)));
    }

    @Test
    void eachIsCountedUnderTheOthersAndNotUnderItself() {
        assertThat(facets(Sex.MALE, AgeBand.FROM_41, null))
                .isEqualTo(new Facets(Map.of(Sex.FEMALE, 2L, Sex.MALE, 5L), Map.of(AgeBand.FROM_41, 5L), Map.of()));
        assertThat(facets(null, null, ManagementScope.COMMUNE_PARTY_COMMITTEE))
                .isEqualTo(new Facets(
                        Map.of(Sex.FEMALE, 2L),
                        Map.of(AgeBand.FROM_41, 2L),
                        Map.of(ManagementScope.UNIT_HEAD, 5L, ManagementScope.COMMUNE_PARTY_COMMITTEE, 2L)));
    }
}
