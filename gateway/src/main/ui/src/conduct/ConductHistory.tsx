import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { FieldHistory, HistoryOf } from '../history/FieldHistory'
import { usePapers } from '../history/usePapers'
import { factByFact, type Belief } from '../history/versions'
import { linesOf, type Line } from './lines'
import { conductHistoryQuery } from './queries'

type LineBelief = Line & Belief & { id: string }

/** Every belief in what is on record beside posts, also in what was voided. */
export function ConductHistory({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const papersOf = usePapers(personId, 'SENSITIVE')
  return (
    <div className="conduct-history" data-testid="conduct-history">
      <h3>{t('history.everything')}</h3>
      <HistoryOf query={useQuery(conductHistoryQuery(personId))}>
        {(history) => (
          <FieldHistory<LineBelief>
            label={t('history.everything')}
            versions={factByFact(linesOf(history, t).map((line): LineBelief => ({ ...line.fact.item, ...line }))).flatMap(({ rows }) => rows)}
            rowKey={({ id, recordedFrom }) => `${id} ${recordedFrom}`}
            field={({ fact }) => t(`conduct.family.${fact.family}`)}
            what={({ what }) => what}
            valid={(line) => line}
            source={({ id, fact, ...belief }) => ({
              document: fact.item.document,
              papers: { personId, paperClass: 'SENSITIVE', items: papersOf(id, belief) },
            })}
          />
        )}
      </HistoryOf>
    </div>
  )
}
