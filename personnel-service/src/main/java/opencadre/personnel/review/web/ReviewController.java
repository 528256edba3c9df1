package opencadre.personnel.review.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import opencadre.kit.access.Actor;
import opencadre.kit.access.Places;
import opencadre.kit.access.ScopedWork;
import opencadre.kit.audit.Audit;
import opencadre.kit.web.Cursors;
import opencadre.kit.web.Idempotency;
import opencadre.kit.web.Preconditions;
import opencadre.kit.web.Refused;
import opencadre.personnel.review.ReviewOutcome;
import opencadre.personnel.review.ReviewRegister;
import opencadre.personnel.review.ReviewView;
import opencadre.personnel.review.Reviews;
import opencadre.personnel.review.rule.Standing;
import opencadre.personnel.review.web.Requests.NewReview;
import opencadre.personnel.review.web.Requests.ReviewMarks;
import opencadre.personnel.review.web.Views.ReviewDetail;
import opencadre.personnel.review.web.Views.ReviewLine;
import opencadre.personnel.review.web.Views.ReviewPage;
import opencadre.personnel.review.web.Views.ReviewQuality;
import opencadre.personnel.review.web.Views.ReviewedLine;
import opencadre.personnel.review.web.Views.ReviewedPage;
import opencadre.personnel.unit.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Rounds of review. Progress counts dossiers and tells of nobody; what is found in dossiers is sensitive, as everywhere
 * ({@code QualityAccessTest}).
 */
@RestController
@RequestMapping("/api/personnel/reviews")
final class ReviewController {

    private final ReviewRegister register;
    private final Reviews reviews;
    private final Units units;
    private final ScopedWork work;
    private final Audit audit;
    private final Idempotency idempotency;
    private final Cursors cursors;

    ReviewController(
            ReviewRegister register,
            Reviews reviews,
            Units units,
            ScopedWork work,
            Audit audit,
            Idempotency idempotency,
            Cursors cursors) {
        this.register = register;
        this.reviews = reviews;
        this.units = units;
        this.work = work;
        this.audit = audit;
        this.idempotency = idempotency;
        this.cursors = cursors;
    }

    @GetMapping
    ReviewPage listReviews(
            Actor actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        UUID after = cursor == null ? null : cursors.decode(cursor).id();
        return work.read(actor, () -> {
            List<Reviews.Line> page = reviews.page(actor, after, limit + 1);
            List<Reviews.Line> shown = page.subList(0, Math.min(limit, page.size()));
            audit.write(Audit.Entry.of("listReviews").counting(shown.size()));
            return new ReviewPage(
                    shown.stream()
                            .map(line -> ReviewLine.of(line.review(), line.unitName(), actor.today()))
                            .toList(),
                    page.size() > limit
                            ? cursors.encode(new Cursors.Position(
                                    "", shown.getLast().review().id()))
                            : null);
        });
    }

    @PostMapping
    ResponseEntity<String> openReview(
            Actor actor, @RequestHeader("Idempotency-Key") String key, @RequestBody @Valid NewReview body) {
        return once(
                actor,
                key,
                "openReview",
                body,
                () -> answer(
                        actor, "openReview", HttpStatus.CREATED, List.of(), null, register.open(actor, body.asked())));
    }

    @GetMapping("/{reviewId}")
    ResponseEntity<ReviewDetail> getReview(Actor actor, @PathVariable UUID reviewId) {
        return work.read(
                actor,
                () -> shown(
                        actor,
                        "getReview",
                        HttpStatus.OK,
                        List.of(),
                        null,
                        register.find(actor, reviewId).orElseThrow(Refused::notFound)));
    }

    @PostMapping("/{reviewId}/close")
    ResponseEntity<String> closeReview(
            Actor actor,
            @PathVariable UUID reviewId,
            @RequestHeader("If-Match") String ifMatch,
            @RequestHeader("Idempotency-Key") String key) {
        return once(
                actor,
                key,
                "closeReview",
                reviewId,
                () -> answer(
                        actor,
                        "closeReview",
                        HttpStatus.OK,
                        List.of(),
                        null,
                        register.close(actor, reviewId, Preconditions.madeOn(ifMatch))));
    }

    @PostMapping("/{reviewId}/marks")
    ResponseEntity<String> markDossiers(
            Actor actor,
            @PathVariable UUID reviewId,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody @Valid ReviewMarks body) {
        Map<UUID, String> seen = body.seen();
        return once(
                actor,
                key,
                "markDossiers",
                List.of(reviewId, body),
                () -> answer(
                        actor,
                        "markDossiers",
                        HttpStatus.OK,
                        seen.keySet(),
                        body.said(),
                        register.mark(actor, reviewId, body.outcome().standing(), body.said(), seen)));
    }

    @GetMapping("/{reviewId}/quality")
    ReviewQuality getReviewQuality(Actor actor, @PathVariable UUID reviewId) {
        return work.read(actor, () -> {
            ReviewRegister.Quality quality = register.quality(actor, reviewId).orElseThrow(Refused::notFound);
            audit.write(Audit.Entry.of("getReviewQuality").on(reviewId));
            return ReviewQuality.of(quality, actor.today());
        });
    }

    @GetMapping("/{reviewId}/dossiers")
    ReviewedPage listReviewedDossiers(
            Actor actor,
            @PathVariable UUID reviewId,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(required = false) @Nullable Standing standing,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Cursors.Position position = cursor == null ? null : cursors.decode(cursor);
        Places.Line after = position == null ? null : new Places.Line(position.sortKey(), position.id());
        return work.read(actor, () -> {
            ReviewRegister.Page page = register.dossiers(
                            actor, reviewId, new Reviews.Query(unit, standing), after, limit)
                    .orElseThrow(Refused::notFound);
            Map<UUID, String> names = units.names(
                    page.lines().stream()
                            .map(line -> line.dossier().unitId())
                            .distinct()
                            .toList(),
                    actor.today());
            audit.write(Audit.Entry.of("listReviewedDossiers")
                    .among(page.lines().stream()
                            .map(line -> line.dossier().personId())
                            .toList())
                    .on(reviewId)
                    .in(unit));
            Places.Line last = page.last();
            return new ReviewedPage(
                    page.lines().stream()
                            .map(line -> ReviewedLine.of(line, names))
                            .toList(),
                    last == null ? null : cursors.encode(new Cursors.Position(last.nameKey(), last.personId())));
        });
    }

    private ResponseEntity<String> once(
            Actor actor, String key, String operation, Object body, Supplier<ResponseEntity<?>> change) {
        return work.as(actor, () -> idempotency.once(actor.account(), key, operation, body, change));
    }

    private ResponseEntity<ReviewDetail> answer(
            Actor actor,
            String operation,
            HttpStatus status,
            Collection<UUID> people,
            @Nullable String reason,
            ReviewOutcome outcome) {
        return switch (outcome) {
            case ReviewOutcome.Recorded(ReviewView view) -> shown(actor, operation, status, people, reason, view);
            case ReviewOutcome.Unlawful(var findings) -> throw Refused.unlawful(findings);
            case ReviewOutcome.Unknown() -> throw Refused.notFound();
        };
    }

    private ResponseEntity<ReviewDetail> shown(
            Actor actor,
            String operation,
            HttpStatus status,
            Collection<UUID> people,
            @Nullable String reason,
            ReviewView view) {
        audit.write(
                Audit.Entry.of(operation).on(view.review().id()).among(people).because(reason));
        return ResponseEntity.status(status)
                .eTag(Preconditions.etag(view.review().revision()))
                .body(ReviewDetail.of(view, actor.today()));
    }
}
