import { describe, expect, it } from 'vitest'
import { left, percentOf, reviewed } from './progress'

const figures = (dossiers: number, confirmed: number, toMend: number, changed: number) => ({ dossiers, confirmed, toMend, changed })

describe('progress of a round', () => {
  it('counts what is to be mended as looked through, and what was changed since as left', () => {
    expect(reviewed(figures(10, 4, 2, 3))).toBe(6)
    expect(left(figures(10, 4, 2, 3))).toBe(4)
  })

  it('says a hundred percent only where nothing is left', () => {
    expect(percentOf(figures(300, 299, 0, 0))).toBe(99)
    expect(percentOf(figures(300, 200, 100, 0))).toBe(100)
    expect(percentOf(figures(0, 0, 0, 0))).toBe(100)
  })
})
