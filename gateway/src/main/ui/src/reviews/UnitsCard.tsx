import { useQuery } from '@tanstack/react-query'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n'
import { FilledBar } from '../quality/FilledBar'
import { ProgressBar } from './ProgressBar'
import { reviewQualityQuery } from './queries'
import type { Review, ReviewedUnit } from './types'

interface UnitsCardProps {
  review: Review
  /** Whether what is found in the dossiers was opened. */
  withQuality: boolean
  unit: string | undefined
  /** Absent for whoever may not open the people behind a figure. */
  onChoose?: (unit: string | undefined) => void
}

/** A line a unit: late ones first, then the least done. */
export function UnitsCard({ review, withQuality, unit, onChoose }: UnitsCardProps) {
  const { t } = useTranslation()
  const quality = useQuery({ ...reviewQualityQuery(review.line.id), enabled: withQuality })
  const filling = new Map(quality.data?.items.map((item) => [item.unitId, item]))
  const closed = review.line.state === 'CLOSED'
  return (
    <section className="card" data-testid="review-units">
      <div className="card-head">
        <h2>{t(closed ? 'review.results' : 'review.progress')}</h2>
        {unit && onChoose && (
          <Button size="small" onClick={() => onChoose(undefined)}>
            {t('review.allUnits')}
          </Button>
        )}
      </div>
      {review.units.length === 0 ? (
        <p className="empty">{t('review.noUnits')}</p>
      ) : (
        <Table<ReviewedUnit>
          className="review-table"
          size="small"
          rowKey="unitId"
          pagination={false}
          dataSource={review.units}
          scroll={{ x: 900 }}
          rowClassName={({ unitId }) => (unitId === unit ? 'ant-table-row-selected' : '')}
          columns={[
            {
              key: 'unit',
              title: t('quality.unit'),
              render: (_, { unitId, unitName, overdue }) => (
                <>
                  {onChoose ? (
                    <Button type="link" className="review-open" aria-label={t('review.show', { unit: unitName })} onClick={() => onChoose(unitId)}>
                      {unitName}
                    </Button>
                  ) : (
                    unitName
                  )}
                  {overdue && <div className="review-late">{t('review.late')}</div>}
                </>
              ),
            },
            { key: 'progress', title: t('review.reviewed'), width: 290, render: (_, { figures }) => <ProgressBar figures={figures} /> },
            { key: 'confirmed', title: t('review.standings.CONFIRMED'), width: 110, align: 'right', render: (_, { figures }) => formatNumber(figures.confirmed) },
            { key: 'toMend', title: t('review.standings.TO_MEND'), width: 90, align: 'right', render: (_, { figures }) => formatNumber(figures.toMend) },
            { key: 'changed', title: t('review.standings.CHANGED'), width: 120, align: 'right', render: (_, { figures }) => formatNumber(figures.changed) },
            ...(withQuality && quality.data?.examined
              ? [
                  {
                    key: 'flawed',
                    title: t('review.flawed'),
                    width: 110,
                    align: 'right' as const,
                    render: (_: unknown, { unitId }: ReviewedUnit) => formatNumber(filling.get(unitId)?.flawed ?? 0),
                  },
                  {
                    key: 'filled',
                    title: t('quality.filled'),
                    width: 160,
                    render: (_: unknown, { unitId }: ReviewedUnit) => {
                      const of = filling.get(unitId)
                      return of ? <FilledBar percent={of.percent} /> : '—'
                    },
                  },
                ]
              : []),
          ]}
          summary={() => (
            <Table.Summary.Row data-testid="review-total">
              <Table.Summary.Cell index={0}>{t('quality.total')}</Table.Summary.Cell>
              <Table.Summary.Cell index={1}><ProgressBar figures={review.all} /></Table.Summary.Cell>
              <Table.Summary.Cell index={2} align="right">{formatNumber(review.all.confirmed)}</Table.Summary.Cell>
              <Table.Summary.Cell index={3} align="right">{formatNumber(review.all.toMend)}</Table.Summary.Cell>
              <Table.Summary.Cell index={4} align="right">{formatNumber(review.all.changed)}</Table.Summary.Cell>
              {withQuality && quality.data?.examined && <Table.Summary.Cell index={5} colSpan={2} />}
            </Table.Summary.Row>
          )}
        />
      )}
      {withQuality && quality.data && !quality.data.examined && <p className="card-body second">{t('review.notExamined')}</p>}
    </section>
  )
}
