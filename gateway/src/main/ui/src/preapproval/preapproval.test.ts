import { describe, expect, it } from 'vitest'
import type { PreApproval } from '../api/types'
import { modeOn } from './mode'

const said = (managementScope: PreApproval['managementScope'], mode: PreApproval['mode'], validFrom: string): PreApproval => ({
  managementScope, mode, validFrom, reason: 'thử', by: 'Ai đó', at: '2026-12-01T00:00:00Z',
})

describe('what is kept before an approval', () => {
  const all = [said('PROVINCIAL_BTV', 'STORE', '2027-07-01'), said('PROVINCIAL_BTV', 'POINTER', '2027-01-01')]
  it('holds from its day until the next begins', () => {
    expect(modeOn(all, 'PROVINCIAL_BTV', '2026-12-31')).toBe('STORE')
    expect(modeOn(all, 'PROVINCIAL_BTV', '2027-01-01')).toBe('POINTER')
    expect(modeOn(all, 'PROVINCIAL_BTV', '2027-06-30')).toBe('POINTER')
    expect(modeOn(all, 'PROVINCIAL_BTV', '2027-07-01')).toBe('STORE')
  })
  it('says nothing of another scope', () => {
    expect(modeOn(all, 'UNIT_HEAD', '2027-01-01')).toBe('STORE')
  })
})
