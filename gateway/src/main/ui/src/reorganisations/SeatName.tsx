import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Reorganisation } from '../api/types'
import { useMe } from '../app/me'
import type { Names } from './places'
import { standingSeatQuery } from './queries'

/** What a seat is called: one that begins here, or one that stands and is asked for by its id. */
export function useSeatName(seatId: string | undefined, { newSeats, line }: Reorganisation, names: Names): string | undefined {
  const { can } = useMe()
  const begins = newSeats.find(({ id }) => id === seatId)
  const standing = useQuery({ ...standingSeatQuery(seatId ?? '', line.effectiveOn), enabled: !!seatId && !begins && can('seat.read') }).data
  if (begins) return [names.title(begins.titleCode), names.unit(begins.unitId)].filter(Boolean).join(', ')
  return standing && `${standing.title.name}, ${standing.unitName}`
}

export function SeatName({ seatId, reorganisation, names }: { seatId?: string; reorganisation: Reorganisation; names: Names }) {
  const { t } = useTranslation()
  return <>{useSeatName(seatId, reorganisation, names) ?? t('reorganisation.unknownSeat')}</>
}
