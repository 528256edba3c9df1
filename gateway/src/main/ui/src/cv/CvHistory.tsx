import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { CvCatalogue, CvClass, CvEntry } from '../api/types'
import { FieldHistory, HistoryOf } from '../history/FieldHistory'
import { usePapers } from '../history/usePapers'
import { factByFact } from '../history/versions'
import { cvHistoryQuery } from './queries'
import { entryText, said } from './values'

interface CvHistoryProps {
  personId: string
  catalogue: CvCatalogue
  fieldClass: CvClass
}

/** Every belief in the entries of a class, kind by kind and entry by entry. */
export function CvHistory({ personId, catalogue, fieldClass }: CvHistoryProps) {
  const { t } = useTranslation()
  const paperClass = fieldClass === 'RESTRICTED' ? 'RESTRICTED' : 'SENSITIVE'
  const papersOf = usePapers(personId, paperClass)
  const kindOf = (entry: CvEntry) => catalogue.kinds.find(({ code }) => code === entry.kind)
  return (
    <div className="cv-history" data-testid="cv-history">
      <h3>{t('history.everything')}</h3>
      <HistoryOf query={useQuery(cvHistoryQuery(personId, fieldClass))}>
        {({ items }) => (
          <FieldHistory<CvEntry>
            label={t('history.everything')}
            versions={factByFact(items).flatMap(({ rows }) => rows)}
            rowKey={({ id, recordedFrom, validFrom }) => `${id} ${recordedFrom} ${validFrom}`}
            field={(entry) => {
              const kind = kindOf(entry)
              return kind ? said(kind) : entry.kind
            }}
            what={(entry) => {
              const kind = kindOf(entry)
              return kind ? entryText(catalogue, kind, entry) : Object.values(entry.values).join(', ')
            }}
            valid={(entry) => entry}
            source={(entry) => ({ document: entry.document, papers: { personId, paperClass, items: papersOf(entry.id, entry) } })}
          />
        )}
      </HistoryOf>
    </div>
  )
}
