import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import { InstantText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { textOf } from './cells'
import { sayPeriod } from './period'
import { resultsQuery } from './queries'
import type { Result } from './types'

/** What was decided of somebody for quarters and years, whichever unit rated them; nothing where there is nothing. */
export function ResultsList({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { data, error, isError, refetch } = useQuery(resultsQuery(personId))

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  if (isError) return <ProblemAlert error={error} title={t('evaluation.failed')} onRetry={() => void refetch()} />
  if (!data || data.items.length === 0) return null
  return (
    <>
      <h3 className="evaluation-results">{t('evaluation.results')}</h3>
      <Table<Result>
        size="small"
        rowKey={({ year, quarter, decidedAt }) => `${year} ${quarter ?? ''} ${decidedAt}`}
        dataSource={data.items}
        pagination={false}
        data-testid="evaluation-results"
        columns={[
          { key: 'period', title: t('evaluation.period'), width: 120, render: (_, result) => sayPeriod(result, t) },
          { key: 'points', title: t('evaluation.points'), width: 80, align: 'right', render: (_, { points }) => (points === undefined ? '' : textOf([points])) },
          { key: 'grade', title: t('evaluation.grade'), render: (_, { grade }) => t(`conduct.grades.${grade}`) },
          { key: 'unit', title: t('evaluation.unit'), render: (_, { unitName, regulation }) => <>{unitName}<div className="third">{regulation}</div></> },
          { key: 'by', title: t('evaluation.decided'), width: 190, render: (_, { decidedBy, decidedAt, document }) => <>{document ? `${document}, ${decidedBy}` : decidedBy}<div className="third"><InstantText at={decidedAt} /></div></> },
        ]}
      />
    </>
  )
}
