import type { ChangedUnit, FoundedUnit, FutureSeat, Reorganisation, ReorganisationContent, Succession, SuccessionKind, Tree } from '../api/types'

/** Everything that a draft says, to be sent whole with one part of it changed. */
export const contentOf = ({ line, newUnits, changedUnits, endedUnits, successions, newSeats }: Reorganisation): ReorganisationContent => ({
  name: line.name,
  instrument: line.instrument,
  effectiveOn: line.effectiveOn,
  level: line.level,
  newUnits,
  changedUnits,
  endedUnits,
  successions,
  newSeats,
})

/** A unit that ends, or goes on and gives something away, and what it goes into. */
export interface Leaving {
  unitId: string
  ends: boolean
  steps: readonly Omit<Succession, 'predecessorId'>[]
}

/** Units that end in the order of the document, then those that only give a part away. */
export function leavings({ endedUnits, successions }: Pick<ReorganisationContent, 'endedUnits' | 'successions'>): Leaving[] {
  const steps = new Map<string, Leaving['steps'][number][]>()
  for (const { predecessorId, ...step } of successions) steps.set(predecessorId, [...(steps.get(predecessorId) ?? []), step])
  const ended = new Set(endedUnits)
  return [
    ...endedUnits.map((unitId) => ({ unitId, ends: true, steps: steps.get(unitId) ?? [] })),
    ...[...steps].filter(([unitId]) => !ended.has(unitId)).map(([unitId, its]) => ({ unitId, ends: false, steps: its })),
  ]
}

/** The unit as said, in the place of what was said of `was`. */
export function withLeaving(content: ReorganisationContent, { unitId, ends, steps }: Leaving, was?: string): ReorganisationContent {
  const rest = was ? withoutLeaving(content, was) : content
  const at = was ? content.endedUnits.indexOf(was) : -1
  const place = at < 0 ? rest.endedUnits.length : at
  return {
    ...rest,
    endedUnits: ends ? rest.endedUnits.toSpliced(place, 0, unitId) : rest.endedUnits,
    successions: [...rest.successions, ...steps.map((step) => ({ predecessorId: unitId, ...step }))],
  }
}

export const withoutLeaving = (content: ReorganisationContent, unitId: string): ReorganisationContent => ({
  ...content,
  endedUnits: content.endedUnits.filter((id) => id !== unitId),
  successions: content.successions.filter(({ predecessorId }) => predecessorId !== unitId),
})

/** One of a list in the place of the one of the same key, or behind all. */
function put<R>(rows: readonly R[], row: R, isIt: (row: R) => boolean): R[] {
  const at = rows.findIndex(isIt)
  return at < 0 ? [...rows, row] : rows.with(at, row)
}

export const withFounded = (content: ReorganisationContent, unit: FoundedUnit): ReorganisationContent => ({
  ...content,
  newUnits: put(content.newUnits, unit, ({ id }) => id === unit.id),
})

/** Without the unit, and without what only it gave a meaning: what goes into it, its seats, its being above others. */
export const withoutFounded = (content: ReorganisationContent, unitId: string): ReorganisationContent => ({
  ...content,
  newUnits: content.newUnits
    .filter(({ id }) => id !== unitId)
    .map(({ parentId, ...unit }) => (parentId && parentId !== unitId ? { ...unit, parentId } : unit)),
  successions: content.successions.filter(({ successorId }) => successorId !== unitId),
  newSeats: content.newSeats.filter((seat) => seat.unitId !== unitId),
})

export const withChanged = (content: ReorganisationContent, unit: ChangedUnit, was?: string): ReorganisationContent => ({
  ...content,
  changedUnits: put(content.changedUnits, unit, ({ unitId }) => unitId === was),
})

export const withoutChanged = (content: ReorganisationContent, unitId: string): ReorganisationContent => ({
  ...content,
  changedUnits: content.changedUnits.filter((unit) => unit.unitId !== unitId),
})

export const withSeat = (content: ReorganisationContent, seat: FutureSeat): ReorganisationContent => ({
  ...content,
  newSeats: put(content.newSeats, seat, ({ id }) => id === seat.id),
})

export const withoutSeat = (content: ReorganisationContent, seatId: string): ReorganisationContent => ({
  ...content,
  newSeats: content.newSeats.filter(({ id }) => id !== seatId),
})

/** What a first draft says of where the units go: into a new one, into one that stands, or not said yet. */
export interface FirstStep {
  endedUnits?: readonly string[]
  into: 'NEW' | 'STANDING' | 'LATER'
  kind?: SuccessionKind
  successorId?: string
  unit?: { name: string; tree: Tree; type: string; parentId?: string }
}

export function firstContent(
  head: Pick<ReorganisationContent, 'name' | 'instrument' | 'effectiveOn' | 'level'>,
  { endedUnits = [], into, kind = 'MERGE', successorId, unit }: FirstStep,
  newId: string,
): ReorganisationContent {
  const target = into === 'NEW' ? newId : into === 'STANDING' ? successorId : undefined
  return {
    ...head,
    newUnits: into === 'NEW' && unit ? [{ id: newId, ...said(unit) }] : [],
    changedUnits: [],
    endedUnits: [...endedUnits],
    successions: target ? endedUnits.map((predecessorId) => ({ predecessorId, successorId: target, kind })) : [],
    newSeats: [],
  }
}

/** Without the fields that were left empty; texts composed and without blanks around them. */
export function said<V extends object>(typed: V): V {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]: [string, unknown]) => {
      const tidy = typeof value === 'string' ? value.normalize('NFC').trim() : value
      return tidy === '' || tidy === undefined || tidy === null ? [] : [[name, tidy]]
    }),
  ) as V
}
