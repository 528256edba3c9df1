import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTo } from './asOf'

/** One sentence and a way on; what lies outside of the scope and what does not exist look alike. */
export function Nothing({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="nothing">
      <h1>{title}</h1>
      {children}
    </div>
  )
}

export function NoPage() {
  const { t } = useTranslation()
  const to = useTo()
  return (
    <Nothing title={t('missing.page')}>
      <Link to={to('/people')}>{t('missing.toPeople')}</Link>
    </Nothing>
  )
}

export function NoRights() {
  const { t } = useTranslation()
  return (
    <Nothing title={t('missing.rights')}>
      <p>{t('missing.rightsHow')}</p>
    </Nothing>
  )
}
