import { useTranslation } from 'react-i18next'
import { DayText, InstantText } from '../app/DateText'
import { currentLanguage } from '../i18n'
import type { Evaluation } from './types'

/** By what the round is rated and who brought it where it is. */
export function HeadCard({ round: { line, scheme } }: { round: Evaluation }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  return (
    <section className="card">
      <dl className="card-body facts">
        <dt>{t('evaluation.scheme')}</dt>
        <dd>
          {scheme.name[language]}, {scheme.regulation}
          {!scheme.confirmed && <span className="evaluation-unconfirmed"> {t('evaluation.unconfirmed')}</span>}
          {scheme.notes.map((note) => (
            <div className="second" key={note.en}>{note[language]}</div>
          ))}
        </dd>
        <dt>{t('evaluation.level')}</dt>
        <dd>{t(`scope.${line.level}`)}</dd>
        <dt>{t('evaluation.unitGrade')}</dt>
        <dd data-testid="unit-grade">
          {line.unitGrade ? t(`conduct.grades.${line.unitGrade}`) : t('evaluation.notKnown')}
          {line.unitGradeDocument && `, ${line.unitGradeDocument}`}
        </dd>
        {line.decideBefore && (
          <>
            <dt>{t('evaluation.decideBefore')}</dt>
            <dd><DayText day={line.decideBefore} /></dd>
          </>
        )}
        {line.proposedBy && line.proposedAt && (
          <>
            <dt>{t('evaluation.proposedBy')}</dt>
            <dd>{line.proposedBy}, <InstantText at={line.proposedAt} /></dd>
          </>
        )}
        {line.document && (
          <>
            <dt>{t('conduct.document')}</dt>
            <dd>{line.document}</dd>
          </>
        )}
        {line.reason && (
          <>
            <dt>{t('evaluation.reopenedBecause')}</dt>
            <dd>{line.reason}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
