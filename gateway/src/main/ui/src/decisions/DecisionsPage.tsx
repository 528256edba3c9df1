import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Segmented, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Decision, DecisionState } from '../api/types'
import { useGo, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { formatNumber } from '../i18n'
import { IssueTogether } from './IssueTogether'
import { decisionsQuery, isReady } from './queries'
import { DecisionTag } from './StateTag'
import { sayAct } from './words'

/** As many as the service takes at once. */
const MOST_TOGETHER = 100
const STATES: readonly (DecisionState | 'ALL')[] = ['ALL', 'DRAFT', 'ISSUED', 'RESCINDED', 'WITHDRAWN']

export function DecisionsPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const to = useTo()
  const go = useGo()
  const [params, setParams] = useSearchParams()
  const asked = params.get('state') as DecisionState | null
  const decisions = useInfiniteQuery(decisionsQuery(asked ?? undefined, params.get('person') ?? undefined))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [issuing, setIssuing] = useState(false)
  const late = useDelayed(decisions.isPending)
  usePageTitle(t('decision.list'))

  if (me && !can('decision.read')) return <NoRights />
  const rows = decisions.data?.pages.flatMap(({ items }) => items)
  // A draft that was changed meanwhile may be ready no more.
  const together = rows?.filter((decision) => chosen.includes(decision.id) && isReady(decision)) ?? []
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('decision.list')}</h1>
        {together.length > 0 && (
          <ChangeButton data-testid="issue-together" onClick={() => setIssuing(true)}>
            {t('decision.issueTogether')} ({formatNumber(together.length)})
          </ChangeButton>
        )}
        {can('decision.write') && (
          <ChangeButton type="primary" icon={<PlusOutlined />} data-testid="draft-decision" onClick={() => go('/decisions/new')}>
            {t('decision.draft')}
          </ChangeButton>
        )}
      </div>
      <div>
        <Segmented
          aria-label={t('decision.state')}
          value={asked ?? 'ALL'}
          options={STATES.map((value) => ({ value, label: t(`decision.states.${value}`) }))}
          onChange={(value) =>
            setParams((current) => {
              if (value === 'ALL') current.delete('state')
              else current.set('state', value)
              return current
            })
          }
        />
      </div>
      {decisions.isError && <ProblemAlert error={decisions.error} title={t('decision.failed')} onRetry={() => void decisions.refetch()} />}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {rows && (
        <section className="card">
          {rows.length === 0 ? (
            <p className="empty">{t('decision.none')}</p>
          ) : (
            <Table<Decision>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              data-testid="decisions"
              rowSelection={
                can('decision.issue') && rows.some(isReady)
                  ? {
                      selectedRowKeys: together.map(({ id }) => id),
                      onChange: (keys) => setChosen(keys.map(String).slice(0, MOST_TOGETHER)),
                      getCheckboxProps: (decision) => ({
                        disabled: !isReady(decision),
                        'aria-label': t('decision.choose', { number: decision.number ?? t('decision.noNumber') }),
                      }),
                    }
                  : undefined
              }
              columns={[
                {
                  key: 'number',
                  title: t('decision.number'),
                  width: 180,
                  render: (_, { id, number, signedOn }) => (
                    <>
                      <Link to={to(`/decisions/${id}`)}>{number ?? t('decision.noNumber')}</Link>
                      {signedOn && (
                        <div className="third">
                          <DayText day={signedOn} />
                        </div>
                      )}
                    </>
                  ),
                },
                { key: 'kind', title: t('decision.kind'), width: 200, render: (_, { kind }) => t(`decision.kinds.${kind}`) },
                {
                  key: 'people',
                  title: t('decision.effects'),
                  render: (_, { kind, effects }) =>
                    effects.map((effect) => (
                      <div key={effect.id}>
                        <PersonName name={effect.personName} />
                        <span className="second">
                          {': '}
                          {sayAct(t, kind, effect.act)} {effect.title}, {effect.unitName}
                          {effect.effectiveFrom && (
                            <>
                              {', '}
                              <DayText day={effect.effectiveFrom} />
                            </>
                          )}
                        </span>
                      </div>
                    )),
                },
                { key: 'state', title: t('decision.state'), width: 170, render: (_, { state }) => <DecisionTag state={state} /> },
              ]}
            />
          )}
          {decisions.hasNextPage && (
            <div className="card-body">
              <Button loading={decisions.isFetchingNextPage} onClick={() => void decisions.fetchNextPage()}>
                {t('work.more')}
              </Button>
            </div>
          )}
        </section>
      )}
      {issuing && (
        <IssueTogether
          decisions={together}
          onClose={() => setIssuing(false)}
          onIssued={() => {
            setIssuing(false)
            setChosen([])
          }}
        />
      )}
    </div>
  )
}
