import type { TFunction } from 'i18next'
import type { PlannedSeat, SeatRow } from '../api/types'

/**
 * Why a place is free. A seat of several places may lack only some of them; who is acting fills none, nor does somebody whose
 * term or working life ended and of whom nothing was decided.
 */
export function whyVacant(t: TFunction, seat: Pick<SeatRow | PlannedSeat, 'vacancyReason' | 'places' | 'holders'>): string | undefined {
  const held = seat.holders.filter(({ acting }) => !acting).length
  if (seat.vacancyReason === 'NOT_HELD' && held >= seat.places) return t('seat.overdue')
  if (seat.vacancyReason === 'NOT_HELD' && held > 0) return t('seat.lacking', { count: seat.places - held, places: seat.places })
  return seat.vacancyReason && t(`seat.reasons.${seat.vacancyReason}`)
}
