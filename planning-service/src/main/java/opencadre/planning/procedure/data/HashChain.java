package opencadre.planning.procedure.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import opencadre.kit.time.TwoClocks;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.ProcedureAct;
import opencadre.planning.procedure.RecordEntry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Links the entries of a record: docs/record.md says how anybody computes the same. The names of the acts and of their
 * fields are part of what is hashed, so they are never renamed.
 */
final class HashChain {

    private static final String NONE = "0".repeat(64);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .changeDefaultPropertyInclusion(given -> given.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final Map<String, Class<? extends ProcedureAct>> ACTS = Stream.of(
                    ProcedureAct.Opened.class,
                    ProcedureAct.PolicyApproved.class,
                    ProcedureAct.RuleVersionChosen.class,
                    ProcedureAct.DocumentRecorded.class,
                    ProcedureAct.StepHeld.class,
                    ProcedureAct.StepCorrected.class,
                    ProcedureAct.HeadChose.class,
                    ProcedureAct.Concluded.class,
                    ProcedureAct.Stopped.class,
                    ProcedureAct.PapersConfirmed.class)
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private HashChain() {}

    /** The entry that follows another, or the first. */
    static RecordEntry next(UUID procedureId, @Nullable RecordEntry before, Act by, ProcedureAct act) {
        int sequence = before == null ? 1 : before.sequence() + 1;
        Act done = before == null
                ? by
                : new Act(by.account(), by.name(), TwoClocks.after(before.by().at(), by.at()), null, by.hands());
        String kind = act.getClass().getSimpleName();
        String content = JSON.writeValueAsString(act);
        String previous = before == null ? NONE : before.hash();
        return new RecordEntry(
                sequence,
                done,
                kind,
                act,
                content,
                previous,
                hash(procedureId, sequence, done, kind, content, previous));
    }

    static ProcedureAct act(String kind, String content) {
        Class<? extends ProcedureAct> type = ACTS.get(kind);
        if (type == null) {
            throw new IllegalStateException("A record holds an unknown act: " + kind);
        }
        return JSON.readValue(content, type);
    }

    private static String hash(UUID procedureId, int sequence, Act by, String kind, String content, String previous) {
        String text = String.join(
                "\n",
                List.of(
                        previous,
                        procedureId.toString(),
                        String.valueOf(sequence),
                        by.at().toString(),
                        by.account(),
                        by.name(),
                        kind,
                        content));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
