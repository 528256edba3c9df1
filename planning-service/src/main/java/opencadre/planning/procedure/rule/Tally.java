package opencadre.planning.procedure.rule;

import java.util.List;

/**
 * The counts of one ballot. Who voted how is never recorded.
 *
 * @param summoned people who were called, without those who attend without a vote
 * @param present of them
 * @param issued ballots handed out
 * @param returned ballots handed in
 * @param valid of them
 * @param namingNobody valid ballots with no name on them
 * @param votes for each person
 */
public record Tally(
        int summoned, int present, int issued, int returned, int valid, int namingNobody, List<Votes> votes) {

    public Tally {
        votes = List.copyOf(votes);
    }

    /** Votes for a person. */
    public record Votes(String person, int count) {}
}
