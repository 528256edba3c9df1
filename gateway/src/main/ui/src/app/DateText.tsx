import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant, formatPartial, lastDay, type Day, type PartialDate } from './dates'

export const DayText = ({ day }: { day: Day }) => <time dateTime={day}>{formatDay(day)}</time>

export const PartialText = ({ date }: { date: PartialDate }) => <time dateTime={date}>{formatPartial(date)}</time>

export const InstantText = ({ at }: { at: string | number }) => (
  <time dateTime={new Date(at).toISOString()}>{formatInstant(at)}</time>
)

/** The end of a half-open period, as people say it: the last day, or that it lasts. */
export function LastDay({ validTo, open }: { validTo?: Day; open: string }) {
  return validTo ? <DayText day={lastDay(validTo)} /> : <>{open}</>
}

export function Period({ validFrom, validTo }: { validFrom: Day; validTo?: Day }) {
  const { t } = useTranslation()
  return (
    <span className="period">
      {t('period.from')} <DayText day={validFrom} />
      {validTo && (
        <>
          {' '}
          {t('period.to')} <DayText day={lastDay(validTo)} />
        </>
      )}
    </span>
  )
}
