import { useTranslation } from 'react-i18next'
import type { OtherService } from '../api/types'

/** Which of the other services have said what it touches there, and which have not. */
export function Answers({ answered, silent }: { answered: readonly OtherService[]; silent: readonly OtherService[] }) {
  const { t } = useTranslation()
  const named = (services: readonly OtherService[]) => services.map((service) => t(`reorganisation.services.${service}`)).join(', ')
  return (
    <p className="second" data-testid="reorganisation-answers">
      {answered.length > 0 && <span>{t('reorganisation.answered', { services: named(answered) })} </span>}
      {silent.length > 0 && <b>{t('reorganisation.silent', { services: named(silent) })}</b>}
    </p>
  )
}
