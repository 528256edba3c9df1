import Papa from 'papaparse'
import writeXlsxFile from 'write-excel-file/universal'
import type { ImportColumn, ImportForm } from '../api/types'

/** So many lines a page takes; more come as a file. */
export const MOST_PASTED = 500

/** Cells by line, each line as long as the form is wide. */
export type Grid = readonly (readonly string[])[]

const folded = (text: string) => text.normalize('NFC').trim().toLocaleLowerCase('vi')

/** Cells as Excel puts them on the clipboard: a tab between them, quotes where a cell has a line break. */
export const parse = (text: string): string[][] =>
  Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data.map((row) => row.map((cell) => cell.normalize('NFC').trim()))

export const emptyGrid = (columns: readonly ImportColumn[], lines: number): string[][] =>
  Array.from({ length: lines }, () => columns.map(() => ''))

/**
 * The grid with cells pasted at a place. Where the first line pasted is made of headers of the form, each column goes under its
 * own; headers that the form does not have are told.
 */
export function pasted(grid: Grid, columns: readonly ImportColumn[], at: { row: number; column: number }, cells: string[][]): { grid: string[][]; unknown: string[] } {
  const [first = [], ...rest] = cells
  const headers = first.map((cell) => columns.findIndex(({ header }) => folded(header) === folded(cell)))
  const isHeader = headers.filter((column) => column >= 0).length * 2 > first.length
  const lines = isHeader ? rest : cells
  const next = grid.map((row) => [...row])
  while (next.length < at.row + lines.length) next.push(columns.map(() => ''))
  lines.forEach((line, row) =>
    line.forEach((cell, column) => {
      const into = isHeader ? headers[column]! : at.column + column
      if (into >= 0 && into < columns.length) next[at.row + row]![into] = cell
    }),
  )
  return { grid: next, unknown: isHeader ? first.filter((cell, column) => cell && headers[column]! < 0) : [] }
}

export const isBlank = (grid: Grid): boolean => grid.every((row) => row.every((cell) => !cell.trim()))

/** The grid as the sheet of a workbook, line by line under its headers, so that a cell is named alike in both. */
export async function bookOf(form: ImportForm, grid: Grid): Promise<File> {
  const header = form.columns.map(({ header: value }) => ({ value, type: String }))
  const lines = grid.map((row) => row.map((cell) => (cell.trim() ? { value: cell.trim(), type: String } : null)))
  const blob = await writeXlsxFile([header, ...lines], { sheet: form.sheet }).toBlob()
  return new File([blob], 'dan-tu-excel.xlsx', { type: blob.type })
}

/** `C12` as the place in the grid: line 10, column 2. */
export function placeOf(cell: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  if (!letters || !digits) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 2, column }
}
