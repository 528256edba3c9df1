import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Segmented, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { ApiError } from '../api/problem'
import type { PlanEntry, PlanState, SeatRow } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useAsOf, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { formatDay, parseDay } from '../app/dates'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { UnitPicker } from '../app/units'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage } from '../i18n'
import { day as dayRule, required, TypedDate } from '../people/fields'
import { Unconfirmed } from '../seats/OutcomeTag'
import { vacanciesQuery } from '../seats/queries'
import { whyVacant } from '../seats/whyVacant'
import { approve, approveAll, dropPlans, plansQuery } from './queries'

type View = 'vacant' | 'entries'
const STATES: readonly (PlanState | 'ALL')[] = ['ALL', 'PROPOSED', 'APPROVED', 'FULFILLED', 'REMOVED']

/** What falls vacant within two years, and who is planned for what. */
export function PlansPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const [params, setParams] = useSearchParams()
  const { asOf } = useAsOf()
  const view: View = params.get('view') === 'entries' ? 'entries' : 'vacant'
  const unit = params.get('unit') ?? undefined
  usePageTitle(t('plan.title'))

  if (me && !can('plan.read')) return <NoRights />
  const set = (name: string, value: string | undefined) =>
    setParams((current) => {
      if (value) current.set(name, value)
      else current.delete(name)
      return current
    })
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('plan.title')}</h1>
        <UnitPicker
          asOf={asOf}
          allowClear
          className="filter-unit"
          placeholder={t('filter.addUnit')}
          aria-label={t('filter.addUnit')}
          value={unit as string}
          onChange={(value) => set('unit', value)}
        />
        <Segmented
          aria-label={t('plan.view')}
          value={view}
          options={(['vacant', 'entries'] as const).map((value) => ({ value, label: t(`plan.views.${value}`) }))}
          onChange={(value) => set('view', value === 'vacant' ? undefined : value)}
        />
      </div>
      {view === 'vacant' ? <Vacancies unit={unit} /> : <Entries unit={unit} state={(params.get('state') as PlanState | null) ?? undefined} onState={(state) => set('state', state)} />}
    </div>
  )
}

