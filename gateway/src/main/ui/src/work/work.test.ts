import { describe, expect, it } from 'vitest'
import type { WorkItem } from '../api/types'
import { addressOf } from './addresses'
import { isVacant, merged } from './merged'

const item = (id: string, since: string): WorkItem => ({
  id, since, type: 'CERTIFICATE_TO_VERIFY', personId: 'p', personName: 'Đặng Văn Học', subject: 'Tiếng Anh', by: 'Trần Quốc Bình',
})

describe('work', () => {
  it('of all services is one list, longest waiting first, whatever the fraction of a second looks like', () => {
    const work = merged([
      { service: 'training', items: [item('b', '2026-11-24T01:00:00.5Z'), item('c', '2026-11-24T01:00:01Z')] },
      { service: 'training', items: [item('a', '2026-11-24T01:00:00Z')] },
    ])
    expect(work.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(work[0]?.service).toBe('training')
  })

  it('is empty when no service has any', () => {
    expect(merged([{ service: 'training', items: [] }])).toEqual([])
  })

  it('about a seat is told apart by whether the seat is held still', () => {
    expect(isVacant({ type: 'SEAT_FALLS_VACANT', day: '2026-11-24' }, '2026-11-24')).toBe(true)
    expect(isVacant({ type: 'SEAT_FALLS_VACANT', day: '2026-11-25' }, '2026-11-24')).toBe(false)
    expect(isVacant({ type: 'RETIREMENT_NOTICE', day: '2026-11-24' }, '2026-11-24')).toBe(false)
  })

  it('that waits to be merged is done where both records are compared', () => {
    expect(addressOf({ ...item('m', '2026-11-24T01:00:00Z'), type: 'MERGE_TO_APPROVE', service: 'personnel' })).toEqual(['/quality/merges/m'])
  })

  it('of a review is done on the page of its round', () => {
    expect(addressOf({ ...item('r', '2026-11-24T01:00:00Z'), type: 'REVIEW_TO_DO', service: 'personnel' })).toEqual(['/quality/reviews/r'])
  })

  it('that an official declared is done where the CV is', () => {
    expect(addressOf({ ...item('d', '2026-11-24T01:00:00Z'), type: 'DECLARATION_TO_DECIDE', service: 'personnel' })).toEqual(['/people/p', { tab: 'cv' }])
  })
})
