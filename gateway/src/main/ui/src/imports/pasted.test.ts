import { describe, expect, it } from 'vitest'
import type { ImportColumn } from '../api/types'
import { bookOf, emptyGrid, isBlank, parse, pasted, placeOf } from './pasted'

const column = (header: string): ImportColumn => ({ header, kind: 'TEXT', required: false, words: [] })
const COLUMNS = [column('Số hiệu hồ sơ'), column('Năm'), column('Xếp loại')]

describe('what is pasted', () => {
  it('has a tab between cells and may have line breaks within one', () => {
    expect(parse('A-1\t2025\t"Hai\ndòng"\r\nA-2\t\tHTTNV\r\n')).toEqual([
      ['A-1', '2025', 'Hai\ndòng'],
      ['A-2', '', 'HTTNV'],
    ])
  })

  it('goes where the cursor stands, and on below the last line', () => {
    const { grid, unknown } = pasted(emptyGrid(COLUMNS, 2), COLUMNS, { row: 1, column: 1 }, [['2025', 'HTTNV', 'thừa'], ['2024', 'HTNV']])
    expect(grid).toEqual([['', '', ''], ['', '2025', 'HTTNV'], ['', '2024', 'HTNV']])
    expect(unknown).toEqual([])
  })

  it('goes under its headers where it brings them along', () => {
    const { grid, unknown } = pasted(emptyGrid(COLUMNS, 1), COLUMNS, { row: 0, column: 0 }, [['xếp loại', 'Ghi chú', 'NĂM'], ['HTTNV', 'x', '2025']])
    expect(grid).toEqual([['', '2025', 'HTTNV']])
    expect(unknown).toEqual(['Ghi chú'])
  })

  it('is a book whose cells are named as in the grid', async () => {
    expect(placeOf('C12')).toEqual({ row: 10, column: 2 })
    expect(placeOf('AA2')).toEqual({ row: 0, column: 26 })
    expect(placeOf('nothing')).toBeUndefined()
    const book = await bookOf({ sheet: 'Xếp loại', columns: COLUMNS }, [['', '', ''], ['A-1', '2025', 'HTTNV']])
    expect(book.size).toBeGreaterThan(1000)
    expect(isBlank([['', ' ']])).toBe(true)
  })
})