function Vacancies({ unit }: { unit?: string }) {
  const { t } = useTranslation()
  const { asOf, day } = useAsOf()
  const to = useTo()
  const until = `${Number(day.slice(0, 4)) + 2}${day.slice(4)}`
  const seats = useInfiniteQuery(vacanciesQuery(unit, until, asOf))
  const late = useDelayed(seats.isPending)
  const rows = seats.data?.pages.flatMap(({ items }) => items)
  return (
    <section className="card" data-testid="vacancies">
      <h2>
        {t('plan.vacantUntil')} <DayText day={until} />
      </h2>
      {seats.isError && <ProblemAlert error={seats.error} title={t('seat.failed')} onRetry={() => void seats.refetch()} />}
      {late && <div className="card-body"><Skeleton active /></div>}
      {rows?.length === 0 && <p className="empty">{t('plan.noneVacant')}</p>}
      {!!rows?.length && (
        <Table<SeatRow>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          columns={[
            {
              key: 'from',
              title: t('seat.vacantFrom'),
              width: 150,
              render: (_, { vacantFrom }) => (vacantFrom ? <DayText day={vacantFrom} /> : '–'),
            },
            {
              key: 'why',
              title: t('seat.why'),
              width: 240,
              render: (_, seat) => (
                <>
                  {whyVacant(t, seat)} {seat.vacancyConfidence && <Unconfirmed confidence={seat.vacancyConfidence} />}
                </>
              ),
            },
            {
              key: 'seat',
              title: t('seat.title'),
              render: (_, seat) => (
                <>
                  <Link to={to(`/seats/${seat.id}`)}>{seat.title}</Link>
                  <div className="third">{seat.unitName}</div>
                </>
              ),
            },
            {
              key: 'holders',
              title: t('seat.heldBy'),
              render: (_, { holders }) =>
                holders.map(({ assignmentId, personName }) => (
                  <div key={assignmentId}>
                    <PersonName name={personName} />
                  </div>
                )),
            },
            { key: 'planned', title: t('plan.planned'), width: 130, align: 'right', render: (_, { planned }) => t('plan.people', { count: planned }) },
          ]}
        />
      )}
      {seats.hasNextPage && (
        <div className="card-body">
          <Button loading={seats.isFetchingNextPage} onClick={() => void seats.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
    </section>
  )
}

const COLOURS = { PROPOSED: 'warning', APPROVED: 'processing', FULFILLED: 'success', REMOVED: 'default' } as const

function Entries({ unit, state, onState }: { unit?: string; state?: PlanState; onState: (state: PlanState | undefined) => void }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { asOf } = useAsOf()
  const to = useTo()
  const plans = useInfiniteQuery(plansQuery({ unitId: unit, state, asOf }))
  const [approving, setApproving] = useState<PlanEntry>()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const late = useDelayed(plans.isPending)
  const rows = plans.data?.pages.flatMap(({ items }) => items)
  const language = currentLanguage()
  /** What may be approved with others: the paper says by which decision, and somebody else proposed it. */
  const together = (entry: PlanEntry) => entry.state === 'PROPOSED' && !entry.own && !!entry.paper
  const several = rows?.filter((entry) => together(entry) && chosen.includes(entry.id)) ?? []
  return (
    <section className="card" data-testid="plan-entries">
      <div className="card-head">
        <Segmented
          size="small"
          aria-label={t('decision.state')}
          value={state ?? 'ALL'}
          options={STATES.map((value) => ({ value, label: t(`plan.states.${value}`) }))}
          onChange={(value) => onState(value === 'ALL' ? undefined : (value as PlanState))}
        />
        {several.length > 0 && <ApproveSeveral entries={several} onDone={() => setChosen([])} />}
      </div>
      {plans.isError && <ProblemAlert error={plans.error} title={t('plan.failed')} onRetry={() => void plans.refetch()} />}
      {late && <div className="card-body"><Skeleton active /></div>}
      {rows?.length === 0 && <p className="empty">{t('plan.none')}</p>}
      {!!rows?.length && (
        <Table<PlanEntry>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          rowSelection={
            can('plan.approve') && rows.some(together)
              ? {
                  selectedRowKeys: [...chosen],
                  onChange: (keys) => setChosen(keys.map(String)),
                  getCheckboxProps: (entry) => ({ disabled: !together(entry), 'aria-label': entry.personName }),
                }
              : undefined
          }
          columns={[
            {
              key: 'person',
              title: t('person.fullName'),
              render: (_, { personId, personName }) => (
                <Link to={to(`/people/${personId}`)}>
                  <PersonName name={personName} />
                </Link>
              ),
            },
            {
              key: 'seat',
              title: t('plan.plannedFor'),
              render: (_, { seatId, title, unitName }) => (
                <>
                  <Link to={to(`/seats/${seatId}`)}>{title}</Link>
                  <div className="third">{unitName}</div>
                </>
              ),
            },
            { key: 'term', title: t('plan.term'), width: 110, dataIndex: 'term' },
            {
              key: 'decision',
              title: t('decision.number'),
              render: (_, { decision, approvedOn, paper }) =>
                !decision && paper ? (
                  <>
                    {t('plan.paper')} {paper.decision}
                    <div className="third">
                      <DayText day={paper.approvedOn} />
                    </div>
                  </>
                ) : decision && (
                  <>
                    {decision}
                    {approvedOn && (
                      <div className="third">
                        <DayText day={approvedOn} />
                      </div>
                    )}
                  </>
                ),
            },
            {
              key: 'state',
              title: t('decision.state'),
              render: (_, entry) => (
                <>
                  <Tag color={COLOURS[entry.state]}>{t(`plan.states.${entry.state}`)}</Tag>
                  {entry.endsOn && (
                    <div className="third">
                      {entry.ended && t(`plan.ended.${entry.ended}`)} <DayText day={entry.endsOn} />
                    </div>
                  )}
                  {entry.review.map((finding) => (
                    <div key={finding.code} className="soon">
                      {finding.messages[language]}
                    </div>
                  ))}
                  {entry.state === 'PROPOSED' && entry.own && <div className="third">{t('plan.own')}</div>}
                </>
              ),
            },
            {
              key: 'acts',
              title: <span className="sr-only">{t('action.column')}</span>,
              width: 140,
              render: (_, entry) =>
                entry.state === 'PROPOSED' &&
                !entry.own &&
                can('plan.approve') && (
                  <ChangeButton size="small" data-testid="approve-plan" onClick={() => setApproving(entry)}>
                    {t('plan.approve')}
                  </ChangeButton>
                ),
            },
          ]}
        />
      )}
      {plans.hasNextPage && (
        <div className="card-body">
          <Button loading={plans.isFetchingNextPage} onClick={() => void plans.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
      {approving && <ApproveDrawer entry={approving} onClose={() => setApproving(undefined)} />}
    </section>
  )
}

/** One request for all that were chosen; what is refused is told by its person, and then none is approved. */
function ApproveSeveral({ entries, onDone }: { entries: readonly PlanEntry[]; onDone: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (sent: readonly PlanEntry[]) => approveAll(sent, crypto.randomUUID()),
    onSuccess: () => {
      dropPlans(queries)
      onDone()
    },
  })
  const findings = save.error instanceof ApiError ? (save.error.problem?.findings ?? []) : []
  /** As entries[3].approvedOn. */
  const whose = (field?: string) => save.variables?.[Number(/^entries\[(\d+)]/.exec(field ?? '')?.[1] ?? -1)]?.personName ?? ''
  return (
    <>
      <ChangeButton size="small" type="primary" loading={save.isPending} data-testid="approve-plans" onClick={() => save.mutate(entries)}>
        {t('plan.approveSeveral', { count: entries.length })}
      </ChangeButton>
      {save.isError && (
        <ProblemAlert
          error={save.error}
          title={t('form.notSaved')}
          findings={findings.map((finding) => ({
            ...finding,
            messages: { vi: `${whose(finding.field)}: ${finding.messages.vi}`, en: `${whose(finding.field)}: ${finding.messages.en}` },
          }))}
        />
      )}
    </>
  )
}

const FIELDS = ['decision', 'approvedOn'] as const

function ApproveDrawer({ entry, onClose }: { entry: PlanEntry; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { day } = useAsOf()
  return (
    <AskDrawer
      title={t('plan.approve')}
      confirmTestId="confirm-approve"
      size={440}
      about={
        <p>
          <PersonName name={entry.personName} />: {entry.title}, {entry.unitName}, {entry.term}
        </p>
      }
      names={FIELDS}
      initial={{ decision: entry.paper?.decision, approvedOn: formatDay(entry.paper?.approvedOn ?? day) }}
      send={(typed: { decision: string; approvedOn: string }, key) =>
        approve(entry, { decision: typed.decision.trim(), approvedOn: parseDay(typed.approvedOn) ?? '' }, key)
      }
      onDone={() => {
        dropPlans(queries)
        onClose()
      }}
      onClose={onClose}
      fields={
        <>
          <Form.Item name="decision" label={t('decision.number')} rules={[required(t, t('decision.number')), { max: 60, message: t('form.titleLength') }]}>
            <Input autoComplete="off" data-testid="field-number" />
          </Form.Item>
          <Form.Item name="approvedOn" label={t('plan.approvedOn')} validateTrigger="onBlur" rules={[required(t, t('plan.approvedOn')), dayRule(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-approvedOn" />
          </Form.Item>
        </>
      }
    />
  )
}
