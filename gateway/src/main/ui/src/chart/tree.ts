import type { Tree, Unit } from '../api/types'
import type { Change, Changes } from './changes'

/** A unit with its place in the chart. */
export interface ChartUnit {
  unit: Unit
  /** Whether it stands on the day of the page; otherwise it is there for what the comparison says of it. */
  stands: boolean
  parentId?: string
  children: string[]
  change?: Change
  /** How many units below it changed. */
  changedBelow: number
}

export type ChartUnits = ReadonlyMap<string, ChartUnit>

const NONE: Changes = { of: new Map(), same: new Map() }

/**
 * The trees of a day; and in them, where they stood or will stand, the units of another day that are not of this one. What
 * was a root then hangs under what it became or came from, so that a chart of one unit shows what became of all below it.
 */
export function chartOf(units: readonly Unit[], others: readonly Unit[] = [], changes: Changes = NONE): ChartUnits {
  const standing = new Map(units.map((unit) => [unit.id, unit]))
  const added = others.filter(({ id }) => !standing.has(id) && !changes.same.has(id))
  const chart = new Map<string, ChartUnit>()
  for (const unit of [...units, ...added]) {
    chart.set(unit.id, { unit, stands: standing.has(unit.id), children: [], change: changes.of.get(unit.id), changedBelow: 0 })
  }
  for (const [id, each] of chart) {
    const parentId = each.stands ? each.unit.parentId : placeOf(each, changes, standing, chart)
    const parent = parentId === undefined ? undefined : chart.get(parentId)
    if (!parent) continue
    each.parentId = parentId
    parent.children.push(id)
  }
  for (const each of chart.values()) {
    if (!each.change) continue
    for (let above = each.parentId; above !== undefined; above = chart.get(above)?.parentId) {
      const parent = chart.get(above)
      if (parent) parent.changedBelow++
    }
  }
  return chart
}

function placeOf({ unit, change }: ChartUnit, changes: Changes, standing: ReadonlyMap<string, Unit>, chart: ChartUnits): string | undefined {
  const parent = unit.parentId
  if (parent !== undefined) {
    if (chart.has(parent)) return parent
    const same = changes.same.get(parent)
    if (same !== undefined && chart.has(same)) return same
  }
  return [...(change?.into ?? []), ...(change?.from ?? [])].find((id) => standing.has(id))
}

/** Units with nothing above them, by tree; the one with most below it first. */
export function rootsOf(chart: ChartUnits, tree: Tree): ChartUnit[] {
  return [...chart.values()]
    .filter((each) => each.parentId === undefined && each.unit.tree === tree)
    .map((each) => [each, sizeOf(chart, each)] as const)
    .sort(([a, sizeA], [b, sizeB]) => Number(b.stands) - Number(a.stands) || sizeB - sizeA)
    .map(([each]) => each)
}

/** The unit, or the nearest one above it in the chart that stands on the day of the page. */
export function standingAt(chart: ChartUnits, id: string): string | undefined {
  let each = chart.get(id)
  while (each && !each.stands) each = each.parentId === undefined ? undefined : chart.get(each.parentId)
  return each?.unit.id
}

function sizeOf(chart: ChartUnits, { children }: ChartUnit): number {
  return children.reduce((size, id) => size + 1 + sizeOf(chart, chart.get(id)!), 0)
}

/** The boxes that are on the page: the top one and what stands below those that are open, each after the one above it. */
export function shownUnder(chart: ChartUnits, top: string, open: ReadonlySet<string>): { each: ChartUnit; depth: number }[] {
  const each = chart.get(top)
  return each ? walk(chart, each, open, 0) : []
}

function walk(chart: ChartUnits, each: ChartUnit, open: ReadonlySet<string>, depth: number): { each: ChartUnit; depth: number }[] {
  const below = open.has(each.unit.id) ? each.children.flatMap((id) => walk(chart, chart.get(id)!, open, depth + 1)) : []
  return [{ each, depth }, ...below]
}

/**
 * What must be open for every change below a unit to be seen, as long as no more boxes than this are on the page; the
 * changes nearest to the top come first.
 *
 * @returns the units to open, and whether some changes stay out of sight
 */
export function openToChanges(chart: ChartUnits, top: string, boxes: number): { open: Set<string>; cut: boolean } {
  const open = new Set<string>()
  let shown = 1
  const next = [top]
  for (let id = next.shift(); id !== undefined; id = next.shift()) {
    const each = chart.get(id)
    if (!each || each.changedBelow === 0) continue
    if (shown + each.children.length > boxes && open.size > 0) return { open, cut: true }
    open.add(id)
    shown += each.children.length
    next.push(...each.children)
  }
  return { open, cut: false }
}

/** Where an arrow leads from a box among those on the page; undefined where there is nothing. */
export function movedTo(chart: ChartUnits, top: string, open: ReadonlySet<string>, from: string, key: string): string | undefined {
  const each = chart.get(from)
  if (!each) return undefined
  const siblings = from === top || each.parentId === undefined ? [from] : (chart.get(each.parentId)?.children ?? [from])
  const at = siblings.indexOf(from)
  switch (key) {
    case 'ArrowUp':
      return from === top ? undefined : each.parentId
    case 'ArrowDown':
      return open.has(from) ? each.children[0] : undefined
    case 'ArrowLeft':
      return siblings[at - 1]
    case 'ArrowRight':
      return siblings[at + 1]
    case 'Home':
      return siblings[0]
    case 'End':
      return siblings.at(-1)
    default:
      return undefined
  }
}
