import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FigureLine, FlawCount, Severity } from '../api/types'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { catalogueQuery } from '../cv/queries'
import { said } from '../cv/values'
import { formatNumber } from '../i18n'
import { kindsOf, percentOf, SEVERITIES } from './flaws'
import { figuresQuery } from './queries'
import type { Asked } from './UnitsTab'

/** Of a unit and each one directly below it: how many dossiers, how many complete, and what was found in how many. */
export function FiguresCard({ unit, onAsk }: { unit: string; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const figures = useQuery(figuresQuery(unit))
  const late = useDelayed(figures.isPending)
  const data = figures.data
  const complete = ({ complete: whole, dossiers }: FigureLine) =>
    whole === undefined ? '—' : t('quality.completeOf', { complete: formatNumber(whole), percent: percentOf(whole, dossiers) })

  return (
    <section className="card" data-testid="quality-figures">
      <h2>{t('quality.byUnit')}</h2>
      {figures.isError && <ProblemAlert error={figures.error} title={t('quality.failed')} onRetry={() => void figures.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {data && data.extent !== 'EXAMINED' && <Alert className="quality-extent" type="info" showIcon title={t(`quality.extents.${data.extent}`)} />}
      {data?.items.length === 0 && <p className="empty">{t('quality.noUnit')}</p>}
      {!!data?.items.length && (
        <Table<FigureLine>
          size="small"
          rowKey={({ unitId }) => unitId ?? ''}
          pagination={false}
          dataSource={data.items}
          scroll={{ x: 980 }}
          columns={[
            {
              key: 'unit',
              title: t('quality.unit'),
              width: 240,
              render: (_, { unitId, unitName }) =>
                unitId === unit ? (
                  unitName
                ) : (
                  <Button type="link" className="quality-open" onClick={() => onAsk({ unit: unitId })}>
                    {unitName}
                  </Button>
                ),
            },
            { key: 'dossiers', title: t('quality.dossiers'), width: 80, align: 'right', render: (_, { dossiers }) => formatNumber(dossiers) },
            { key: 'complete', title: t('quality.complete'), width: 120, align: 'right', render: (_, line) => complete(line) },
            ...SEVERITIES.map((severity) => ({
              key: severity,
              title: t(`quality.severities.${severity}`),
              render: (_: unknown, line: FigureLine) => <Kinds line={line} severity={severity} onAsk={onAsk} />,
            })),
          ]}
          summary={() => (
            <Table.Summary.Row data-testid="quality-total">
              <Table.Summary.Cell index={0}>{t('quality.total')}</Table.Summary.Cell>
              <Table.Summary.Cell index={1} align="right">{formatNumber(data.all.dossiers)}</Table.Summary.Cell>
              <Table.Summary.Cell index={2} align="right">{complete(data.all)}</Table.Summary.Cell>
              {SEVERITIES.map((severity, index) => (
                <Table.Summary.Cell key={severity} index={3 + index}>
                  <Kinds line={{ ...data.all, unitId: unit, unitName: t('quality.total') }} severity={severity} onAsk={onAsk} />
                </Table.Summary.Cell>
              ))}
            </Table.Summary.Row>
          )}
        />
      )}
    </section>
  )
}

/** So many kinds are shown at once; the rest when they are asked for. */
const AT_ONCE = 3

function Kinds({ line, severity, onAsk }: { line: FigureLine; severity: Severity; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation()
  const { data: catalogue } = useQuery(catalogueQuery())
  const [all, setAll] = useState(false)
  const kinds = kindsOf(line, severity)
  if (kinds.length === 0) return <span className="third">{line.complete === undefined ? '—' : '0'}</span>

  const name = ({ code, item }: FlawCount) => {
    if (!item) return t(`quality.codes.${code}`)
    const kind = catalogue?.kinds.find((each) => each.code === item)
    return kind ? said(kind) : t(`quality.items.${item as 'POST'}`, { defaultValue: item })
  }
  return (
    <ul className="quality-kinds">
      {kinds.slice(0, all ? undefined : AT_ONCE).map((kind) => (
        <li key={`${kind.code} ${kind.item ?? ''}`}>
          <Button
            type="link"
            size="small"
            aria-label={t('quality.show', { what: name(kind), count: kind.dossiers, unit: line.unitName ?? '' })}
            onClick={() => onAsk({ unit: line.unitId, code: kind.code, severity: undefined })}
          >
            {name(kind)} <b>{formatNumber(kind.dossiers)}</b>
          </Button>
        </li>
      ))}
      {kinds.length > AT_ONCE && (
        <li>
          <Button type="text" size="small" className="third" aria-expanded={all} onClick={() => setAll((shown) => !shown)}>
            {all ? t('quality.less') : t('quality.more', { count: kinds.length - AT_ONCE })}
          </Button>
        </li>
      )}
    </ul>
  )
}
