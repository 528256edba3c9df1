package opencadre.planning.eligibility.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Criterion;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.planning.law.rule.ManagementScope;

/** Who decides about a person with several posts: the level that manages the highest of them (377-QĐ/TW). */
public final class DecidingLevelRules {

    private static final String CODE = "deciding-level";

    private DecidingLevelRules() {}

    /** A post that the person holds on the day, the seat in question included, and whose say it is over it. */
    public record Managed(Fact fact, ManagementScope scope) {}

    /** The level that decides; nothing without posts, or where two scopes have no order between them. */
    public static Optional<ManagementScope> deciding(List<Managed> posts) {
        int highest =
                posts.stream().mapToInt(post -> post.scope().height()).max().orElse(0);
        List<ManagementScope> scopes = posts.stream()
                .map(Managed::scope)
                .filter(scope -> scope.height() == highest)
                .distinct()
                .toList();
        return scopes.size() == 1 ? Optional.of(scopes.getFirst()) : Optional.empty();
    }

    /** Whether the level about to decide is the one that has to. */
    public static Criterion judge(List<Managed> posts, ManagementScope decides, Question question) {
        Optional<Parameter> law = question.law("authority.highest-post-decides");
        if (law.isEmpty()) {
            return Judging.lawNotRead(CODE, question);
        }
        Judging judging = Judging.of(CODE, law.get());
        Optional<ManagementScope> deciding = deciding(posts);
        if (deciding.isEmpty()) {
            return judging.seeing(posts.stream().map(Managed::fact).toList())
                    .unknown(Messages.of("deciding-level.not-known"), Messages.of("deciding-level.not-known.turns"));
        }
        judging.seeing(posts.stream()
                .filter(post -> post.scope() == deciding.get())
                .map(Managed::fact)
                .collect(Collectors.toList()));
        Bilingual name = Messages.of("scope." + deciding.get());
        return deciding.get() == decides
                ? judging.pass(name)
                : judging.fail(name, Messages.of("deciding-level.turns", name));
    }
}
