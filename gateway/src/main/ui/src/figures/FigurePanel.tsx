import { ArrowRightOutlined, CloseOutlined, FileTextOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Figure, FigureRow, FigureSet, UnitName } from '../api/types'
import { useTo } from '../app/asOf'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { formatNumber } from '../i18n'
import { figureRowsQuery } from './queries'
import { sentenceOf } from './sentence'

/** One figure opened: how it was counted, the units with and without, and exactly the rows that it counted. */
export function FigurePanel({ figure, figures, onClose }: { figure: Figure; figures: FigureSet; onClose: () => void }) {
  const { t } = useTranslation()
  const rows = useQuery(figureRowsQuery(figures.programme.id, figure.code, figures.asOf))
  const late = useDelayed(rows.isPending)
  const head = useRef<HTMLHeadingElement>(null)
  const { before, value, after } = sentenceOf(figure)

  // Whoever opened it by a key goes on in it; closing leads back to the figure.
  useEffect(() => head.current?.focus({ preventScroll: true }), [])
  const closeByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }

  return (
    <aside className="card figure-panel" aria-labelledby="figure-head" data-testid="figure-panel" onKeyDown={closeByKey}>
      <header>
        <h2 id="figure-head" ref={head} tabIndex={-1}>
          <b>{value}</b>
          <span>
            {before}
            {value}
            {after}
          </span>
        </h2>
        <Button type="text" icon={<CloseOutlined />} aria-label={t('figure.close')} data-testid="figure-close" onClick={onClose} />
      </header>
      <dl className="figure-how">
        <dt>{t('figure.how')}</dt>
        <dd data-testid="figure-how">{t(`figure.counts.${figure.count}`)}</dd>
        {figure.of !== undefined && (
          <>
            <dt>{t('figure.of')}</dt>
            <dd>
              {t('figure.unitCount', { count: figure.of, total: formatNumber(figure.of) })}, {t(`figure.basisOf.${figures.basis}`)}
            </dd>
          </>
        )}
        {figure.target !== undefined && (
          <>
            <dt>{t('figure.aim')}</dt>
            <dd>{formatNumber(figure.target)}</dd>
          </>
        )}
        {figure.titles.length > 0 && (
          <>
            <dt>{t('figure.titles', { total: formatNumber(figure.titles.length) })}</dt>
            <dd data-testid="figure-titles">{figure.titles.join(', ')}</dd>
          </>
        )}
        {figure.units.length > 0 && (
          <>
            <dt>{t('figure.units', { total: formatNumber(figure.units.length) })}</dt>
            <dd data-testid="figure-units">
              <Units units={figure.units} />
            </dd>
          </>
        )}
        {figure.without.length > 0 && (
          <>
            <dt>{t('figure.without', { total: formatNumber(figure.without.length) })}</dt>
            <dd data-testid="figure-without">
              <Units units={figure.without} />
            </dd>
          </>
        )}
      </dl>
      <h3>
        {t('figure.rows')} {rows.data && <span className="second">{formatNumber(rows.data.items.length)}</span>}
      </h3>
      {rows.isError && <ProblemAlert error={rows.error} title={t('figure.rowsFailed')} onRetry={() => void rows.refetch()} />}
      {late && (
        <div className="card-body">
          <Skeleton active paragraph={{ rows: 6 }} />
        </div>
      )}
      {rows.data && <Rows rows={rows.data.items} />}
    </aside>
  )
}

function Units({ units }: { units: readonly UnitName[] }) {
  const { can } = useMe()
  const to = useTo()
  return units.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      {can('unit.read') ? <Link to={to(`/units/${id}`)}>{name}</Link> : name}
    </span>
  ))
}

function Rows({ rows }: { rows: readonly FigureRow[] }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  if (rows.length === 0) return <p className="empty" data-testid="figure-rows-none">{t('figure.noRows')}</p>
  return (
    <Table<FigureRow & { key: number }>
      size="small"
      pagination={false}
      // Nothing of a row is its own: the same person may stand in two by one decision.
      dataSource={rows.map((row, key) => ({ ...row, key }))}
      data-testid="figure-rows"
      columns={[
        { key: 'day', title: t('figure.day'), width: 100, render: (_, { day }) => <DayText day={day} /> },
        {
          key: 'person',
          title: t('decision.person'),
          width: 128,
          render: (_, { personId, personName }) => (
            <Link to={to(`/people/${personId}`)}>
              <PersonName name={personName} />
            </Link>
          ),
        },
        {
          key: 'what',
          title: t('figure.fromTo'),
          render: (_, { title, unitName, from }) => (
            <>
              {from.map((left, index) => (
                <div key={index} className="second">
                  {place(left.title, left.unitName)}
                </div>
              ))}
              <div>
                {from.length > 0 && <ArrowRightOutlined aria-label={t('figure.to')} />} {place(title, unitName)}
              </div>
            </>
          ),
        },
        {
          key: 'number',
          title: t('figure.paper'),
          width: 144,
          render: (_, { number, decisionId }) =>
            decisionId && can('decision.read') ? (
              <Link to={to(`/decisions/${decisionId}`)}>
                <FileTextOutlined aria-hidden /> {number}
              </Link>
            ) : (
              number
            ),
        },
      ]}
    />
  )
}

const place = (title: string, unit: string | undefined) => (unit ? `${title}, ${unit}` : title)
