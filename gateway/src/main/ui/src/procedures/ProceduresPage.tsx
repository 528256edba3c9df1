import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { ProcedureRow, ProcedureState } from '../api/types'
import { useTo } from '../app/asOf'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { proceduresQuery } from './queries'

const STATES: readonly (ProcedureState | 'ALL')[] = ['ALL', 'POLICY', 'STEPS', 'PAPERS', 'CONCLUDED', 'STOPPED']

export function ProceduresPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const to = useTo()
  const [params, setParams] = useSearchParams()
  const state = params.get('state') as ProcedureState | null
  const procedures = useInfiniteQuery(proceduresQuery(state ?? undefined))
  const late = useDelayed(procedures.isPending)
  usePageTitle(t('procedure.title'))

  if (me && !can('procedure.read')) return <NoRights />
  const rows = procedures.data?.pages.flatMap(({ items }) => items)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('procedure.title')}</h1>
        <Segmented
          aria-label={t('decision.state')}
          value={state ?? 'ALL'}
          options={STATES.map((value) => ({ value, label: t(`procedure.states.${value}`) }))}
          onChange={(value) =>
            setParams((current) => {
              if (value === 'ALL') current.delete('state')
              else current.set('state', value)
              return current
            })
          }
        />
      </div>
      {procedures.isError && <ProblemAlert error={procedures.error} title={t('procedure.failed')} onRetry={() => void procedures.refetch()} />}
      {late && <div className="card card-body"><Skeleton active /></div>}
      {rows && (
        <section className="card" data-testid="procedures">
          {rows.length === 0 ? (
            <p className="empty">{t('procedure.none')}</p>
          ) : (
            <Table<ProcedureRow>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              columns={[
                {
                  key: 'seat',
                  title: t('seat.title'),
                  render: (_, row) => (
                    <>
                      <Link to={to(`/procedures/${row.id}`)}>{row.title}</Link>
                      <div className="third">{row.unitName}</div>
                    </>
                  ),
                },
                { key: 'state', title: t('decision.state'), width: 220, render: (_, row) => t(`procedure.states.${row.state}`) },
                { key: 'held', title: t('procedure.held'), width: 140, align: 'right', render: (_, row) => `${row.stepsHeld}/5` },
                { key: 'opened', title: t('procedure.openedAt'), width: 200, render: (_, row) => <InstantText at={row.openedAt} /> },
              ]}
            />
          )}
          {procedures.hasNextPage && (
            <div className="card-body">
              <Button loading={procedures.isFetchingNextPage} onClick={() => void procedures.fetchNextPage()}>
                {t('work.more')}
              </Button>
            </div>
          )}
        </section>
      )}
    </div>
  )
}
