import type { Assignment } from '../api/types'
import { addDays, type Day } from '../app/dates'

export interface Range {
  first: number
  last: number
  ticks: number[]
}

export interface Bar {
  post: Assignment
  /** Shares of the track, from 0 to 1. */
  start: number
  end: number
  /** Whether the bar is long enough to carry its title; if not, the title stands to its right. */
  inside: boolean
}

/** Width of the track and of a letter where the layout is tight, to decide where a title fits. */
const TRACK = 815
const LETTER = 7.4
const PADDING = 24
/** A past bar this long carries a cut title; the table below has it whole. */
const WORTH_CUTTING = 90

const widthOf = ({ title }: Assignment): number => title.length * LETTER + PADDING
const year = (day: Day): number => Number(day.slice(0, 4))

/** Whole years around all posts and the day, with room at the right for the title of a post still held. */
export function yearsShown(assignments: readonly Assignment[], day: Day): Range {
  const starts = assignments.map(({ validFrom }) => year(validFrom))
  const ends = assignments.map(({ validTo, validFrom }) => year(validTo ?? validFrom))
  const first = Math.min(...starts, year(day))
  const used = Math.max(...ends, year(day)) + 1
  const longest = Math.max(...assignments.filter(({ validTo }) => !validTo || validTo > day).map(widthOf), 40)
  const last = Math.ceil(first + (used - first) * (TRACK / (TRACK - Math.min(longest, TRACK * 0.4))))
  const every = Math.ceil((last - first) / 12)
  const ticks = Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, index) => first + index * every)
  return { first, last, ticks: ticks.filter((tick) => tick < last) }
}

/** Where a day stands on the track. */
export function placeOf(day: Day, { first, last }: Range): number {
  const [y = 0, m = 1, d = 1] = day.split('-').map(Number)
  const at = y + (m - 1) / 12 + (d - 1) / 365
  return Math.min(1, Math.max(0, (at - first) / (last - first)))
}

/** Bars on as few levels as keep both bars and titles apart. A post without an end is drawn up to the day looked at. */
export function layOut(assignments: readonly Assignment[], range: Range, day: Day): Bar[][] {
  const levels: { bars: Bar[]; usedTo: number }[] = []
  for (const post of assignments.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom))) {
    const start = placeOf(post.validFrom, range)
    const until = post.validTo ?? (post.validFrom < day ? day : addDays(post.validFrom, 120))
    const end = Math.max(placeOf(until, range), start + 0.006)
    const title = widthOf(post) / TRACK
    const past = !!post.validTo && post.validTo <= day
    const inside = title <= end - start || (past && end - start >= WORTH_CUTTING / TRACK)
    const bar = { post, start, end, inside }
    const usedTo = inside ? end : end + title
    const level = levels.find((candidate) => candidate.usedTo <= start)
    if (level) {
      level.bars.push(bar)
      level.usedTo = usedTo
    } else levels.push({ bars: [bar], usedTo })
  }
  return levels.map(({ bars }) => bars)
}
