import type { ReorganisationContent } from '../api/types'

export const PARTS = ['newUnits', 'changedUnits', 'endedUnits', 'successions', 'newSeats', 'posts', 'seats', 'units'] as const
export type Part = (typeof PARTS)[number]

/** Where a finding points: a place in the document by number, or a post, a seat or a unit by id, and the field there. */
export interface Place {
  part: Part
  index?: number
  id?: string
  field?: string
}

const isPart = (text: string | undefined): text is Part => PARTS.some((part) => part === text)

/** Of `endedUnits[3]`, `newSeats[0].unitId`, `posts.<id>`, `posts.<id>.seatId`; nothing of what names no part of it. */
export function placeOf(path: string | undefined): Place | undefined {
  const [, part, index, id, field] = /^(\w+)(?:\[(\d+)]|\.([0-9a-f-]{36}))?(?:\.(.+))?$/.exec(path ?? '') ?? []
  if (!isPart(part)) return undefined
  return {
    part,
    ...(index === undefined ? {} : { index: Number(index) }),
    ...(id === undefined ? {} : { id }),
    ...(field === undefined ? {} : { field: field.split('.').at(-1)!.replace(/\[\d+]$/, '') }),
  }
}

/** What is known by name; nothing where the reader is not told. */
export interface Names {
  unit: (id: string) => string | undefined
  title: (code: string) => string
  post?: (id: string) => string | undefined
  seat?: (id: string) => string | undefined
}

type Listed = Pick<ReorganisationContent, 'newUnits' | 'changedUnits' | 'endedUnits' | 'successions' | 'newSeats'>

/** The name of what stands at a place. */
export function nameAt({ part, index = -1, id = '' }: Place, content: Listed, names: Names): string | undefined {
  const unit = (unitId: string) => content.newUnits.find((each) => each.id === unitId)?.name ?? names.unit(unitId)
  switch (part) {
    case 'newUnits':
      return content.newUnits[index]?.name
    case 'changedUnits': {
      const changed = content.changedUnits[index]
      return changed && (unit(changed.unitId) ?? changed.name)
    }
    case 'endedUnits': {
      const ended = content.endedUnits[index]
      return ended && unit(ended)
    }
    case 'successions': {
      const step = content.successions[index]
      return step && `${unit(step.predecessorId) ?? '…'} → ${unit(step.successorId) ?? '…'}`
    }
    case 'newSeats': {
      const seat = content.newSeats[index]
      return seat && [names.title(seat.titleCode), unit(seat.unitId)].filter(Boolean).join(', ')
    }
    case 'posts':
      return names.post?.(id)
    case 'seats':
      return names.seat?.(id)
    case 'units':
      return unit(id)
  }
}
