import { describe, expect, it } from 'vitest'
import type { StatisticsLine } from '../api/types'
import { cellOf, columnName, columnsOf, moved, signed } from './table'

const name = { vi: 'x', en: 'x' }
const line: StatisticsLine = { code: 'ALL', name, counts: [7, 0], compared: [4, 2], differences: [3, -2] }

describe('the table of statistics', () => {
  it('has its columns in the order of the groups', () => {
    const groups = [
      { code: 'TOTAL', name, columns: [{ code: 'TOTAL', name }] },
      { code: 'SEX', name, columns: [{ code: 'SEX.FEMALE', name }] },
    ]
    expect(columnsOf({ groups }).map(({ code }) => code)).toEqual(['TOTAL', 'SEX.FEMALE'])
  })

  it('calls a column by its group too, where there is more than one in it', () => {
    const called = (text: string) => ({ vi: text, en: text })
    const groups = [
      { code: 'TOTAL', name: called('Total'), columns: [{ code: 'TOTAL', name: called('Total') }] },
      { code: 'RANK', name: called('Rank'), columns: [{ code: 'RANK.1', name: called('Expert') }, { code: 'RANK.UNKNOWN', name: called('Unknown') }] },
    ]
    expect(columnName({ groups }, 'TOTAL', 'en')).toBe('Total')
    expect(columnName({ groups }, 'RANK.UNKNOWN', 'en')).toBe('Rank, Unknown')
  })

  it('has in a cell what stands at the place of its column', () => {
    expect(cellOf(line, 1)).toEqual({ now: 0, then: 2, difference: -2 })
    expect(cellOf({ code: 'ALL', name }, 1)).toEqual({ now: undefined, then: undefined, difference: undefined })
  })

  it('says which way a number went', () => {
    const plain = (value: number) => String(value)
    expect([3, 0, -2].map((difference) => signed(difference, plain))).toEqual(['+3', '0', '−2'])
  })

  it('is walked by the arrows and never left by them', () => {
    expect(moved('ArrowDown', [0, 0], 2, 3)).toEqual([1, 0])
    expect(moved('ArrowDown', [1, 0], 2, 3)).toEqual([1, 0])
    expect(moved('ArrowLeft', [1, 0], 2, 3)).toEqual([1, 0])
    expect(moved('End', [1, 0], 2, 3)).toEqual([1, 2])
    expect(moved('Tab', [1, 0], 2, 3)).toBeUndefined()
  })
})
