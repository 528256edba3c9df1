import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { hasStatus, lineOf, sayFinding } from '../api/problem'
import type { Decision, DecisionEffect } from '../api/types'
import { useGo, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoPage } from '../app/Missing'
import { PaperButtons } from '../app/PaperButtons'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { inSentence } from '../app/words'
import { currentLanguage } from '../i18n'
import { DecisionDrawer } from './DecisionDrawer'
import './decisions.css'
import { actsOn, decisionDocument, decisionHistoryQuery, decisionQuery, NOMINATING, type DecisionAct } from './queries'
import { DecisionTag } from './StateTag'
import { sayAct } from './words'

/** One paper: what it says, what it brings about and when, and everything that was ever recorded of it. */
export function DecisionPage() {
  const { t } = useTranslation()
  const { decisionId = '' } = useParams()
  const { can } = useMe()
  const go = useGo()
  const { data: decision, error, isError, isPending, refetch } = useQuery(decisionQuery(decisionId))
  const [act, setAct] = useState<DecisionAct>()
  const late = useDelayed(isPending)
  const title = decision && `${t(`decision.kinds.${decision.kind}`)}${decision.number ? ` ${decision.number}` : ''}`
  usePageTitle(title ?? t('decision.one'))

  if (hasStatus(error, 404)) return <NoPage />
  if (isError) return <div className="page"><ProblemAlert error={error} title={t('decision.failed')} onRetry={() => void refetch()} /></div>
  if (!decision) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null
  const acts = actsOn(decision, can)
  const canElect = decision.state === 'ISSUED' && NOMINATING.includes(decision.kind) && can('decision.write')
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {title} <DecisionTag state={decision.state} />
        </h1>
        <PaperButtons service="personnel" label={t('decision.document')} name={`quyet-dinh-${decision.id}`} testId="decision-document" ask={decisionDocument(decision.id)} />
        {canElect && (
          <ChangeButton data-testid="record-election" onClick={() => go('/decisions/new', { nomination: decision.id })}>
            {t('decision.recordElection')}
          </ChangeButton>
        )}
        {acts.map((each, index) => (
          <ChangeButton
            key={each}
            type={index === 0 && each === 'issue' ? 'primary' : 'default'}
            danger={each === 'rescind' || each === 'withdraw'}
            data-testid={`${each}-decision`}
            onClick={() => setAct(each)}
          >
            {t(`decision.${each}`)}
          </ChangeButton>
        ))}
      </div>
      {decision.state === 'DRAFT' && decision.own && can('decision.issue') && <p className="card card-body">{t('decision.own')}</p>}
      <section className="card">
        <dl className="card-body facts">
          <dt>{t('decision.number')}</dt>
          <dd>{decision.number ?? t('decision.noNumber')}</dd>
          <dt>{t('decision.signedOn')}</dt>
          <dd>{decision.signedOn ? <DayText day={decision.signedOn} /> : '–'}</dd>
          <dt>{t('decision.authority')}</dt>
          <dd>{decision.authority ? t(`scope.${decision.authority}`) : '–'}</dd>
          {decision.procedureId && (
            <>
              <dt>{t('decision.procedure')}</dt>
              <dd>
                <ProcedureLink id={decision.procedureId} />
              </dd>
            </>
          )}
          {decision.rescindedBy && (
            <>
              <dt>{t('decision.rescindedBy')}</dt>
              <dd>
                {decision.rescindedBy}
                {decision.rescindedOn && (
                  <>
                    {', '}
                    <DayText day={decision.rescindedOn} />
                  </>
                )}
              </dd>
            </>
          )}
          <dt>{t('decision.recorded')}</dt>
          <dd>
            {decision.by}, <InstantText at={decision.since} />
            {decision.reason && <div className="second">{decision.reason}</div>}
          </dd>
        </dl>
      </section>
      <section className="card">
        <h2>{t('decision.effects')}</h2>
        <Remarks decision={decision} />
        <Effects decision={decision} />
      </section>
      <History decision={decision} />
      {act && <DecisionDrawer key={act} decision={decision} act={act} onClose={() => setAct(undefined)} />}
    </div>
  )
}

function ProcedureLink({ id }: { id: string }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  return can('procedure.read') ? <Link to={to(`/procedures/${id}`)}>{t('decision.openProcedure')}</Link> : <>{t('decision.byProcedure')}</>
}

