package opencadre.planning.eligibility.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Refused;
import opencadre.planning.eligibility.Verdicts;
import opencadre.planning.eligibility.web.Views.VerdictCard;
import opencadre.planning.eligibility.web.Views.VerdictList;
import opencadre.planning.seat.Seat;
import opencadre.planning.seat.SeatCandidate;
import opencadre.planning.seat.Seats;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Verdicts. A page that stays open asks again with the tag of what it has; while nothing under it changed, nothing is
 * judged and nothing is shown, so nothing is audited either.
 */
@RestController
@RequestMapping("/api/planning/seats/{seatId}/verdicts")
final class VerdictController {

    private final Seats seats;
    private final Verdicts verdicts;
    private final Places places;
    private final ScopedWork work;
    private final Audit audit;

    VerdictController(Seats seats, Verdicts verdicts, Places places, ScopedWork work, Audit audit) {
        this.seats = seats;
        this.verdicts = verdicts;
        this.places = places;
        this.work = work;
        this.audit = audit;
    }

    @GetMapping
    ResponseEntity<VerdictList> listVerdicts(
            Actor actor,
            @PathVariable UUID seatId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestHeader(value = "If-None-Match", required = false) @Nullable String have) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            Seat seat = seats.find(actor, seatId, day).orElseThrow(Refused::notFound);
            List<UUID> people = seats.candidates(actor, seatId, day).stream()
                    .map(SeatCandidate::personId)
                    .distinct()
                    .toList();
            Verdicts.Ground ground = verdicts.ground(seat, people, day);
            return unlessHad(ground, have, () -> {
                List<VerdictCard> items = verdicts.judge(seat, people, ground, verdicts.question(seat, day)).stream()
                        .map(judged -> VerdictCard.of(seatId, day, verdicts.ruleVersion(), judged))
                        .toList();
                audit.write(Audit.Entry.of("listVerdicts").among(people).in(seat.unitId()));
                return new VerdictList(seatId, day, verdicts.ruleVersion(), items);
            });
        });
    }

    @GetMapping("/{personId}")
    ResponseEntity<VerdictCard> getVerdict(
            Actor actor,
            @PathVariable UUID seatId,
            @PathVariable UUID personId,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestHeader(value = "If-None-Match", required = false) @Nullable String have) {
        LocalDate day = asOf == null ? actor.today() : asOf;
        return work.read(actor, () -> {
            Seat seat = seats.find(actor, seatId, day).orElseThrow(Refused::notFound);
            if (!places.isVisible(actor, personId)) {
                throw Refused.notFound();
            }
            Verdicts.Ground ground = verdicts.ground(seat, List.of(personId), day);
            return unlessHad(ground, have, () -> {
                Verdicts.Judged judged =
                        verdicts.judge(seat, List.of(personId), ground, verdicts.question(seat, day)).stream()
                                .findFirst()
                                .orElseThrow(Refused::notFound);
                audit.write(Audit.Entry.of("getVerdict").about(personId).in(seat.unitId()));
                return VerdictCard.of(seatId, day, verdicts.ruleVersion(), judged);
            });
        });
    }

    private static <T> ResponseEntity<T> unlessHad(Verdicts.Ground ground, @Nullable String have, Supplier<T> answer) {
        String tag = "\"" + ground.tag() + "\"";
        return tag.equals(have)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok().eTag(tag).body(answer.get());
    }
}
