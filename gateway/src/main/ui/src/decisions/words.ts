import type { TFunction } from 'i18next'
import type { DecisionKind, EffectAct } from '../api/types'

const ENDS = ['RESIGN', 'RELIEVE', 'RECALL', 'DISMISS', 'RETIRE', 'EARLY_RETIRE'] as const
const isEnd = (kind: DecisionKind | undefined): kind is (typeof ENDS)[number] => ENDS.some((end) => end === kind)

/** What a decision of a kind does in one of its lines: who is dismissed does not merely leave. */
export const sayAct = (t: TFunction, kind: DecisionKind | undefined, act: EffectAct): string =>
  act === 'END' && isEnd(kind) ? t(`decision.ends.${kind}`) : t(`decision.acts.${act}`)
