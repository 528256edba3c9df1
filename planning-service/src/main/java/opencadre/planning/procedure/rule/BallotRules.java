package opencadre.planning.procedure.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Finding;
import opencadre.kit.rule.Messages;
import opencadre.kit.rule.Parameter;
import opencadre.kit.rule.Regulations;
import opencadre.kit.rule.Share;
import opencadre.planning.law.rule.Regime;
import opencadre.planning.procedure.rule.Ruling.Result;
import opencadre.planning.procedure.rule.Tally.Votes;
import opencadre.planning.procedure.rule.TallyRules.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The ballots of the five-step procedure. The one full text read is that of Decree 115/2020 (articles 43 to 53, as
 * amended); that 80-QĐ/TW and 377-QĐ/TW keep its thresholds is unconfirmed, and each ruling says so. Shares are
 * compared in whole numbers.
 *
 * @param lawDay whose law holds: the day of the step, or that on which the case was opened, as {@link RuleVersions}
 *     says
 */
public record BallotRules(Regulations regulations, Regime regime, LocalDate lawDay) {

    private static final List<String> STEP_2 = List.of("step-2.majority", "step-2.fallback", "step-2.base");
    private static final List<String> STEP_3 =
            List.of("step-3.majority", "step-3.fallback", "step-3.base", "step-3.other-than-step-2");
    private static final List<String> STEP_5 = List.of("step-5.majority", "step-5.base");

    /**
     * The ruling of a step.
     *
     * @param fromStep2 who was chosen or went on there; step 3 asks
     */
    public Ruling of(Step step, Meeting meeting, Set<String> fromStep2) {
        Tally tally = meeting.tally();
        Kind kind = meeting.kind() == null ? Kind.ONE_NAME : meeting.kind();
        return switch (step) {
            case LEADERSHIP_1 -> step1(meeting.summoned(), meeting.present());
            case EXPANDED_LEADERSHIP -> step2(tally);
            case LEADERSHIP_2 ->
                step3(tally, fromStep2, meeting.members() == null ? meeting.summoned() : meeting.members());
            case KEY_CADRES -> step4(tally, kind);
            case LEADERSHIP_3 -> step5(tally, kind);
        };
    }

    /** Step 1 agrees without a ballot; only the meeting itself must stand. */
    public Ruling step1(int summoned, int present) {
        Tally meeting = new Tally(summoned, present, 0, 0, 0, 0, List.of());
        return ruling(
                meeting,
                Kind.ONE_NAME,
                List.of(),
                null,
                List.of(),
                read -> read.ruling(new Result.Consulted(), "ruling.discussed"));
    }

    /** Step 2: the highest above half of those summoned; if none, all with at least 30 % go on; else stop. */
    public Ruling step2(Tally tally) {
        return ruling(
                tally,
                Kind.ONE_NAME,
                STEP_2,
                "step-2",
                List.of(),
                read -> read.majorityOrFallback(tally, "step-2", tally.votes()));
    }

    /**
     * Step 3: as step 2. Whoever is not among the people of step 2 needs two thirds of all members of the leadership,
     * present or not; so nobody else can go on with 30 %.
     *
     * @param fromStep2 who was chosen or went on there
     * @param members of the leadership
     */
    public Ruling step3(Tally tally, Set<String> fromStep2, int members) {
        List<Finding> more = members < tally.summoned()
                ? List.of(Finding.of("summoned", "tally.members-below-summoned", tally.summoned(), members))
                : List.of();
        return ruling(tally, Kind.ONE_NAME, STEP_3, "step-3", more, read -> {
            Share twoThirds = read.share("step-3.other-than-step-2");
            List<Votes> lawful = tally.votes().stream()
                    .filter(votes ->
                            fromStep2.contains(votes.person()) || twoThirds.isReachedBy(votes.count(), members))
                    .toList();
            Ruling ruling = read.majorityOrFallback(tally, "step-3", lawful);
            boolean otherLeads = lawful.size() < tally.votes().size()
                    && read.majorityOrFallback(tally, "step-3", tally.votes()).result() instanceof Result.Chosen;
            return otherLeads && !(ruling.result() instanceof Result.Chosen)
                    ? read.ruling(
                            new Result.Stopped("ruling.other-without-two-thirds"),
                            "ruling.other-without-two-thirds",
                            twoThirds,
                            members)
                    : ruling;
        });
    }

    /** Step 4 consults: no threshold, and step 5 weighs it. */
    public Ruling step4(Tally tally, Kind kind) {
        return ruling(
                tally,
                kind,
                List.of(),
                "step-4",
                List.of(),
                read -> read.ruling(new Result.Consulted(), "ruling.consulted"));
    }

    /** Step 5: the highest above half of those summoned; of two with exactly half the head chooses. */
    public Ruling step5(Tally tally, Kind kind) {
        return ruling(tally, kind, STEP_5, "step-5", List.of(), read -> read.decide(tally));
    }

