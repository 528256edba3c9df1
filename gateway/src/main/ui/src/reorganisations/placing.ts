import type { FutureSeat, NewPlacement, ReorganisationContent, ReorganisationPost, Seat } from '../api/types'
import type { Names } from './places'

/** Where a holder goes on, as it is asked: a seat of the draft or its successors, any other seat, a unit, or nowhere. */
export type Where = 'SEAT' | 'OTHER' | 'UNIT' | 'NONE'

export interface TypedPlacement {
  into: Where
  seatId?: string
  otherSeatId?: string
  unitId?: string
  title?: string
  concurrent?: boolean
  termMonths?: number | null
}

/** What was said of a post, or what is likeliest where nothing was: the post goes on as what it is. */
export const typedPlacement = ({ placement, title, concurrent, seatId }: ReorganisationPost): TypedPlacement =>
  placement
    ? { into: placement.into, seatId: placement.seatId, unitId: placement.unitId, title: placement.title ?? title, concurrent: placement.concurrent, termMonths: placement.termMonths }
    : { into: seatId ? 'SEAT' : 'UNIT', title, concurrent }

/** Only what goes with where it goes. */
export function placementOf({ into, seatId, otherSeatId, unitId, title, concurrent, termMonths }: TypedPlacement): NewPlacement {
  if (into === 'NONE') return { into }
  const more = { concurrent: !!concurrent, ...(termMonths ? { termMonths } : {}) }
  return into === 'UNIT'
    ? { into, unitId, title: title?.normalize('NFC').trim(), ...more }
    : { into: 'SEAT', seatId: into === 'SEAT' ? seatId : otherSeatId, ...more }
}

/** The units that a unit goes into: those that begin, and those that stand. */
export function successorsOf(unitId: string, { successions, newUnits }: Pick<ReorganisationContent, 'successions' | 'newUnits'>): { new: string[]; standing: string[] } {
  const all = [...new Set(successions.flatMap(({ predecessorId, successorId }) => (predecessorId === unitId ? [successorId] : [])))]
  const begins = new Set(newUnits.map(({ id }) => id))
  return { new: all.filter((id) => begins.has(id)), standing: all.filter((id) => !begins.has(id)) }
}

/** Seats to choose from, those of the successors of the post's unit first. */
export function seatOptions(
  newSeats: readonly FutureSeat[],
  standing: readonly Seat[],
  successors: readonly string[],
  names: Names,
): { value: string; label: string }[] {
  const near = (unitId: string) => (successors.includes(unitId) ? 0 : 1)
  return [
    ...newSeats.map(({ id, unitId, titleCode }) => ({ value: id, unitId, label: [names.title(titleCode), names.unit(unitId)].filter(Boolean).join(', ') })),
    ...standing.map(({ id, unitId, unitName, title }) => ({ value: id, unitId, label: `${title.name}, ${unitName}` })),
  ]
    .sort((one, other) => near(one.unitId) - near(other.unitId))
    .map(({ value, label }) => ({ value, label }))
}
