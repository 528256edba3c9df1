import type { Assignment, FileNumberBelief, Identity, PersonHistory } from '../api/types'

export interface Version<T> {
  fact: T
  /** A fact whose last version is closed without a successor was found never to have been true. */
  state: 'stands' | 'superseded' | 'voided'
}

const newestFirst = <T extends { recordedFrom: string }>(facts: readonly T[]): T[] =>
  facts.toSorted((a, b) => b.recordedFrom.localeCompare(a.recordedFrom))

function withState<T extends { recordedFrom: string; recordedTo?: string }>(facts: readonly T[]): Version<T>[] {
  return newestFirst(facts).map((fact, index) => ({
    fact,
    state: fact.recordedTo ? (index === 0 ? 'voided' : 'superseded') : 'stands',
  }))
}

/** The history fact by fact, versions newest first; the facts changed last come first. */
export function versions(history: PersonHistory): { fileNumbers: Version<FileNumberBelief>[]; identity: Version<Identity>[]; posts: { id: string; rows: Version<Assignment>[] }[] } {
  const ids = [...new Set(history.assignments.map(({ id }) => id))]
  const latest = (rows: Version<Assignment>[]) => rows[0]!.fact.recordedTo ?? rows[0]!.fact.recordedFrom
  return {
    fileNumbers: withState(history.fileNumbers),
    identity: withState(history.identities),
    posts: ids
      .map((id) => ({ id, rows: withState(history.assignments.filter((assignment) => assignment.id === id)) }))
      .toSorted((a, b) => latest(b.rows).localeCompare(latest(a.rows))),
  }
}
