import type { Paper } from '../api/types'
import type { Day } from '../app/dates'

/** Where the validity of what always was so begins. */
export const BEGINNING: Day = '1900-01-01'
/** Of a fact that has no days of its own, as a number. */
export const ALWAYS = { validFrom: BEGINNING }

/** What every history says of a belief. */
export interface Belief {
  recordedFrom: string
  recordedTo?: string
  /** Names; absent where the account is not known, and `endedBy` of what ended before that was kept. */
  by?: string
  endedBy?: string
  reason?: string
  endedBecause?: string
}

export interface Version<T> {
  fact: T
  /** A fact whose last version is closed without a successor was found never to have been true. */
  state: 'stands' | 'superseded' | 'voided'
  /** What was believed instead. */
  next?: T
}

/** The services write as many digits of a second as there are; so instants are compared as text. */
const sortable = (at: string): string => at.replace(/(?:\.(\d+))?Z$/, (_, digits: string = '') => `.${digits.padEnd(9, '0')}Z`)
const earlier = (one: string, other: string): number => (sortable(one) < sortable(other) ? -1 : sortable(one) > sortable(other) ? 1 : 0)

/** The beliefs in one fact, the newest first, each with what came of it. */
export function versionsOf<T extends Belief>(beliefs: readonly T[]): Version<T>[] {
  const oldestFirst = beliefs.toSorted((one, other) => earlier(one.recordedFrom, other.recordedFrom))
  return oldestFirst
    .map((fact): Version<T> => {
      const { recordedTo } = fact
      if (!recordedTo) return { fact, state: 'stands' }
      const next = oldestFirst.find(({ recordedFrom }) => earlier(recordedFrom, recordedTo) >= 0)
      return next ? { fact, state: 'superseded', next } : { fact, state: 'voided' }
    })
    .toReversed()
}

/** A history fact by fact, in the order in which the facts come first. */
export function factByFact<T extends Belief & { id: string }>(beliefs: readonly T[]): { id: string; rows: Version<T>[] }[] {
  return [...new Set(beliefs.map(({ id }) => id))].map((id) => ({ id, rows: versionsOf(beliefs.filter((belief) => belief.id === id)) }))
}

/** The same, those that changed last first. */
export function changedLastFirst<T extends Belief & { id: string }>(beliefs: readonly T[]): { id: string; rows: Version<T>[] }[] {
  const latest = ({ rows }: { rows: Version<T>[] }) => rows[0]!.fact.recordedTo ?? rows[0]!.fact.recordedFrom
  return factByFact(beliefs).toSorted((one, other) => earlier(latest(other), latest(one)))
}

/** Who ended a belief: whoever voided it, or wrote what is believed instead. */
export const endedBy = <T extends Belief>({ fact, next }: Version<T>): string | undefined => fact.endedBy ?? next?.by

/** Why a belief ended, where what is believed instead does not say it. */
export const endedBecause = <T extends Belief>({ fact, next }: Version<T>): string | undefined =>
  fact.endedBecause === next?.reason ? undefined : fact.endedBecause

/** The papers that lay with a fact while it was believed so. */
export const papersWith = (papers: readonly Paper[], id: string, { recordedFrom, recordedTo }: Belief): Paper[] =>
  papers.filter(
    ({ factId, recordedAt, voidedAt }) =>
      factId === id && (!recordedTo || earlier(recordedAt, recordedTo) < 0) && (!voidedAt || earlier(voidedAt, recordedFrom) > 0),
  )