/** What whoever prepares or signs it is to know; it keeps nobody from signing. */
function Remarks({ decision: { effects, remarks = [] } }: { decision: Decision }) {
  const { t } = useTranslation()
  if (remarks.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      banner
      title={t('decision.remarks')}
      description={
        <ul data-testid="decision-remarks">
          {remarks.map((remark) => (
            <li key={remark.field}>
              {lineOf(remark) !== undefined && `${effects[lineOf(remark)!]?.personName}: `}
              {sayFinding(remark, currentLanguage())}
            </li>
          ))}
        </ul>
      }
    />
  )
}

function Effects({ decision: { kind, effects } }: { decision: Decision }) {
  const { t } = useTranslation()
  const to = useTo()
  return (
    <Table<DecisionEffect>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...effects]}
      data-testid="decision-effects"
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
          key: 'what',
          title: t('decision.what'),
          render: (_, effect) => (
            <>
              {sayAct(t, kind, effect.act)}{' '}
              {effect.seatId ? <Link to={to(`/seats/${effect.seatId}`)}>{effect.title}</Link> : effect.title}
              <div className="third">
                {effect.unitName}
                {effect.acting && `, ${t('seat.acting')}`}
                {effect.concurrent && `, ${inSentence(t('post.concurrent'))}`}
                {effect.direction && `, ${inSentence(t(`decision.directions.${effect.direction}`))}`}
                {effect.local !== undefined && `, ${t(`decision.locals.${effect.local ? 'yes' : 'no'}`).toLocaleLowerCase()}`}
                {effect.plannedReturn && (
                  <>
                    , {t('decision.plannedReturn').toLocaleLowerCase()} <DayText day={effect.plannedReturn} />
                  </>
                )}
                {effect.act === 'SUSPEND' && effect.until && (
                  <>
                    , {t('decision.workAgain').toLocaleLowerCase()} <DayText day={effect.until} />
                  </>
                )}
              </div>
            </>
          ),
        },
        {
          key: 'from',
          title: t('decision.effectiveFrom'),
          width: 160,
          render: (_, { effectiveFrom }) => (effectiveFrom ? <DayText day={effectiveFrom} /> : '–'),
        },
        {
          key: 'term',
          title: t('decision.term'),
          width: 140,
          render: (_, { termMonths }) => (termMonths ? t('decision.months', { count: termMonths }) : '–'),
        },
      ]}
    />
  )
}

/** What the service says when nobody gave a reason. */
const WORDS = ['issued', 'corrected', 'rescinded', 'redrafted', 'withdrawn'] as const
const isWord = (reason: string): reason is (typeof WORDS)[number] => WORDS.some((word) => word === reason)

function History({ decision }: { decision: Decision }) {
  const { t } = useTranslation()
  const history = useQuery(decisionHistoryQuery(decision.id))
  if (history.isError) return <ProblemAlert error={history.error} title={t('decision.failed')} onRetry={() => void history.refetch()} />
  if (!history.data) return null
  return (
    <section className="card" data-testid="decision-history">
      <h2>{t('decision.history')}</h2>
      <Table
        size="small"
        rowKey={({ recordedFrom }) => recordedFrom}
        pagination={false}
        dataSource={history.data.items.toReversed()}
        rowClassName={({ recordedTo }) => (recordedTo ? 'not-now' : '')}
        columns={[
          { key: 'at', title: t('decision.recorded'), width: 200, render: (_, { recordedFrom }) => <InstantText at={recordedFrom} /> },
          { key: 'by', title: t('decision.by'), width: 200, dataIndex: 'by' },
          { key: 'state', title: t('decision.state'), width: 170, render: (_, { state }) => <DecisionTag state={state} /> },
          {
            key: 'what',
            title: t('decision.effects'),
            render: (_, { kind, number, signedOn, effects }) => (
              <>
                {[number, signedOn && ''].filter(Boolean).join(' ')} {signedOn && <DayText day={signedOn} />}
                {effects.map((effect) => (
                  <div key={effect.id} className="second">
                    {effect.personName}: {sayAct(t, kind, effect.act)} {effect.title}
                    {effect.effectiveFrom && (
                      <>
                        {', '}
                        <DayText day={effect.effectiveFrom} />
                      </>
                    )}
                  </div>
                ))}
              </>
            ),
          },
          {
            key: 'why',
            title: t('form.reason'),
            render: (_, { reason, endedBecause }) => (
              <>
                {reason}
                {endedBecause && <div className="second">{t('decision.ended', { reason: isWord(endedBecause) ? t(`decision.endedBy.${endedBecause}`) : endedBecause })}</div>}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}
