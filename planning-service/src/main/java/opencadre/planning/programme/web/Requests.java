package opencadre.planning.programme.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Bilingual;
import opencadre.planning.programme.Programme;
import opencadre.planning.programme.rule.Counting;
import opencadre.planning.programme.rule.Counting.Count;
import opencadre.planning.programme.rule.Counting.Fact;
import org.jspecify.annotations.Nullable;

/** What clients send, see {@code contracts/planning/openapi.yaml}. */
final class Requests {

    private Requests() {}

    record NewProgramme(
            @NotBlank @Size(min = 1, max = 60) String number,
            @NotBlank @Size(min = 3, max = 300) String title,
            @NotNull LocalDate issuedOn,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull LocalDate countedFrom,
            @NotNull UUID ownerUnitId,
            @NotEmpty @Size(max = 20) List<UUID> coveredUnitIds,
            @NotEmpty @Size(max = 50) List<@Valid ObjectiveBody> objectives) {

        Programme.Content content() {
            return new Programme.Content(
                    number.strip(),
                    title.strip(),
                    issuedOn,
                    from,
                    to,
                    countedFrom,
                    ownerUnitId,
                    coveredUnitIds,
                    objectives.stream().map(ObjectiveBody::objective).toList());
        }
    }

    record Text(@NotBlank String vi, @NotBlank String en) {

        Bilingual bilingual() {
            return new Bilingual(vi, en);
        }
    }

    record ObjectiveBody(
            @NotNull @Valid Text name,
            @NotEmpty @Size(max = 50) List<@Valid IndicatorBody> indicators) {

        Programme.Objective objective() {
            return new Programme.Objective(
                    name.bilingual(),
                    indicators.stream().map(IndicatorBody::indicator).toList());
        }
    }

    record IndicatorBody(
            @NotBlank @Size(min = 1, max = 20) String code,
            @NotNull @Valid Text sentence,
            @NotNull @Valid CountingBody counting,
            @Nullable Integer target) {

        Programme.Indicator indicator() {
            return new Programme.Indicator(code, sentence.bilingual(), counting.counting(), target);
        }
    }

    record CountingBody(
            @NotNull Fact fact,
            @NotNull Count count,
            @Nullable Set<String> kinds,
            @Nullable Set<String> authorities,
            @Nullable Set<String> directions,
            @Nullable Set<String> titles,
            @Nullable Set<String> unitTypes,
            @Nullable UUID fromUnitId,
            @Nullable UUID toUnitId,
            @Nullable Set<String> levels,
            @Nullable Set<String> courses,
            @Nullable Set<String> modes,
            @Nullable UUID placeUnitId) {

        Counting counting() {
            return new Counting(
                    fact,
                    count,
                    some(kinds),
                    some(authorities),
                    some(directions),
                    some(titles),
                    some(unitTypes),
                    fromUnitId,
                    toUnitId,
                    some(levels),
                    some(courses),
                    some(modes),
                    placeUnitId);
        }

        private static Set<String> some(@Nullable Set<String> words) {
            return words == null ? Set.of() : Set.copyOf(words);
        }
    }
}
