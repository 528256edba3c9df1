import type { TFunction } from 'i18next'

const ROMAN = ['I', 'II', 'III', 'IV'] as const

/** As it is written: `Quý II/2026`, `Năm 2026`. */
export const sayPeriod = ({ year, quarter }: { year: number; quarter?: number }, t: TFunction): string =>
  quarter ? t('evaluation.quarterOf', { quarter: ROMAN[quarter - 1], year }) : t('evaluation.yearOf', { year })
