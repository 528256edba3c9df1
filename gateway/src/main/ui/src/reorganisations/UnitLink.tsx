import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Reorganisation } from '../api/types'
import { useTo } from '../app/asOf'
import { addDays } from '../app/dates'
import { useMe } from '../app/me'
import type { Names } from './places'

/** A unit by name, opened on a day on which it stands; one that begins here stands nowhere until it is approved. */
export function UnitLink({ id, reorganisation, names }: { id: string; reorganisation: Reorganisation; names: Names }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const to = useTo()
  const { line, newUnits, endedUnits } = reorganisation
  const name = names.unit(id) ?? t('reorganisation.unknownUnit')
  const begins = newUnits.some((unit) => unit.id === id)
  if (begins && line.state !== 'APPROVED') {
    return (
      <>
        {name} <span className="third">{t('reorganisation.isNew')}</span>
      </>
    )
  }
  const ahead = line.state === 'APPROVED' && begins && legalDay < line.effectiveOn
  const over = line.state === 'APPROVED' && endedUnits.includes(id) && line.effectiveOn <= legalDay
  const day = ahead ? line.effectiveOn : over ? addDays(line.effectiveOn, -1) : undefined
  return <Link to={day ? { pathname: `/units/${id}`, search: `?asOf=${day}` } : to(`/units/${id}`)}>{name}</Link>
}
