import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UnitPicker } from '../app/units'
import { seatQuery, seatsQuery } from './queries'
import './units.css'

/** Chooses a seat: first the unit, then one of the seats in it or below. */
export function SeatPicker({ value, onChange, ...props }: Omit<SelectProps<string>, 'options'>) {
  const { t } = useTranslation()
  const [picked, setUnit] = useState<string>()
  // A seat that was chosen elsewhere brings its unit.
  const given = useQuery({ ...seatQuery(value ?? ''), enabled: !!value && !picked })
  const unit = picked ?? given.data?.unitId
  const seats = useInfiniteQuery({ ...seatsQuery(unit ?? '', true, undefined), enabled: !!unit })
  const rows = seats.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <div className="seat-picker">
      <UnitPicker
        value={unit as string}
        placeholder={t('form.unitPlaceholder')}
        aria-label={t('post.unit')}
        data-testid="seat-unit"
        onChange={(chosen) => {
          setUnit(chosen)
          onChange?.(undefined as unknown as string)
        }}
      />
      <Select<string>
        value={value}
        disabled={!unit}
        loading={seats.isFetching}
        placeholder={t('form.choose')}
        aria-label={t('decision.seat')}
        notFoundContent={t('seat.none')}
        onChange={onChange}
        onPopupScroll={() => seats.hasNextPage && !seats.isFetchingNextPage && void seats.fetchNextPage()}
        options={rows.map((seat) => ({ value: seat.id, label: `${seat.title.name}, ${seat.unitName}` }))}
        {...props}
      />
    </div>
  )
}
