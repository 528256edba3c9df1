import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { useGo, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { UnitPicker } from '../app/units'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage } from '../i18n'
import './evaluations.css'
import { OpenDrawer } from './OpenDrawer'
import { sayPeriod } from './period'
import { evaluationsQuery } from './queries'
import { EvaluationTag } from './StateTag'
import type { EvaluationLine } from './types'

/** Rounds of evaluation within the reader's reach, newest first; of one unit where it is chosen. */
export function EvaluationsPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const to = useTo()
  const go = useGo()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit') ?? undefined
  const rounds = useInfiniteQuery(evaluationsQuery(unit))
  const [opening, setOpening] = useState(false)
  const late = useDelayed(rounds.isPending)
  usePageTitle(t('evaluation.title'))

  if (me && !can('evaluation.read')) return <NoRights />
  const rows = rounds.data?.pages.flatMap(({ items }) => items)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('evaluation.title')}</h1>
        {can('evaluation.write') && (
          <ChangeButton type="primary" icon={<PlusOutlined />} data-testid="open-evaluation" onClick={() => setOpening(true)}>
            {t('evaluation.open')}
          </ChangeButton>
        )}
      </div>
      <div className="evaluation-filter">
        <UnitPicker<string>
          allowClear
          aria-label={t('evaluation.unit')}
          placeholder={t('evaluation.anyUnit')}
          value={unit}
          data-testid="evaluation-unit"
          onChange={(chosen?: string) =>
            setParams((current) => {
              if (chosen) current.set('unit', chosen)
              else current.delete('unit')
              return current
            })
          }
        />
      </div>
      {rounds.isError && <ProblemAlert error={rounds.error} title={t('evaluation.failed')} onRetry={() => void rounds.refetch()} />}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {rows && (
        <section className="card">
          {rows.length === 0 ? (
            <p className="empty">{t('evaluation.none')}</p>
          ) : (
            <Table<EvaluationLine>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              data-testid="evaluations"
              columns={[
                { key: 'period', title: t('evaluation.period'), width: 140, render: (_, line) => <Link to={to(`/evaluations/${line.id}`)}>{sayPeriod(line, t)}</Link> },
                { key: 'unit', title: t('evaluation.unit'), dataIndex: 'unitName' },
                {
                  key: 'scheme',
                  title: t('evaluation.scheme'),
                  render: (_, { schemeName, regulation }) => (
                    <>
                      {schemeName[currentLanguage()]}
                      <div className="third">{regulation}</div>
                    </>
                  ),
                },
                { key: 'level', title: t('reorganisation.fields.level'), render: (_, { level }) => t(`scopeShort.${level}`) },
                { key: 'state', title: t('decision.state'), width: 170, render: (_, { state }) => <EvaluationTag state={state} /> },
                {
                  key: 'by',
                  title: t('decision.by'),
                  width: 220,
                  render: (_, { openedBy, proposedBy, proposedAt }) => (
                    <>
                      {proposedBy ?? openedBy}
                      {proposedAt && <div className="third"><InstantText at={proposedAt} /></div>}
                    </>
                  ),
                },
              ]}
            />
          )}
          {rounds.hasNextPage && (
            <div className="card-body">
              <Button loading={rounds.isFetchingNextPage} onClick={() => void rounds.fetchNextPage()}>
                {t('work.more')}
              </Button>
            </div>
          )}
        </section>
      )}
      {opening && <OpenDrawer unit={unit} onDone={(id) => go(`/evaluations/${id}`)} onClose={() => setOpening(false)} />}
    </div>
  )
}
