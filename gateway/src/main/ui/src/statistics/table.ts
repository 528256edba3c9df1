import type { Statistics, StatisticsLine } from '../api/types'

export type Column = Statistics['groups'][number]['columns'][number]
export type Group = Statistics['groups'][number]

/** The columns one after the other: the order of every list of numbers. */
export const columnsOf = (table: Pick<Statistics, 'groups'>): Column[] => table.groups.flatMap(({ columns }) => columns)

/** What a column is called outside of its head, where its group does not stand above it: "Ngạch, Chưa rõ". */
export function columnName(table: Pick<Statistics, 'groups'>, code: string, language: 'vi' | 'en'): string {
  const group = table.groups.find(({ columns }) => columns.some((column) => column.code === code))
  const column = group?.columns.find((each) => each.code === code)
  if (!group || !column) return ''
  return group.columns.length === 1 ? column.name[language] : `${group.name[language]}, ${column.name[language]}`
}

export interface Cell {
  /** Absent where the unit did not stand on the day. */
  now?: number
  then?: number
  difference?: number
}

export const cellOf = (line: StatisticsLine, column: number): Cell => ({
  now: line.counts?.[column],
  then: line.compared?.[column],
  difference: line.differences?.[column],
})

/** A difference with its sign; none is a plain zero. The minus is the one of its width, as numbers are aligned. */
export const signed = (difference: number, format: (value: number) => string): string =>
  difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${format(Math.abs(difference))}`

/** Where a key leads from a cell of the table, never out of it; undefined for a key that leads nowhere. */
export function moved(key: string, from: readonly [number, number], lines: number, columns: number): [number, number] | undefined {
  const [line, column] = from
  const to: [number, number] | undefined = ({
    ArrowUp: [line - 1, column],
    ArrowDown: [line + 1, column],
    ArrowLeft: [line, column - 1],
    ArrowRight: [line, column + 1],
    Home: [line, 0],
    End: [line, columns - 1],
  } as Record<string, [number, number]>)[key]
  return to && [clamp(to[0], lines), clamp(to[1], columns)]
}

const clamp = (value: number, size: number) => Math.min(Math.max(value, 0), size - 1)
