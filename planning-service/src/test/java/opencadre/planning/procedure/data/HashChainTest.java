package opencadre.planning.procedure.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import opencadre.kit.rule.Basis;
import opencadre.kit.rule.Bilingual;
import opencadre.kit.rule.Confidence;
import opencadre.kit.rule.Fact;
import opencadre.kit.rule.Outcome;
import opencadre.planning.plan.Act;
import opencadre.planning.procedure.ProcedureAct.Concluded;
import opencadre.planning.procedure.ProcedureAct.FrozenCriterion;
import opencadre.planning.procedure.ProcedureAct.Opened;
import opencadre.planning.procedure.RecordEntry;
import org.junit.jupiter.api.Test;

/** What was hashed once is read for ever: the names of acts and fields are only added to. */
class HashChainTest {

    private static final Act BY =
            new Act("an account", "a name", Instant.parse("2026-12-20T03:00:00Z"), null, Set.of());

    @Test
    void aConclusionFromBeforeWhatWasJudgedWasKeptIsStillRead() {
        String old = """
            {"concludedOn":"2026-12-20","confidence":"UNCONFIRMED",\
            "criteria":[{"code":"theory","outcome":"PASS"}],"evidence":[],\
            "lawDay":"2026-12-01","overall":"PASS","personId":"019a8f00-0000-7000-8000-000000000001",\
            "regulation":"377-QĐ/TW","regulationFrom":"2025-10-08","ruleVersion":"abc"}\
            """;

        Concluded read = (Concluded) HashChain.act("Concluded", old);

        assertThat(read.criteria())
                .containsExactly(new FrozenCriterion("theory", Outcome.PASS, null, null, null, null));
        assertThat(HashChain.next(UUID.randomUUID(), null, BY, read).content()).isEqualTo(old);
    }

    @Test
    void whatWasJudgedComesBackAsItWasHashed() {
        Bilingual text = new Bilingual("Cao cấp", "Advanced");
        Concluded act = new Concluded(
                UUID.randomUUID(),
                LocalDate.of(2026, 12, 20),
                Outcome.PASS,
                Confidence.UNCONFIRMED,
                List.of(new FrozenCriterion(
                        "theory",
                        Outcome.PASS,
                        text,
                        text,
                        List.of(new Fact("a certificate", text)),
                        List.of(new Basis("365-QĐ/TW", "2", Confidence.CONFIRMED, "S5", null)))),
                List.of(),
                "abc",
                "377-QĐ/TW",
                LocalDate.of(2025, 10, 8),
                LocalDate.of(2026, 12, 1),
                null);

        RecordEntry entry = HashChain.next(UUID.randomUUID(), null, BY, act);

        assertThat(HashChain.act(entry.kind(), entry.content())).isEqualTo(act);
        assertThat(entry.content()).contains("\"actual\":{\"en\":\"Advanced\",\"vi\":\"Cao cấp\"}");
    }

    @Test
    void anOpeningFromBeforePapersWereTakenIsReadAndOneThatRunsHereIsHashedAsThen() {
        String old = """
            {"candidates":["019a8f00-0000-7000-8000-000000000001"],"managementScope":"PROVINCIAL_BTV",\
            "openedOn":"2026-12-01","regime":"CADRE","regulation":"377-QĐ/TW","requestedOn":"2026-12-01",\
            "ruleVersion":"abc","seatId":"019a8f00-0000-7000-8000-0000000000e1",\
            "unitId":"019a8f00-0000-7000-8000-0000000000f1"}\
            """;

        Opened read = (Opened) HashChain.act("Opened", old);

        assertThat(read.papers()).isNull();
        assertThat(HashChain.next(UUID.randomUUID(), null, BY, read).content()).isEqualTo(old);
    }
}
