import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { sayFinding } from '../api/problem'
import { currentLanguage } from '../i18n'
import { percentOf } from './cells'
import type { Evaluation } from './types'

/** How many are excellent and how many may be, with the reckoning and where it stands; and what else is against the round. */
export function Tallies({ round: { scheme, tallies, remarks } }: { round: Evaluation }) {
  const { t } = useTranslation()
  const others = remarks.filter(({ finding }) => !finding.code.startsWith('evaluation-too-many-excellent'))
  if (tallies.length === 0 && others.length === 0) return null
  return (
    <section className="card" aria-label={t('evaluation.cap')} aria-live="polite" data-testid="tallies">
      <ul className="card-body evaluation-tallies">
        {tallies.map((tally) => (
          <li key={tally.group} className={tally.exceeded ? 'fails' : 'holds'}>
            {tally.exceeded ? <CloseCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />}{' '}
            <b>{t(`evaluation.groups.${tally.group}`)}: {t('evaluation.excellentOf', { excellent: tally.excellent, allowed: tally.allowed })}</b>
            {': '}
            {t(`evaluation.bases.${tally.base}`, { percent: percentOf(tally.share), of: tally.of })}
            {tally.exceeded && `. ${t('evaluation.mostStay', { most: tally.most })}`}
            {scheme.cap && (
              <span className="third">
                {' '}({scheme.cap.article}{!scheme.cap.confirmed && `, ${t('evaluation.unconfirmed')}`})
              </span>
            )}
          </li>
        ))}
        {others.map(({ finding }) => (
          <li key={finding.code} className="fails">
            <CloseCircleFilled aria-hidden /> {sayFinding(finding, currentLanguage())}
          </li>
        ))}
      </ul>
    </section>
  )
}
