import type { SuccessionKind, SuccessionStep, Unit } from '../api/types'

/** What became of a unit between two days, earlier to later; a unit may have changed in several ways. */
export const CHANGE_KINDS = ['NEW', 'GONE', 'RENAMED', 'RETYPED', 'MOVED', 'TOOK_IN'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

export interface Change {
  /** In the order of `CHANGE_KINDS`, never empty. */
  kinds: readonly ChangeKind[]
  /** How it stood on the earlier and on the later of the two days; one of them is missing of what is new or gone. */
  before?: Unit
  after?: Unit
  /** Units that went into it, by id; itself left out. */
  from: readonly string[]
  /** Units that it went into. */
  into: readonly string[]
  /** The legal acts, each once, in the order of their days. */
  instruments: readonly string[]
}

export interface Changes {
  /** By the id that the unit has on either day. */
  of: ReadonlyMap<string, Change>
  /** Of a unit that goes on under another id the id on the other day, both ways. */
  same: ReadonlyMap<string, string>
}

/** Steps by which a unit goes on as itself, though it was given another id. */
const GOES_ON: ReadonlySet<SuccessionKind> = new Set(['RENAME', 'TYPE_CHANGE', 'TRANSFER_PARENT'])
const KIND_OF: Partial<Record<SuccessionKind, ChangeKind>> = { RENAME: 'RENAMED', TYPE_CHANGE: 'RETYPED', TRANSFER_PARENT: 'MOVED' }

interface Way {
  /** Units that stand on the day that was looked for, in the order found. */
  ends: string[]
  steps: SuccessionStep[]
}

/**
 * The difference of two trees. A unit is the same on both days by its id, or where it went whole into one other by being
 * renamed, retyped or moved alone. A parent that was itself replaced is no move of what stands below it.
 *
 * @param steps what became of units after the earlier day and up to the later one
 */
export function changesBetween(earlier: readonly Unit[], later: readonly Unit[], steps: readonly SuccessionStep[]): Changes {
  const before = new Map(earlier.map((unit) => [unit.id, unit]))
  const after = new Map(later.map((unit) => [unit.id, unit]))
  const bySource = grouped(steps, ({ predecessorId }) => predecessorId)
  const byTarget = grouped(steps, ({ successorId }) => successorId)
  // Units that came and went between the two days are passed through.
  const heirs = (id: string) => followed(id, bySource, ({ successorId }) => successorId, after)
  const origins = (id: string) => followed(id, byTarget, ({ predecessorId }) => predecessorId, before)

  const same = new Map<string, string>()
  for (const unit of earlier) {
    if (after.has(unit.id)) continue
    const { ends, steps: way } = heirs(unit.id)
    const heir = ends[0]
    const goesOn =
      heir !== undefined && ends.length === 1 && !before.has(heir) && way.every(({ kind }) => GOES_ON.has(kind)) && origins(heir).ends.length === 1
    if (goesOn) {
      same.set(unit.id, heir)
      same.set(heir, unit.id)
    }
  }

  const of = new Map<string, Change>()
  const tell = (change: Change) => {
    if (change.kinds.length === 0) return
    if (change.before) of.set(change.before.id, change)
    if (change.after) of.set(change.after.id, change)
  }

  for (const unit of later) {
    const then = before.get(unit.id) ?? before.get(same.get(unit.id) ?? '')
    const { ends, steps: way } = origins(unit.id)
    if (!then) {
      tell({ kinds: ['NEW'], after: unit, from: ends, into: [], instruments: acts(way, unit.instrument) })
      continue
    }
    const from = ends.filter((id) => id !== then.id)
    const kinds = new Set<ChangeKind>()
    if (unit.name !== then.name) kinds.add('RENAMED')
    if (unit.type !== then.type) kinds.add('RETYPED')
    if (isMoved(then, unit, heirs, same)) kinds.add('MOVED')
    if (from.length > 0) kinds.add('TOOK_IN')
    // A step that says so and changes nothing that is kept is told all the same.
    if (kinds.size === 0 && then.id !== unit.id) way.forEach(({ kind }) => KIND_OF[kind] && kinds.add(KIND_OF[kind]))
    const changedItself = then.id === unit.id && unit.validFrom > then.validFrom
    tell({
      kinds: CHANGE_KINDS.filter((kind) => kinds.has(kind)),
      before: then,
      after: unit,
      from,
      into: [],
      instruments: acts(way, changedItself ? unit.instrument : undefined),
    })
  }

  for (const unit of earlier) {
    if (after.has(unit.id) || same.has(unit.id)) continue
    const { ends, steps: way } = heirs(unit.id)
    // Of its end without a successor no act is kept but the one under which it stood.
    tell({ kinds: ['GONE'], before: unit, from: [], into: ends, instruments: acts(way, unit.instrument) })
  }
  return { of, same }
}

function isMoved(then: Unit, now: Unit, heirs: (id: string) => Way, same: ReadonlyMap<string, string>): boolean {
  if (then.parentId === now.parentId) return false
  if (!then.parentId || !now.parentId) return true
  return same.get(then.parentId) !== now.parentId && !heirs(then.parentId).ends.includes(now.parentId)
}

function followed(
  id: string,
  steps: ReadonlyMap<string, readonly SuccessionStep[]>,
  next: (step: SuccessionStep) => string,
  standing: ReadonlyMap<string, Unit>,
): Way {
  const way: Way = { ends: [], steps: [] }
  const seen = new Set([id])
  const open = [id]
  for (let at = open.shift(); at !== undefined; at = open.shift()) {
    for (const step of steps.get(at) ?? []) {
      way.steps.push(step)
      const to = next(step)
      if (seen.has(to)) continue
      seen.add(to)
      if (standing.has(to)) way.ends.push(to)
      else open.push(to)
    }
  }
  return way
}

/** Each act once; the unit's own where no step says one. */
function acts(way: readonly SuccessionStep[], own: string | undefined): string[] {
  const told = [...way].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn)).map(({ instrument }) => instrument)
  return [...new Set(told.length > 0 || own === undefined ? told : [own])]
}

function grouped(steps: readonly SuccessionStep[], key: (step: SuccessionStep) => string): Map<string, SuccessionStep[]> {
  const groups = new Map<string, SuccessionStep[]>()
  for (const step of steps) groups.set(key(step), [...(groups.get(key(step)) ?? []), step])
  return groups
}
