import { useQuery } from '@tanstack/react-query'
import { Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Reorganisation, UnitImpact } from '../api/types'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { formatNumber } from '../i18n'
import { Answers } from './Answers'
import { impactQuery } from './queries'
import { UnitLink } from './UnitLink'
import { useAnswers } from './useAnswers'
import { useNames } from './useNames'

const COUNTS = ['seats', 'posts', 'placed', 'grants'] as const

/** What each unit that ends takes with it, and how many of its people are placed. */
export function ImpactTab({ reorganisation }: { reorganisation: Reorganisation }) {
  const { t } = useTranslation()
  const names = useNames(reorganisation)
  const impact = useQuery(impactQuery(reorganisation.line))
  const others = useAnswers(reorganisation.line)
  const late = useDelayed(impact.isPending)
  const rows = impact.data?.items
  const total = (count: (typeof COUNTS)[number]) => rows?.reduce((sum, row) => sum + row[count], 0) ?? 0
  const sum = (of: ReadonlyMap<string, number>) => (of.size ? formatNumber([...of.values()].reduce((all, one) => all + one, 0)) : '—')
  const told = (of: ReadonlyMap<string, number>, unitId: string) => {
    const count = of.get(unitId)
    return count === undefined ? '—' : formatNumber(count)
  }
  const placed = (of: Pick<UnitImpact, 'posts' | 'placed'>) => (
    <span className={of.placed < of.posts ? 'plan-unplaced' : ''}>{t('reorganisation.placedOf', { placed: formatNumber(of.placed), posts: formatNumber(of.posts) })}</span>
  )
  return (
    <section className="card" data-testid="reorganisation-impact">
      <h2>{t('reorganisation.impact')}</h2>
      {impact.isError && <ProblemAlert error={impact.error} title={t('reorganisation.impactFailed')} onRetry={() => void impact.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {rows?.length === 0 && <p className="empty">{t('reorganisation.noneLeaving')}</p>}
      {!!rows?.length && (
        <Table<UnitImpact>
          size="small"
          rowKey="unitId"
          pagination={false}
          dataSource={rows}
          columns={[
            { key: 'unit', title: t('post.unit'), render: (_, { unitId, unitName }) => <UnitLink id={unitId} reorganisation={reorganisation} names={{ ...names, unit: () => unitName }} /> },
            { key: 'seats', title: t('seat.seats'), width: 120, align: 'right', render: (_, { seats }) => formatNumber(seats) },
            { key: 'posts', title: t('reorganisation.postCount'), width: 140, align: 'right', render: (_, { posts }) => formatNumber(posts) },
            { key: 'placed', title: t('reorganisation.placedCount'), width: 160, align: 'right', render: (_, row) => placed(row) },
            { key: 'grants', title: t('reorganisation.grants'), width: 180, align: 'right', render: (_, { grants }) => formatNumber(grants) },
            { key: 'studying', title: t('reorganisation.studying'), width: 120, align: 'right', render: (_, { unitId }) => told(others.studying, unitId) },
            { key: 'planned', title: t('reorganisation.planned'), width: 120, align: 'right', render: (_, { unitId }) => told(others.planned, unitId) },
            { key: 'procedures', title: t('reorganisation.procedures'), width: 160, align: 'right', render: (_, { unitId }) => told(others.procedures, unitId) },
          ]}
          summary={() => (
            <Table.Summary.Row data-testid="impact-total">
              <Table.Summary.Cell index={0}>{t('reorganisation.total')}</Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">{formatNumber(total('seats'))}</Table.Summary.Cell>
              <Table.Summary.Cell index={2} align="right">{formatNumber(total('posts'))}</Table.Summary.Cell>
              <Table.Summary.Cell index={3} align="right">{placed({ posts: total('posts'), placed: total('placed') })}</Table.Summary.Cell>
              <Table.Summary.Cell index={4} align="right">{formatNumber(total('grants'))}</Table.Summary.Cell>
              <Table.Summary.Cell index={5} align="right">{sum(others.studying)}</Table.Summary.Cell>
              <Table.Summary.Cell index={6} align="right">{sum(others.planned)}</Table.Summary.Cell>
              <Table.Summary.Cell index={7} align="right">{sum(others.procedures)}</Table.Summary.Cell>
            </Table.Summary.Row>
          )}
        />
      )}
      {!!rows?.length && (
        <div className="card-body">
          <p className="second">{t('reorganisation.impactScope')}</p>
          {!others.isPending && <Answers {...others} />}
        </div>
      )}
    </section>
  )
}
