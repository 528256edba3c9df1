import { describe, expect, it } from 'vitest'
import type { Assignment } from '../api/types'
import { isBehind } from './copies'
import { layOut, placeOf, yearsShown } from './timelineLayout'

const post = (id: string, more: Partial<Assignment> = {}): Assignment => ({
  id, unitId: 'u', unitName: 'U', tree: 'STATE', title: 'Phó Chủ tịch', managementScope: 'UNIT_HEAD', acting: false, concurrent: false,
  validFrom: '2020-01-01', recordedFrom: '2026-01-01T00:00:00Z', ...more,
})

describe('copies', () => {
  it('are behind only when the record is known to be newer', () => {
    expect(isBehind({ revision: 3 }, 4)).toBe(true)
    expect(isBehind({ revision: 4 }, 4)).toBe(false)
    expect(isBehind({ revision: 3 }, undefined)).toBe(false)
  })
})

describe('timeline', () => {
  const posts = [post('a', { validTo: '2023-01-01' }), post('b', { validFrom: '2021-06-01' }), post('c', { validFrom: '2023-01-01' })]
  const range = yearsShown(posts, '2026-11-24')

  it('has whole years and room for the day', () => {
    expect(range.first).toBe(2020)
    expect(placeOf('2026-11-24', range)).toBeGreaterThan(0.5)
    expect(placeOf('2026-11-24', range)).toBeLessThan(1)
  })

  it('keeps posts of the same time apart and lets posts that follow each other share a line', () => {
    const levels = layOut(posts, range, '2026-11-24').map((bars) => bars.map((bar) => bar.post.id))
    expect(levels).toEqual([['a', 'c'], ['b']])
  })
})
