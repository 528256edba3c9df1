import { describe, expect, it } from 'vitest'
import type { ReorganisationState } from '../api/types'
import { actsOn } from './acts'

const line = (state: ReorganisationState, own = false) => ({ state, own, effectiveOn: '2027-07-01' })
const every = () => true
const only = (right: string) => (action: string) => action === `reorganisation.${right}`
const BEFORE = '2027-06-30'
const THE_DAY = '2027-07-01'

describe('what may be done with a reorganisation', () => {
  it('is all but undoing while it is a draft, and approving by nobody who had a hand in it', () => {
    expect(actsOn(line('DRAFT'), every, BEFORE)).toEqual(['approve', 'propose', 'edit', 'withdraw'])
    expect(actsOn(line('DRAFT', true), every, BEFORE)).toEqual(['propose', 'edit', 'withdraw'])
    expect(actsOn(line('DRAFT'), only('approve'), BEFORE)).toEqual(['approve'])
    expect(actsOn(line('DRAFT'), only('read'), BEFORE)).toEqual([])
  })

  it('is undoing once it is approved, until the day', () => {
    expect(actsOn(line('APPROVED', true), every, BEFORE)).toEqual(['undo'])
    expect(actsOn(line('APPROVED'), every, THE_DAY)).toEqual([])
    expect(actsOn(line('APPROVED'), only('write'), BEFORE)).toEqual([])
  })

  it('is nothing afterwards', () => {
    for (const state of ['UNDONE', 'WITHDRAWN'] as const) expect(actsOn(line(state), every, BEFORE)).toEqual([])
  })
})