    /** Checks in their order: law, counts, quorum; only then what the votes say. */
    private Ruling ruling(
            Tally tally,
            Kind kind,
            List<String> names,
            @Nullable String announcedIn,
            List<Finding> more,
            Function<Read, Ruling> votes) {
        Read read = new Read(new LinkedHashMap<>(), announcedIn == null ? null : announced(announcedIn));
        for (String name : Stream.concat(Stream.of("quorum"), names.stream()).toList()) {
            Optional<Parameter> parameter = law(name);
            if (parameter.isEmpty()) {
                return new Ruling(
                        new Result.LawNotRead(),
                        Messages.of("law-not-read", Messages.of("five-steps"), lawDay),
                        List.of(),
                        null);
            }
            read.parameters().put(name, parameter.get());
        }
        List<Finding> findings = new ArrayList<>(TallyRules.findings(tally, kind));
        findings.addAll(more);
        if (!findings.isEmpty()) {
            return new Ruling(
                    new Result.Inconsistent(List.copyOf(findings)),
                    Messages.of("ruling.inconsistent"),
                    List.of(),
                    null);
        }
        Share quorum = read.share("quorum");
        if (!quorum.isReachedBy(tally.present(), tally.summoned())) {
            int needed = quorum.least(tally.summoned());
            return read.ruling(
                    new Result.NoQuorum(needed, tally.present()),
                    "ruling.no-quorum",
                    tally.present(),
                    tally.summoned(),
                    needed);
        }
        return votes.apply(read);
    }

    private @Nullable Boolean announced(String step) {
        return law(step + ".announced").map(Parameter::isYes).orElse(null);
    }

    private Optional<Parameter> law(String name) {
        return regime.parameter(regulations, "appointment", name, lawDay);
    }

    /** What was read of the law for one ballot. */
    private record Read(
            Map<String, Parameter> parameters, @Nullable Boolean announced) {

        Share share(String name) {
            return parameter(name).share();
        }

        private Parameter parameter(String name) {
            Parameter parameter = parameters.get(name);
            if (parameter == null) {
                throw new IllegalArgumentException("Not read for this step: " + name);
            }
            return parameter;
        }

        Ruling ruling(Result result, String code, Object... arguments) {
            List<Basis> bases = parameters.values().stream()
                    .map(Parameter::basis)
                    .distinct()
                    .toList();
            Bilingual said = Messages.of(code, arguments);
            return new Ruling(result, said, bases, announced);
        }

        /** Of whom a share is taken. */
        int whole(Tally tally, String name) {
            String base = parameter(name).value();
            return switch (base) {
                case "SUMMONED" -> tally.summoned();
                case "PRESENT" -> tally.present();
                case "RETURNED" -> tally.returned();
                case "VALID" -> tally.valid();
                default -> throw new IllegalStateException("Unknown base of a share: " + base);
            };
        }

        Ruling majorityOrFallback(Tally tally, String step, List<Votes> votes) {
            int whole = whole(tally, step + ".base");
            Share half = share(step + ".majority");
            Share fallback = share(step + ".fallback");
            List<Votes> ordered = mostFirst(votes);
            List<Votes> above = ordered.stream()
                    .filter(each -> half.isExceededBy(each.count(), whole))
                    .toList();
            if (!above.isEmpty()) {
                return chosen(above, half, whole);
            }
            List<String> enough = ordered.stream()
                    .filter(each -> fallback.isReachedBy(each.count(), whole))
                    .map(Votes::person)
                    .toList();
            return enough.isEmpty()
                    ? ruling(new Result.Stopped("ruling.nobody"), "ruling.nobody", whole)
                    : ruling(new Result.GoOn(enough), "ruling.go-on", half, whole, enough.size(), fallback);
        }

        Ruling decide(Tally tally) {
            int whole = whole(tally, "step-5.base");
            Share half = share("step-5.majority");
            List<Votes> ordered = mostFirst(tally.votes());
            List<Votes> above = ordered.stream()
                    .filter(each -> half.isExceededBy(each.count(), whole))
                    .toList();
            if (!above.isEmpty()) {
                return chosen(above, half, whole);
            }
            List<String> exactlyHalf = ordered.stream()
                    .filter(each -> half.compare(each.count(), whole) == 0)
                    .map(Votes::person)
                    .toList();
            return switch (exactlyHalf.size()) {
                case 0 -> ruling(new Result.Stopped("ruling.nobody"), "ruling.nobody", whole);
                case 1 -> ruling(new Result.Stopped("ruling.half-of-one"), "ruling.half-of-one", half);
                case 2 -> ruling(new Result.HeadChooses(exactlyHalf), "ruling.head-chooses", half);
                default -> ruling(new Result.Stopped("ruling.tie"), "ruling.tie");
            };
        }

        /** The highest of those above; with one name on a ballot there is one at most, with yes or no to each, more. */
        private Ruling chosen(List<Votes> above, Share half, int whole) {
            Votes highest = above.getFirst();
            boolean tie = above.size() > 1 && above.get(1).count() == highest.count();
            return tie
                    ? ruling(new Result.Stopped("ruling.tie"), "ruling.tie")
                    : ruling(new Result.Chosen(highest.person()), "ruling.above-half", half, whole, highest.count());
        }

        private static List<Votes> mostFirst(List<Votes> votes) {
            return votes.stream()
                    .sorted(Comparator.comparingInt(Votes::count).reversed())
                    .toList();
        }
    }
}
