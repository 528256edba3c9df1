import { CheckOutlined, FileProtectOutlined, LockOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Deadline, FrozenCriterion, Procedure, ProcedureStep } from '../api/types'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage } from '../i18n'
import { OutcomeTag, Unconfirmed } from '../seats/OutcomeTag'
import { BasisText } from '../seats/VerdictTable'
import { ActDrawer, type Asked } from './ActDrawer'
import './procedures.css'
import { procedureQuery, recordAddress } from './queries'

/** The five steps of one seat: what was held and what the counts mean, what comes next, and what is still missing for it. */
export function ProcedurePage() {
  const { t } = useTranslation()
  const { procedureId = '' } = useParams()
  const { me, can } = useMe()
  const to = useTo()
  const { data: procedure, error, isError, isPending, refetch } = useQuery(procedureQuery(procedureId))
  const [opened, setOpened] = useState<number>()
  const [asked, setAsked] = useState<Asked>()
  const late = useDelayed(isPending)
  usePageTitle(procedure ? `${procedure.title}, ${procedure.unitName}` : t('procedure.one'))

  if (me && !can('procedure.read')) return <NoRights />
  if (hasStatus(error, 404)) return <NoPage />
  if (isError) return <div className="page"><ProblemAlert error={error} title={t('procedure.failed')} onRetry={() => void refetch()} /></div>
  if (!procedure) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null

  const next = procedure.steps.find(({ state }) => state === 'NEXT')
  const current = procedure.steps.find(({ number }) => number === opened) ?? next ?? procedure.steps.findLast(({ state }) => state === 'HELD') ?? procedure.steps[0]
  const may = (act: Procedure['may'][number]) => procedure.may.includes(act)
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {t('procedure.of')} {procedure.title} <span className="second">{procedure.unitName}</span>{' '}
          <Tag data-testid="procedure-state">{t(`procedure.states.${procedure.state}`)}</Tag>
        </h1>
        <Button icon={<FileProtectOutlined />} href={recordAddress(procedure.id)} target="_blank" data-testid="procedure-record">
          {t('procedure.record')}
        </Button>
        {may('STOP') && (
          <ChangeButton danger onClick={() => setAsked({ kind: 'stop' })} data-testid="stop-procedure">
            {t('procedure.stop')}
          </ChangeButton>
        )}
        {may('APPROVE_POLICY') && (
          <ChangeButton type="primary" onClick={() => setAsked({ kind: 'policy' })} data-testid="approve-policy">
            {t('procedure.approvePolicy')}
          </ChangeButton>
        )}
        {may('CONFIRM_PAPERS') && (
          <ChangeButton type="primary" onClick={() => setAsked({ kind: 'papers' })} data-testid="confirm-papers">
            {t('procedure.confirmPapers')}
          </ChangeButton>
        )}
        {may('CHOOSE_RULE_VERSION') && (
          <ChangeButton type="primary" onClick={() => setAsked({ kind: 'rules' })} data-testid="choose-rules">
            {t('procedure.chooseRules')}
          </ChangeButton>
        )}
        {may('CHOOSE_AS_HEAD') && (
          <ChangeButton type="primary" onClick={() => setAsked({ kind: 'head' })} data-testid="head-choice">
            {t('procedure.headChoice')}
          </ChangeButton>
        )}
        {may('CONCLUDE') && (
          <ChangeButton type="primary" onClick={() => setAsked({ kind: 'conclude' })} data-testid="conclude-procedure">
            {t('procedure.conclude')}
          </ChangeButton>
        )}
      </div>
      {procedure.own && (procedure.state === 'POLICY' || procedure.state === 'STEPS') && can('procedure.approve') && (
        <p className="card card-body">{t('procedure.own')}</p>
      )}
      {procedure.state === 'PAPERS' && (
        <p className="card card-body" data-testid="papers-wait">
          {t('procedure.papersWait', { name: procedure.opened.by })}
        </p>
      )}
      {procedure.pointer && (
        <section className="card" data-testid="pointer">
          <h2>{t('procedure.pointer.title')}</h2>
          <p className="card-body second">{t('procedure.pointer.means')}</p>
          <dl className="card-body facts">
            <dt>{t('procedure.pointer.number')}</dt>
            <dd>{procedure.pointer.number}</dd>
            <dt>{t('procedure.pointer.level')}</dt>
            <dd>{t(`procedure.pointer.levels.${procedure.pointer.level}`)}</dd>
            <dt>{t('procedure.pointer.keeper')}</dt>
            <dd>{procedure.pointer.keeper}</dd>
          </dl>
        </section>
      )}
      {!procedure.pointer && (
      <ol className="card stepper" aria-label={t('procedure.steps')}>
        {procedure.steps.map((step) => (
          <StepHead key={step.number} step={step} chosen={step === current} onChoose={() => setOpened(step.number)} />
        ))}
      </ol>
      )}
      <div className="procedure-columns">
        <div className="seat-main">
          {current && !procedure.pointer && (
            <StepCard
              procedure={procedure}
              step={current}
              onHold={may('HOLD_STEP') && current.state === 'NEXT' ? () => setAsked({ kind: 'hold', step: current }) : undefined}
              onCorrect={
                may('CORRECT_STEP') && current === procedure.steps.findLast(({ state }) => state === 'HELD')
                  ? () => setAsked({ kind: 'correct', step: current })
                  : undefined
              }
            />
          )}
          <Ending procedure={procedure} />
        </div>
        <div className="seat-side">
          <section className="card">
            <div className="card-head">
              <h2>{t('procedure.candidates')}</h2>
              {may('RECORD_DOCUMENT') && (
                <ChangeButton size="small" onClick={() => setAsked({ kind: 'document' })} data-testid="record-document">
                  {t('procedure.addDocument')}
                </ChangeButton>
              )}
            </div>
            <ul className="card-body stacked">
              {procedure.candidates.map((candidate) => (
                <li key={candidate.personId}>
                  <Named procedure={procedure} personId={candidate.personId} /> {candidate.overall && <OutcomeTag outcome={candidate.overall} whole />}
                  {candidate.documents.map((document) => (
                    <div key={document.kind} className="third">
                      {t(`procedure.documents.${document.kind}`)} {document.number}, <DayText day={document.issuedOn} />
                    </div>
                  ))}
                </li>
              ))}
            </ul>
          </section>
          <section className="card">
            <h2>{t('procedure.frame')}</h2>
            <dl className="card-body facts">
              <dt>{t('seat.seat')}</dt>
              <dd>
                <Link to={to(`/seats/${procedure.seatId}`)}>{procedure.title}</Link>
              </dd>
              <dt>{t('procedure.requestedOn')}</dt>
              <dd>
                <DayText day={procedure.requestedOn} />
              </dd>
              <dt>{t('procedure.openedBy')}</dt>
              <dd>
                {procedure.opened.by}, <InstantText at={procedure.opened.at} />
              </dd>
              {procedure.papers && (
                <>
                  <dt>{t('procedure.papers')}</dt>
                  <dd>
                    {procedure.papers.code}, {procedure.papers.decision}, <DayText day={procedure.papers.approvedOn} />
                    {procedure.papers.reason && <div className="third">{procedure.papers.reason}</div>}
                    {procedure.papers.confirmed && (
                      <div className="third">
                        {t('procedure.papersConfirmed', { name: procedure.papers.confirmed.by })}, <InstantText at={procedure.papers.confirmed.at} />
                        {procedure.papers.confirmed.reason && <div>{procedure.papers.confirmed.reason}</div>}
                      </div>
                    )}
                  </dd>
                </>
              )}
              {procedure.policy && (
                <>
                  <dt>{t('procedure.policy')}</dt>
                  <dd>
                    {procedure.policy.decision}, <DayText day={procedure.policy.approvedOn} />
                    <div className="third">{procedure.policy.act.by}</div>
                  </dd>
                </>
              )}
              {procedure.regulation && (
                <>
                  <dt>{t('procedure.law')}</dt>
                  <dd>
                    {procedure.regulation}
                    {procedure.ruleVersion?.choice && <div className="third">{t(`procedure.choices.${procedure.ruleVersion.choice}`)}</div>}
                  </dd>
                </>
              )}
            </dl>
            {procedure.deadlines.map((deadline) => (
              <DeadlineText key={deadline.what} deadline={deadline} />
            ))}
          </section>
        </div>
      </div>
      {asked && (
        <ActDrawer
          key={asked.kind}
          procedure={procedure}
          asked={asked}
          // The step just held stays open: what its counts mean is what everybody waits for.
          onDone={(done) => 'step' in done && setOpened(done.step.number)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  )
}

/** Who is outside the reader's scope is not named. */
function Named({ procedure, personId }: { procedure: Procedure; personId: string }) {
  const { t } = useTranslation()
  const to = useTo()
  const name = procedure.candidates.find((candidate) => candidate.personId === personId)?.personName
  return name ? (
    <Link to={to(`/people/${personId}`)}>
      <PersonName name={name} />
    </Link>
  ) : (
    <span className="third">{t('procedure.outside')}</span>
  )
}

function StepHead({ step, chosen, onChoose }: { step: ProcedureStep; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <li className={`${step.state}${chosen ? ' here' : ''}`}>
      <button type="button" disabled={step.state === 'WAITING'} aria-current={chosen ? 'step' : undefined} onClick={onChoose} data-testid={`step-${step.number}`}>
        <span className="mark" aria-hidden>
          {step.state === 'HELD' ? <CheckOutlined /> : step.state === 'NEXT' ? step.number : <LockOutlined />}
        </span>
        <span>
          <b>
            {t('procedure.step', { number: step.number })}: {step.name[currentLanguage()]}
          </b>
          <span className="second">
            {step.meeting ? (
              <>
                {t('procedure.heldOn')} <DayText day={step.meeting.heldOn} />
              </>
            ) : (
              t(`procedure.stepStates.${step.state}`)
            )}
          </span>
        </span>
      </button>
    </li>
  )
}

function StepCard({ procedure, step, onHold, onCorrect }: { procedure: Procedure; step: ProcedureStep; onHold?: () => void; onCorrect?: () => void }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const { meeting, ruling } = step
  return (
    <section className="card" data-testid="step-card">
      <div className="card-head">
        <h2>{step.name[language]}</h2>
        {onHold && (
          <ChangeButton type="primary" onClick={onHold} data-testid="hold-step">
            {t('procedure.hold')}
          </ChangeButton>
        )}
        {onCorrect && (
          <ChangeButton onClick={onCorrect} data-testid="correct-step">
            {t('procedure.correct')}
          </ChangeButton>
        )}
      </div>
      <p className="card-body second">{step.asks[language]}</p>
      {meeting && (
        <>
          <dl className="counts">
            {(['summoned', 'present', 'issued', 'returned', 'valid', 'members'] as const).map(
              (count) =>
                meeting[count] !== undefined && (
                  <div key={count}>
                    <dt>{t(`procedure.counts.${count}`)}</dt>
                    <dd>{meeting[count]}</dd>
                  </div>
                ),
            )}
          </dl>
          {!!meeting.votes?.length && (
            <ul className="votes">
              {meeting.votes
                .toSorted((a, b) => b.count - a.count)
                .map(({ personId, count }) => (
                  <li key={personId}>
                    <Named procedure={procedure} personId={personId} />
                    <span className="vote-share" aria-hidden>
                      <i style={{ width: `${(100 * count) / Math.max(1, meeting.summoned)}%` }} />
                    </span>
                    <b>{count}</b>
                    <span className="second">{percent(count, meeting.summoned)}</span>
                  </li>
                ))}
            </ul>
          )}
          <p className="card-body third">
            {meeting.body}, <DayText day={meeting.heldOn} />, {t('procedure.minutes')} {meeting.minutes}
            {step.act && (
              <>
                {'. '}
                {t('procedure.recordedBy', { name: step.act.by })}
              </>
            )}
          </p>
        </>
      )}
      {ruling && (
        <div className={`ruling ${ruling.result}`} data-testid="ruling" role="status">
          <b>{ruling.said[language]}</b> <Unconfirmed confidence={ruling.confidence} />
          {ruling.announce !== undefined && <div>{t(ruling.announce ? 'procedure.announce' : 'procedure.notAnnounced')}</div>}
          <div className="third">
            {ruling.bases.map((basis) => (
              <BasisText key={`${basis.regulation}/${basis.article}`} basis={basis} />
            ))}
          </div>
        </div>
      )}
    </section>
  )
}

const percent = (count: number, whole: number) =>
  `${new Intl.NumberFormat(currentLanguage(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format((100 * count) / Math.max(1, whole))} %`

function Ending({ procedure }: { procedure: Procedure }) {
  const { t } = useTranslation()
  const to = useTo()
  const { can } = useMe()
  const { conclusion, decision, headChoice, stopped } = procedure
  if (!conclusion && !stopped && !headChoice) return null
  return (
    <section className="card" data-testid="ending">
      <h2>{t('procedure.ending')}</h2>
      <dl className="card-body facts">
        {headChoice && (
          <>
            <dt>{t('procedure.headChoice')}</dt>
            <dd>
              <Named procedure={procedure} personId={headChoice.personId} />
              <div className="second">{headChoice.views}</div>
            </dd>
          </>
        )}
        {conclusion && (
          <>
            <dt>{t('procedure.chosen')}</dt>
            <dd>
              <Named procedure={procedure} personId={conclusion.personId} /> <OutcomeTag outcome={conclusion.overall} whole />{' '}
              <Unconfirmed confidence={conclusion.confidence} />
            </dd>
            <dt>{t('procedure.concludedOn')}</dt>
            <dd>
              <DayText day={conclusion.concludedOn} />, {conclusion.act.by}
              {conclusion.act.reason && <div className="second">{conclusion.act.reason}</div>}
            </dd>
          </>
        )}
        {decision && (
          <>
            <dt>{t('decision.one')}</dt>
            <dd>
              {can('decision.read') ? <Link to={to(`/decisions/${decision.id}`)}>{decision.number}</Link> : decision.number},{' '}
              {t(`decision.states.${decision.status}`).toLowerCase()}
              {decision.effectiveFrom && (
                <>
                  , {t('decision.effectiveFrom').toLowerCase()} <DayText day={decision.effectiveFrom} />
                </>
              )}
            </dd>
          </>
        )}
        {stopped && (
          <>
            <dt>{t('procedure.states.STOPPED')}</dt>
            <dd>
              {stopped.by}, <InstantText at={stopped.at} />
              <div className="second">{stopped.reason}</div>
            </dd>
          </>
        )}
      </dl>
      {conclusion?.criteria.some(({ required }) => required) && <FrozenVerdict criteria={conclusion.criteria} />}
    </section>
  )
}

/** What was judged on the day of step 5, as the record keeps it; older records have the result of each condition alone. */
function FrozenVerdict({ criteria }: { criteria: FrozenCriterion[] }) {
  const { t } = useTranslation()
  const language = currentLanguage()
  return (
    <Table<FrozenCriterion>
      size="small"
      rowKey="code"
      pagination={false}
      title={() => <h3>{t('procedure.judged')}</h3>}
      dataSource={criteria}
      data-testid="frozen-verdict"
      columns={[
        { key: 'outcome', title: t('verdict.result'), width: 112, render: (_, { outcome }) => <OutcomeTag outcome={outcome} /> },
        { key: 'code', title: t('verdict.criterion'), width: 140, render: (_, { code }) => <b>{t(`verdict.criteria.${code}`, code)}</b> },
        { key: 'required', title: t('verdict.required'), render: (_, { required }) => required?.[language] },
        { key: 'actual', title: t('verdict.actual'), render: (_, { actual }) => actual?.[language] },
        { key: 'facts', title: t('verdict.source'), render: (_, { facts }) => facts?.map(({ id, text }) => <div key={id}>{text[language]}</div>) },
        {
          key: 'bases',
          title: t('verdict.basis'),
          width: 180,
          render: (_, { bases }) =>
            bases?.map((basis) => (
              <div key={`${basis.regulation}/${basis.article}`}>
                <BasisText basis={basis} /> <Unconfirmed confidence={basis.confidence} />
              </div>
            )),
        },
      ]}
    />
  )
}

function DeadlineText({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation()
  return (
    <p className="card-body deadline">
      <b>{t(`procedure.deadlines.${deadline.what}`)}</b>: <DayText day={deadline.lastDay} />, {t('procedure.workingDays', { count: deadline.workingDays })}{' '}
      <Unconfirmed confidence={deadline.confidence} />
      {deadline.keptOn && (
        <span className={deadline.kept ? 'kept' : 'soon'}>
          {' '}
          {t(deadline.kept ? 'procedure.kept' : 'procedure.late')} <DayText day={deadline.keptOn} />
        </span>
      )}
      {deadline.notes.map((note) => (
        <span key={note.vi} className="third">
          {' '}
          {note[currentLanguage()]}
        </span>
      ))}
    </p>
  )
}
