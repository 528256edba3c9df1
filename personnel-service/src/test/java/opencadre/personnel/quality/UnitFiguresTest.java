package opencadre.personnel.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.Reach;
import opencadre.kit.rule.Regulations;
import opencadre.personnel.cv.data.Catalogues;
import opencadre.personnel.person.BirthProvinces;
import opencadre.personnel.quality.UnitQuality.Extent;
import opencadre.personnel.quality.rule.Flaw;
import opencadre.personnel.quality.rule.Item;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How far a unit is looked into by how many dossiers it has. */
class UnitFiguresTest {

    private static final UUID UNIT = UUID.randomUUID();
    private static final Actor ACTOR =
            new Actor("a", "a", "a", 0, "quality.read", Set.of(), List.of(), Reach.NOTHING, LocalDate.of(2026, 11, 24));

    /** Three dossiers in the unit, of which two have a place of birth. */
    private static final class Three implements Dossiers {

        private boolean opened;

        @Override
        public List<Dossier> of(Actor actor, Collection<UUID> personIds) {
            opened = true;
            return List.of();
        }

        @Override
        public Map<UUID, Long> sizes(Actor actor, UUID unitId) {
            return Map.of(UNIT, 3L, ALL, 3L);
        }

        @Override
        public Map<UUID, List<UUID>> members(Actor actor, UUID unitId) {
            return Map.of();
        }

        @Override
        public Map<UUID, Map<String, Long>> filled(Actor actor, UUID unitId, List<Item> items) {
            return Map.of(UNIT, Map.of("BIRTH_PLACE", 2L), ALL, Map.of("BIRTH_PLACE", 2L));
        }

        @Override
        public List<Suspicion> suspicions(Actor actor, Suspicion.@Nullable Key after, int limit) {
            return List.of();
        }
    }

    private final Three dossiers = new Three();
    private final QualityRegister register = new QualityRegister(
            dossiers,
            Catalogues.read(),
            new BirthProvinces(Set.of()),
            Regulations.load(),
            new Places(DSL.using(SQLDialect.POSTGRES), Places.Fences.BOTH));

    @Test
    void asManyAsOneWaitsForAreHeldAgainstEveryRule() {
        assertThat(register.figures(ACTOR, UNIT, 3, 3).extent()).isEqualTo(Extent.EXAMINED);
        assertThat(dossiers.opened).isTrue();
    }

    @Test
    void ofMoreItIsCountedWhatIsMissing() {
        UnitQuality quality = register.figures(ACTOR, UNIT, 2, 3);

        assertThat(quality.extent()).isEqualTo(Extent.FILLED);
        assertThat(dossiers.opened).isFalse();
        assertThat(quality.total().complete()).isZero();
        assertThat(quality.lines().getFirst().kinds())
                .contains(new UnitQuality.Kind(Flaw.ITEM_MISSING, "BIRTH_PLACE", 1))
                .contains(new UnitQuality.Kind(Flaw.ITEM_MISSING, "NATIVE_PLACE", 3));
    }

    @Test
    void ofStillMoreItIsSaidHowManyThereAre() {
        UnitQuality quality = register.figures(ACTOR, UNIT, 1, 2);

        assertThat(quality.extent()).isEqualTo(Extent.COUNTED);
        assertThat(quality.total().dossiers()).isEqualTo(3);
        assertThat(quality.total().complete()).isNull();
        assertThat(quality.lines().getFirst().kinds()).isEmpty();
    }
}
