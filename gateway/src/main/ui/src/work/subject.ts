import type { TFunction } from 'i18next'
import { sayPeriod } from '../evaluations/period'
import type { Work } from './merged'

/** What an item is about, with the period where people are rated for one: `Quý II/2026, Trung tâm phục vụ hành chính công`. */
export const subjectOf = ({ subject, year, quarter }: Work, t: TFunction): string =>
  year === undefined ? subject : `${sayPeriod({ year, quarter }, t)}, ${subject}`
