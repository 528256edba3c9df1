import { describe, expect, it } from 'vitest'
import type { FoundedUnit, FutureSeat, ReorganisationContent } from '../api/types'
import { firstContent, leavings, said, withChanged, withFounded, withLeaving, withoutFounded, withoutLeaving, withSeat } from './content'

const founded = (id: string, more: Partial<FoundedUnit> = {}): FoundedUnit => ({ id, tree: 'STATE', name: `Phường ${id}`, type: 'PHUONG', ...more })
const seat = (id: string, unitId: string): FutureSeat => ({
  id, unitId, titleCode: 'CHU_TICH', kind: 'ELECTED', regime: 'CADRE', managementScope: 'PROVINCIAL_BTV', holders: 1,
})
const content = (more: Partial<ReorganisationContent> = {}): ReorganisationContent => ({
  name: 'Sắp xếp', instrument: '1/NQ', effectiveOn: '2027-07-01', level: 'PROVINCIAL_BTV',
  newUnits: [founded('new')],
  changedUnits: [],
  endedUnits: ['a', 'b'],
  successions: [
    { predecessorId: 'a', successorId: 'new', kind: 'MERGE' },
    { predecessorId: 'c', successorId: 'new', kind: 'SPLIT', note: 'Xóm 1' },
    { predecessorId: 'b', successorId: 'new', kind: 'MERGE' },
  ],
  newSeats: [seat('s', 'new')],
  ...more,
})

describe('units that leave', () => {
  it('are those that end, then those that only give a part away', () => {
    expect(leavings(content()).map(({ unitId, ends, steps }) => [unitId, ends, steps.length])).toEqual([['a', true, 1], ['b', true, 1], ['c', false, 1]])
  })

  it('keep their place when they are said otherwise', () => {
    const next = withLeaving(content(), { unitId: 'd', ends: true, steps: [{ successorId: 'e', kind: 'MERGE' }] }, 'a')
    expect(next.endedUnits).toEqual(['d', 'b'])
    expect(next.successions.map(({ predecessorId }) => predecessorId)).toEqual(['c', 'b', 'd'])
  })

  it('end no more when they only give a part away', () => {
    const next = withLeaving(content(), { unitId: 'a', ends: false, steps: [{ successorId: 'new', kind: 'SPLIT' }] }, 'a')
    expect(next.endedUnits).toEqual(['b'])
    expect(leavings(next).find(({ unitId }) => unitId === 'a')).toEqual({ unitId: 'a', ends: false, steps: [{ successorId: 'new', kind: 'SPLIT' }] })
  })

  it('take what was said of them along', () => {
    const next = withoutLeaving(content(), 'b')
    expect(next.endedUnits).toEqual(['a'])
    expect(next.successions).toHaveLength(2)
  })
})

describe('units that begin', () => {
  it('are put in their place or behind the others', () => {
    expect(withFounded(content(), founded('new', { name: 'Phường Bá Xuyên' })).newUnits.map(({ name }) => name)).toEqual(['Phường Bá Xuyên'])
    expect(withFounded(content(), founded('two')).newUnits.map(({ id }) => id)).toEqual(['new', 'two'])
  })

  it('leave nothing behind that names them', () => {
    const next = withoutFounded(content({ newUnits: [founded('new'), founded('below', { parentId: 'new' }), founded('other', { parentId: 'p' })] }), 'new')
    expect(next.newUnits).toEqual([founded('below'), founded('other', { parentId: 'p' })])
    expect(next.successions).toEqual([])
    expect(next.newSeats).toEqual([])
  })
})

describe('units that change and seats that begin', () => {
  it('are replaced by their key', () => {
    const changed = withChanged(content(), { unitId: 'x', name: 'Phường X', type: 'PHUONG' })
    expect(withChanged(changed, { unitId: 'y', name: 'Phường Y', type: 'PHUONG' }, 'x').changedUnits.map(({ unitId }) => unitId)).toEqual(['y'])
    expect(withChanged(changed, { unitId: 'y', name: 'Phường Y', type: 'PHUONG' }).changedUnits).toHaveLength(2)
    expect(withSeat(content(), { ...seat('s', 'new'), holders: 2 }).newSeats.map(({ holders }) => holders)).toEqual([2])
  })
})

describe('a first draft', () => {
  const head = { name: 'Sắp xếp', instrument: '1/NQ', effectiveOn: '2027-07-01', level: 'PROVINCIAL_BTV' } as const

  it('puts every unit that ends into a new one', () => {
    const draft = firstContent(head, { endedUnits: ['a', 'b'], into: 'NEW', unit: { name: ' Phường Mới ', tree: 'STATE', type: 'PHUONG', parentId: undefined } }, 'id')
    expect(draft.newUnits).toEqual([{ id: 'id', name: 'Phường Mới', tree: 'STATE', type: 'PHUONG' }])
    expect(draft.successions).toEqual([
      { predecessorId: 'a', successorId: 'id', kind: 'MERGE' },
      { predecessorId: 'b', successorId: 'id', kind: 'MERGE' },
    ])
  })

  it('puts them into one that stands, or leaves it unsaid', () => {
    expect(firstContent(head, { endedUnits: ['a'], into: 'STANDING', successorId: 's', kind: 'SPLIT' }, 'id').successions).toEqual([
      { predecessorId: 'a', successorId: 's', kind: 'SPLIT' },
    ])
    expect(firstContent(head, { endedUnits: ['a'], into: 'LATER' }, 'id')).toMatchObject({ newUnits: [], successions: [], endedUnits: ['a'] })
  })
})

it('what was left empty is not sent', () => {
  expect(said({ code: '  ', name: ' A ', holders: 0, note: undefined, term: null })).toEqual({ name: 'A', holders: 0 })
})
