import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { UnitStaffing } from '../api/types'
import { useTo } from '../app/asOf'
import { PersonName } from '../app/PersonName'

/** Who leads a unit, as far as the reader sees it; a seat is called vacant only where nobody can hold it unseen. */
export function HeadOf({ head, tabIndex }: { head: NonNullable<UnitStaffing['head']>; tabIndex?: number }) {
  const { t } = useTranslation()
  const to = useTo()
  return (
    <>
      {head.vacant && <span className="vacant">{t('chart.vacant')}</span>}
      {head.heldBy.map((holder) => (
        <span key={holder.assignmentId} className="holder">
          <Link to={to(`/people/${holder.personId}`)} tabIndex={tabIndex}>
            <PersonName name={holder.fullName} />
          </Link>
          {holder.acting && <span className="third"> {t('seat.acting')}</span>}
        </span>
      ))}
      {!head.vacant && head.heldBy.length === 0 && <span className="third">{t('chart.unseen')}</span>}
    </>
  )
}

/** How many of the approved places are filled; where not everybody is seen, that it is those who are. */
export function SeatsOf({ staffing: { approved, filled, whole } }: { staffing: UnitStaffing }) {
  const { t } = useTranslation()
  if (approved === 0) return <span className="third">{t('chart.noSeats')}</span>
  return <span>{whole ? t('chart.filled', { filled, approved }) : t('chart.filledSeen', { filled, approved })}</span>
}
