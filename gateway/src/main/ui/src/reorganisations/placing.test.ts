import { describe, expect, it } from 'vitest'
import type { FutureSeat, ReorganisationPost, Seat } from '../api/types'
import { placementOf, seatOptions, successorsOf, typedPlacement } from './placing'

const post = (more: Partial<ReorganisationPost> = {}): ReorganisationPost => ({
  assignmentId: 'p', personId: 'n', personName: 'Đặng Văn Học', unitId: 'a', unitName: 'Xã A', title: 'Chuyên viên', managementScope: 'UNIT_HEAD',
  concurrent: true, acting: false, validFrom: '2020-01-01', ...more,
})

describe('placing a post', () => {
  it('begins with the post as it is', () => {
    expect(typedPlacement(post())).toMatchObject({ into: 'UNIT', title: 'Chuyên viên', concurrent: true })
    expect(typedPlacement(post({ seatId: 's' })).into).toBe('SEAT')
    expect(typedPlacement(post({ placement: { into: 'NONE', concurrent: false } })).into).toBe('NONE')
  })

  it('says only what goes with where it goes', () => {
    const typed = { seatId: 's', otherSeatId: 'o', unitId: 'u', title: ' Chuyên viên ', concurrent: true, termMonths: 60 }
    expect(placementOf({ into: 'NONE', ...typed })).toEqual({ into: 'NONE' })
    expect(placementOf({ into: 'SEAT', ...typed })).toEqual({ into: 'SEAT', seatId: 's', concurrent: true, termMonths: 60 })
    expect(placementOf({ into: 'OTHER', ...typed, termMonths: null })).toEqual({ into: 'SEAT', seatId: 'o', concurrent: true })
    expect(placementOf({ into: 'UNIT', ...typed })).toEqual({ into: 'UNIT', unitId: 'u', title: 'Chuyên viên', concurrent: true, termMonths: 60 })
  })
})

describe('seats to choose from', () => {
  const step = (predecessorId: string, successorId: string) => ({ predecessorId, successorId, kind: 'MERGE' as const })
  const successors = successorsOf('a', {
    successions: [step('a', 'new'), step('a', 'old'), step('a', 'old'), step('b', 'else')],
    newUnits: [{ id: 'new', tree: 'STATE', name: 'Phường Mới', type: 'PHUONG' }],
  })

  it('lie in units that begin or stand', () => expect(successors).toEqual({ new: ['new'], standing: ['old'] }))

  it('of the successors come first', () => {
    const seat = (id: string, unitId: string): FutureSeat => ({ id, unitId, titleCode: 'CT', kind: 'ELECTED', regime: 'CADRE', managementScope: 'UNIT_HEAD', holders: 1 })
    const standing = [{ id: 's3', unitId: 'old', unitName: 'Xã Cũ', title: { name: 'Bí thư' } }] as Seat[]
    const names = { unit: (id: string) => (id === 'new' ? 'Phường Mới' : undefined), title: () => 'Chủ tịch' }
    expect(seatOptions([seat('s1', 'else'), seat('s2', 'new')], standing, ['new', 'old'], names)).toEqual([
      { value: 's2', label: 'Chủ tịch, Phường Mới' },
      { value: 's3', label: 'Bí thư, Xã Cũ' },
      { value: 's1', label: 'Chủ tịch' },
    ])
  })
})
