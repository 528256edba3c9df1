package opencadre.personnel.document.rule;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which papers a dossier lacks (giấy tờ còn thiếu).
 *
 * @param facts that want a paper and have none: {@code the degree of 2005}
 * @param kinds that every dossier holds and this one does not: {@code SO_YEU_LY_LICH}
 */
public record MissingPapers(List<Fact> facts, List<PaperKind> kinds) {

    /**
     * A fact wants a paper where some kind of paper proves what it is. A post that a decision gave wants none of its
     * own: the paper of the decision is its paper, and the other way round.
     *
     * @param papers that stand
     */
    public static MissingPapers of(Collection<Fact> facts, Collection<PaperKind> kinds, Collection<Paper> papers) {
        Set<UUID> proven = new LinkedHashSet<>();
        for (Paper paper : papers) {
            facts.stream()
                    .filter(fact -> fact.id().equals(paper.factId()))
                    .filter(fact ->
                            kinds.stream().anyMatch(kind -> kind.code().equals(paper.kind()) && kind.proves(fact)))
                    .forEach(fact -> proven.add(fact.decision() == null ? fact.id() : fact.decision()));
        }
        Set<UUID> decisions = facts.stream()
                .filter(fact -> fact.kind() == FactKind.DECISION)
                .map(Fact::id)
                .collect(Collectors.toSet());
        return new MissingPapers(
                facts.stream()
                        .filter(fact -> kinds.stream().anyMatch(kind -> kind.proves(fact)))
                        .filter(fact -> fact.decision() == null || !decisions.contains(fact.decision()))
                        .filter(fact -> !proven.contains(fact.decision() == null ? fact.id() : fact.decision()))
                        .toList(),
                kinds.stream()
                        .filter(PaperKind::asked)
                        .filter(kind ->
                                papers.stream().noneMatch(paper -> paper.kind().equals(kind.code())))
                        .toList());
    }
}
