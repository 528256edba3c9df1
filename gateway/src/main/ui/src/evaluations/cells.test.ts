import { describe, expect, it } from 'vitest'
import { percentOf, readCell, readFact, textOf } from './cells'

const axis = { by: 'PERCENTS', measures: ['QUANTITY', 'QUALITY', 'PROGRESS', 'LEADERSHIP'] } as const
const points = { by: 'POINTS', measures: [] } as const

describe('cells of a sheet', () => {
  it('reads what it writes', () => {
    for (const values of [[95, 90, 100, 80], [0, 0, 0, 0]]) {
      expect(readCell(textOf(values), { ...axis, measures: [...axis.measures] })).toEqual({ kind: 'values', values })
    }
    expect(readCell(textOf([27.5]), { ...points, measures: [] })).toEqual({ kind: 'values', values: [27.5] })
  })

  it('takes blanks and slashes, and the comma for decimals', () => {
    expect(readCell(' 95 90 100  80 ', { ...axis, measures: [...axis.measures] })).toEqual({ kind: 'values', values: [95, 90, 100, 80] })
    expect(readCell('27,25', { ...points, measures: [] })).toEqual({ kind: 'values', values: [27.25] })
  })

  it('never invents a number', () => {
    for (const text of ['95', '95/90/100', '95/90/100/x', 'abc', '1/2/3/4/5']) {
      expect(readCell(text, { ...axis, measures: [...axis.measures] })).toEqual({ kind: 'wrong' })
    }
    expect(readCell('27,255', { ...points, measures: [] })).toEqual({ kind: 'wrong' })
    expect(readCell('-1', { ...points, measures: [] })).toEqual({ kind: 'wrong' })
    expect(readCell('  ', { ...points, measures: [] })).toEqual({ kind: 'blank' })
    expect(readFact('12')).toEqual({ kind: 'values', values: [12] })
    expect(readFact('1,5')).toEqual({ kind: 'wrong' })
    expect(readFact('')).toEqual({ kind: 'blank' })
  })

  it('says a share in percent', () => {
    expect(percentOf('1/5')).toBe(20)
    expect(percentOf('1/4')).toBe(25)
  })
})
