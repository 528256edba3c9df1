import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { FlawedDossier } from '../api/types'
import { useTo } from '../app/asOf'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { formatNumber } from '../i18n'
import { FilledBar } from './FilledBar'
import { flawedQuery, type FlawFilter } from './queries'
import { SeverityTag } from './SeverityTag'

/** The dossiers with findings, in name order, as far as they were looked through. */
export function FlawedCard({ filter, onDrop }: { filter: FlawFilter; onDrop: () => void }) {
  const { t } = useTranslation()
  const to = useTo()
  const list = useInfiniteQuery(flawedQuery(filter))
  const late = useDelayed(list.isPending)
  const rows = list.data?.pages.flatMap(({ items }) => items)
  const examined = list.data?.pages.reduce((sum, page) => sum + page.examined, 0) ?? 0
  const filtered = !!(filter.code ?? filter.severity)

  return (
    <section className="card" data-testid="flawed-dossiers">
      <div className="card-head">
        <h2>{t('quality.list')}</h2>
        {list.data && (
          <span className="second" aria-live="polite">
            {t('quality.examined', { count: examined, total: formatNumber(examined) })}
          </span>
        )}
      </div>
      {list.isError && <ProblemAlert error={list.error} title={t('quality.failed')} onRetry={() => void list.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {rows?.length === 0 && (
        <p className="empty">
          {t('quality.none', { total: formatNumber(examined) })}
          {filtered && <Button onClick={onDrop}>{t('quality.dropFilter')}</Button>}
        </p>
      )}
      {!!rows?.length && (
        <Table<FlawedDossier>
          size="small"
          rowKey="personId"
          pagination={false}
          dataSource={rows}
          scroll={{ x: 860 }}
          columns={[
            {
              key: 'name',
              title: t('quality.person'),
              width: 240,
              render: (_, { personId, fullName }) => (
                <Link to={to(`/people/${personId}`, { tab: 'quality' })}>
                  <PersonName name={fullName} />
                </Link>
              ),
            },
            { key: 'filled', title: t('quality.filled'), width: 170, render: (_, { percent }) => <FilledBar percent={percent} /> },
            {
              key: 'found',
              title: t('quality.found'),
              width: 330,
              render: (_, { errors, warnings, missing }) => (
                <>
                  {errors > 0 && <SeverityTag severity="ERROR" count={errors} />}
                  {warnings > 0 && <SeverityTag severity="WARNING" count={warnings} />}
                  {missing > 0 && <SeverityTag severity="MISSING" count={missing} />}
                </>
              ),
            },
            {
              key: 'codes',
              title: t('quality.code'),
              render: (_, { codes }) => <span className="second">{codes.map((code) => t(`quality.codes.${code}`)).join('; ')}</span>,
            },
          ]}
        />
      )}
      {list.hasNextPage && (
        <div className="card-body">
          <Button loading={list.isFetchingNextPage} data-testid="look-further" onClick={() => void list.fetchNextPage()}>
            {t('quality.goOn')}
          </Button>
        </div>
      )}
    </section>
  )
}
