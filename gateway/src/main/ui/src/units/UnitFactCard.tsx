import { PlusOutlined } from '@ant-design/icons'
import { type QueryKey, type UseQueryResult, useQueryClient } from '@tanstack/react-query'
import { Button, Table, type TableColumnsType } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { AskDrawer } from '../app/AskDrawer'
import { ChangeButton } from '../app/ChangeButton'
import { Period } from '../app/DateText'
import type { Day } from '../app/dates'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { FieldHistory, HistoryOf } from '../history/FieldHistory'
import { type Belief, factByFact } from '../history/versions'
import { ReasonField } from '../people/fields'

/** What a paper says of a unit over some days. */
interface Fact {
  id: string
  revision: number
  validFrom: Day
  validTo?: Day
  instrument: string
  reason?: string
}

type Asked<F> = { act: 'record' } | { act: 'correct' | 'void'; fact: F }

interface UnitFactCardProps<F extends Fact, B extends Belief & { id: string; validFrom: Day; validTo?: Day; instrument: string }, Typed extends object> {
  /** Names its texts and what tests look for. */
  of: 'term' | 'quota'
  query: UseQueryResult<readonly F[]>
  /** What changes with it. */
  changes: QueryKey
  useHistory: () => UseQueryResult<readonly B[]>
  what: (fact: F | B) => string
  columns: TableColumnsType<F>
  names: readonly string[]
  typedOf: (fact: F) => Typed
  fields: (correcting: boolean) => ReactNode
  put: (standing: F | undefined, typed: Typed, id: string) => Promise<F>
  takeAway: (fact: F, reason: string) => Promise<unknown>
  children?: ReactNode
}

/** Facts of a unit, the latest first: recorded, put right and voided, with everything that was ever believed of them. */
export function UnitFactCard<F extends Fact, B extends Belief & { id: string; validFrom: Day; validTo?: Day; instrument: string }, Typed extends object>(
  props: UnitFactCardProps<F, B, Typed>,
) {
  const { of, query, changes, useHistory, what, columns, names, typedOf, fields, put, takeAway, children } = props
  const { t } = useTranslation()
  const { can } = useMe()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked<F>>()
  const [shown, setShown] = useState(false)
  const done = () => {
    setAsked(undefined)
    void queries.invalidateQueries({ queryKey: changes })
  }
  return (
    <section className="card" data-testid={`unit-${of}s`}>
      <div className="card-head">
        <h2>{t(`${of}.title`)}</h2>
        {can('seat.write') && (
          <ChangeButton size="small" icon={<PlusOutlined />} data-testid={`record-${of}`} onClick={() => setAsked({ act: 'record' })}>
            {t(`${of}.record`)}
          </ChangeButton>
        )}
      </div>
      {query.isError && <ProblemAlert error={query.error} title={t(`${of}.failed`)} onRetry={() => void query.refetch()} />}
      {query.data?.length === 0 && <p className="empty">{t(`${of}.none`)}</p>}
      {!!query.data?.length && (
        <Table<F>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={query.data}
          columns={[
            ...columns,
            { key: 'period', title: t('term.period'), width: 220, render: (_, { validFrom, validTo }) => <Period validFrom={validFrom} validTo={validTo} /> },
            {
              key: 'instrument',
              title: t('unit.instrument'),
              render: (_, { instrument, reason }) => (
                <>
                  {instrument}
                  {reason && <div className="third">{t('term.corrected', { reason })}</div>}
                </>
              ),
            },
            ...(can('seat.write')
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('action.column')}</span>,
                    width: 150,
                    render: (_: unknown, fact: F) => (
                      <>
                        <ChangeButton type="link" size="small" data-testid={`correct-${of}-${fact.id}`} aria-label={`${t('term.correct')}: ${what(fact)}`} onClick={() => setAsked({ act: 'correct', fact })}>
                          {t('term.correct')}
                        </ChangeButton>
                        <ChangeButton type="link" size="small" danger data-testid={`void-${of}-${fact.id}`} aria-label={`${t('term.void')}: ${what(fact)}`} onClick={() => setAsked({ act: 'void', fact })}>
                          {t('term.void')}
                        </ChangeButton>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {children}
      {query.isSuccess && (
        <Button type="link" size="small" data-testid={`${of}-history`} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'term.hideHistory' : 'term.history')}
        </Button>
      )}
      {shown && (
        <div data-testid={`${of}-beliefs`}>
          <History<B> useHistory={useHistory} what={what} />
        </div>
      )}
      {asked?.act === 'void' && (
        <AskDrawer<{ reason: string }, unknown>
          title={t('term.void')}
          confirmTestId={`confirm-void-${of}`}
          about={<p className="second">{t('term.voidMeans', { name: what(asked.fact) })}</p>}
          names={['reason']}
          initial={{}}
          fields={<ReasonField />}
          send={({ reason }) => takeAway(asked.fact, reason)}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked && asked.act !== 'void' && (
        <AskDrawer<Typed, F>
          key={asked.act === 'correct' ? asked.fact.id : 'new'}
          title={asked.act === 'correct' ? t('term.correct') : t(`${of}.record`)}
          size={560}
          confirmTestId={`confirm-${of}`}
          about={<p className="second">{t(`${of}.means`)}</p>}
          names={names}
          initial={asked.act === 'correct' ? typedOf(asked.fact) : {}}
          fields={
            <>
              {fields(asked.act === 'correct')}
              {asked.act === 'correct' && <ReasonField />}
            </>
          }
          send={(typed, key) => put(asked.act === 'correct' ? asked.fact : undefined, typed, key)}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

/** Every belief, also of what was voided. */
function History<B extends Belief & { id: string; validFrom: Day; validTo?: Day; instrument: string }>({ useHistory, what }: {
  useHistory: () => UseQueryResult<readonly B[]>
  what: (belief: B) => string
}) {
  const { t } = useTranslation()
  return (
    <HistoryOf query={useHistory()}>
      {(items) => (
        <FieldHistory<B>
          label={t('term.history')}
          versions={factByFact(items).flatMap(({ rows }) => rows)}
          rowKey={({ id, recordedFrom }) => `${id} ${recordedFrom}`}
          what={what}
          valid={(belief) => belief}
          source={({ instrument }) => ({ document: instrument })}
        />
      )}
    </HistoryOf>
  )
}
