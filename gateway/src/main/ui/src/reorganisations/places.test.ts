import { describe, expect, it } from 'vitest'
import { nameAt, placeOf, type Names } from './places'

const POST = '0197a1b2-0000-7000-8000-000000000001'
const content = {
  newUnits: [{ id: 'new', tree: 'STATE' as const, name: 'Phường Mới', type: 'PHUONG' }],
  changedUnits: [{ unitId: 'c', name: 'Phường C', type: 'PHUONG' }],
  endedUnits: ['a', 'gone'],
  successions: [{ predecessorId: 'a', successorId: 'new', kind: 'MERGE' as const }],
  newSeats: [
    { id: 's', unitId: 'new', titleCode: 'CT', kind: 'ELECTED' as const, regime: 'CADRE' as const, managementScope: 'UNIT_HEAD' as const, holders: 1 },
  ],
}
const names: Names = {
  unit: (id) => ({ a: 'Xã A', c: 'Xã C' })[id],
  title: (code) => (code === 'CT' ? 'Chủ tịch' : code),
  post: (id) => (id === POST ? 'Đặng Văn Học, Chủ tịch, Xã A' : undefined),
}
const named = (path: string) => nameAt(placeOf(path)!, content, names)

describe('places of findings', () => {
  it.each([
    ['endedUnits[3]', { part: 'endedUnits', index: 3 }],
    ['newSeats[0].unitId', { part: 'newSeats', index: 0, field: 'unitId' }],
    ['newUnits', { part: 'newUnits' }],
    [`posts.${POST}`, { part: 'posts', id: POST }],
    [`posts.${POST}.assignment.seatId`, { part: 'posts', id: POST, field: 'seatId' }],
    [`seats.${POST}.validTo`, { part: 'seats', id: POST, field: 'validTo' }],
  ])('are read: %s', (path, place) => expect(placeOf(path)).toEqual(place))

  it.each(['effectiveOn', 'reason', '', undefined, 'grants[0].unitId'])('are none where no part is named: %s', (path) =>
    expect(placeOf(path)).toBeUndefined())

  it('are told by name where it is known', () => {
    expect(named('endedUnits[0]')).toBe('Xã A')
    expect(named('endedUnits[1]')).toBeUndefined()
    expect(named('endedUnits[7]')).toBeUndefined()
    expect(named('newUnits[0].parentId')).toBe('Phường Mới')
    expect(named('changedUnits[0].unitId')).toBe('Xã C')
    expect(named('successions[0].successorId')).toBe('Xã A → Phường Mới')
    expect(named('newSeats[0].titleCode')).toBe('Chủ tịch, Phường Mới')
    expect(named(`posts.${POST}`)).toBe('Đặng Văn Học, Chủ tịch, Xã A')
    expect(named(`seats.${POST}`)).toBeUndefined()
  })
})
