import { useQuery } from '@tanstack/react-query'
import { Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CvCatalogue, CvClass, CvEntry } from '../api/types'
import { InstantText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { cvHistoryQuery } from './queries'
import { entryText, said } from './values'

/** Every belief in the entries of a class, with when it was believed and why that changed. */
export function CvHistory({ personId, catalogue, fieldClass }: { personId: string; catalogue: CvCatalogue; fieldClass: CvClass }) {
  const { t } = useTranslation()
  const { data, error, isError, isPending, refetch } = useQuery(cvHistoryQuery(personId, fieldClass))
  const late = useDelayed(isPending)
  const kindOf = (entry: CvEntry) => catalogue.kinds.find(({ code }) => code === entry.kind)
  return (
    <div className="cv-history" data-testid="cv-history">
      <h3>{t('cv.historyTitle')}</h3>
      {isError && <ProblemAlert error={error} title={t('history.failed')} onRetry={() => void refetch()} />}
      {late && <Skeleton active paragraph={{ rows: 3 }} />}
      {data && data.items.length === 0 && <p className="empty">{t('cv.none')}</p>}
      {!!data?.items.length && (
        <Table<CvEntry>
          size="small"
          pagination={false}
          rowKey={(entry) => `${entry.id} ${entry.recordedFrom} ${entry.validFrom}`}
          rowClassName={({ recordedTo }) => (recordedTo ? 'superseded' : '')}
          dataSource={data.items}
          columns={[
            {
              key: 'kind',
              title: t('cv.kind'),
              width: 200,
              render: (_, entry) => {
                const kind = kindOf(entry)
                return kind ? said(kind) : entry.kind
              },
            },
            {
              key: 'what',
              title: t('conduct.what'),
              className: 'what',
              render: (_, entry) => {
                const kind = kindOf(entry)
                return kind ? entryText(catalogue, kind, entry) : Object.values(entry.values).join(', ')
              },
            },
            {
              key: 'recorded',
              title: t('cv.recorded'),
              width: 170,
              render: (_, { recordedFrom, recordedTo }) => (
                <>
                  <InstantText at={recordedFrom} />
                  {recordedTo && (
                    <div className="third">
                      {t('cv.until')} <InstantText at={recordedTo} />
                    </div>
                  )}
                </>
              ),
            },
            { key: 'why', title: t('cv.why'), render: (_, { reason, endedBecause }) => endedBecause ?? reason },
          ]}
        />
      )}
    </div>
  )
}
