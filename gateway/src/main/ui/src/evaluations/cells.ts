import type { Criterion as SchemeCriterion } from './types'

/** What stands in a cell: several percentages as `95/90/100/80`, points as `27,5`, met or not as `1` or `0`. */
export const textOf = (values: readonly number[] | undefined): string =>
  values ? values.map((value) => String(value).replace('.', ',')).join('/') : ''

export type Typed = { kind: 'blank' } | { kind: 'values'; values: number[] } | { kind: 'wrong' }

/** Reads a cell. Several numbers are parted by a slash, a blank or a semicolon; a comma is the decimal one. */
export function readCell(text: string, criterion: Pick<SchemeCriterion, 'by' | 'measures'>): Typed {
  const parts = text.trim().split(/[\s/;]+/).filter(Boolean)
  if (parts.length === 0) return { kind: 'blank' }
  const values = parts.map((part) => (/^\d{1,3}([.,]\d{1,2})?$/.test(part) ? Number(part.replace(',', '.')) : Number.NaN))
  const wanted = criterion.by === 'PERCENTS' ? criterion.measures.length : 1
  return values.some(Number.isNaN) || values.length !== wanted ? { kind: 'wrong' } : { kind: 'values', values }
}

/** A whole number of a fact, or nothing. */
export function readFact(text: string): Typed {
  const part = text.trim()
  if (part === '') return { kind: 'blank' }
  return /^\d{1,3}$/.test(part) ? { kind: 'values', values: [Number(part)] } : { kind: 'wrong' }
}

/** As a whole number of percent: `1/5` is 20. */
export function percentOf(share: string): number {
  const [part = 0, whole = 1] = share.split('/').map(Number)
  return (part / whole) * 100
}
