import { describe, expect, it } from 'vitest'
import en from '../i18n/en.json'
import vi from '../i18n/vi.json'
import { FLAWS, isFlaw, isSeverity, kindsOf, percentOf, placeOf } from './flaws'

describe('what is found in a dossier', () => {
  it('has a name in both languages', () => {
    expect(Object.keys(vi.quality.codes).sort()).toEqual(Object.keys(FLAWS).sort())
    expect(Object.keys(en.quality.codes).sort()).toEqual(Object.keys(FLAWS).sort())
  })

  it('leads to where it is put right', () => {
    expect(placeOf({ group: 'SENSITIVE_CV', item: 'PARTY_MEMBERSHIP' })).toEqual({ tab: 'cv', kind: 'PARTY_MEMBERSHIP' })
    expect(placeOf({ group: 'CV' })).toEqual({ tab: 'cv' })
    expect(placeOf({ group: 'POSTS', item: 'POST' })).toEqual({})
    expect(placeOf({ group: 'IDENTITY', item: 'ID_NUMBER' })).toEqual({ tab: 'cv', kind: 'ID_NUMBER' })
    expect(placeOf({ group: 'IDENTITY', item: 'BIRTH_DAY' })).toEqual({})
  })

  it('is counted by severity, the most frequent first', () => {
    const kinds = [
      { code: 'CHILD_TOO_CLOSE', severity: 'WARNING', dossiers: 1 },
      { code: 'ITEM_MISSING', severity: 'MISSING', item: 'POST', dossiers: 2 },
      { code: 'ITEM_MISSING', severity: 'MISSING', item: 'RELIGION', dossiers: 9 },
    ] as const
    expect(kindsOf({ kinds: [...kinds] }, 'MISSING').map(({ item }) => item)).toEqual(['RELIGION', 'POST'])
    expect(kindsOf({ kinds: [...kinds] }, 'ERROR')).toEqual([])
  })

  it('says all only of all', () => {
    expect(percentOf(199, 200)).toBe(99)
    expect(percentOf(200, 200)).toBe(100)
    expect(percentOf(0, 0)).toBe(100)
  })

  it('is asked for by what the address says, if it is anything', () => {
    expect(isFlaw('POSTS_OVERLAP')).toBe(true)
    expect(isFlaw('toString')).toBe(false)
    expect(isSeverity('ERROR')).toBe(true)
    expect(isSeverity(null)).toBe(false)
  })
})
