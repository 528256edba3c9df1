import { AuditOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { PlannedSeat, Verdict } from '../api/types'
import { useAsOf, useGo, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, LastDay } from '../app/DateText'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage } from '../i18n'
import { ProposeDrawer } from '../plans/ProposeDrawer'
import { OpenDrawer } from '../procedures/OpenDrawer'
import { OutcomeTag, Unconfirmed } from './OutcomeTag'
import { seatQuery, verdictsQuery } from './queries'
import './seats.css'
import { whyVacant } from './whyVacant'
import { BasisText, counted, VerdictTable } from './VerdictTable'

/** A seat: when it falls vacant and why, who is planned for it, and what the law says of each, as it stands this second. */
export function SeatPage() {
  const { t } = useTranslation()
  const { seatId = '' } = useParams()
  const { me, can } = useMe()
  const { asOf, day } = useAsOf()
  const go = useGo()
  const seat = useQuery(seatQuery(seatId, asOf))
  const [judged, setJudged] = useState<'day' | 'vacancy'>('day')
  const vacancy = seat.data?.vacantFrom && seat.data.vacantFrom > day ? seat.data.vacantFrom : undefined
  const verdicts = useQuery({ ...verdictsQuery(seatId, judged === 'vacancy' && vacancy ? vacancy : asOf), enabled: !!seat.data })
  const [chosen, setChosen] = useState<string>()
  const [drawer, setDrawer] = useState<'propose' | 'open'>()
  const late = useDelayed(seat.isPending)
  usePageTitle(seat.data ? `${seat.data.title}, ${seat.data.unitName}` : t('seat.seat'))

  if (me && !can('plan.read')) return <NoRights />
  if (hasStatus(seat.error, 404)) return <NoPage />
  if (seat.isError) return <div className="page"><ProblemAlert error={seat.error} title={t('seat.failed')} onRetry={() => void seat.refetch()} /></div>
  if (!seat.data) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null

  const items = verdicts.data?.items ?? []
  const shown = items.find(({ personId }) => personId === chosen) ?? items[0]
  return (
    <div className="page seat-page">
      <div className="page-head">
        <h1>
          {seat.data.title} <span className="second">{seat.data.unitName}</span>
        </h1>
        {can('plan.write') && (
          <ChangeButton icon={<PlusOutlined />} data-testid="propose-plan" onClick={() => setDrawer('propose')}>
            {t('plan.propose')}
          </ChangeButton>
        )}
        {seat.data.procedureId ? (
          <ChangeButton icon={<AuditOutlined />} data-testid="to-procedure" onClick={() => go(`/procedures/${seat.data.procedureId}`)}>
            {t('procedure.toOpen')}
          </ChangeButton>
        ) : (
          can('procedure.write') && (
            <ChangeButton type="primary" icon={<AuditOutlined />} data-testid="open-procedure" onClick={() => setDrawer('open')}>
              {t('procedure.open')}
            </ChangeButton>
          )
        )}
      </div>
      <div className="seat-columns">
        <div className="seat-side">
          <Vacancy seat={seat.data} day={day} />
          <Standard seat={seat.data} />
        </div>
        <div className="seat-main">
          <div className="page-head">
            <h2 className="grow">
              {t('plan.planned')} <span className="second">{t('plan.people', { count: items.length })}</span>
            </h2>
            {vacancy && (
              <Segmented
                size="small"
                aria-label={t('verdict.judgedOn')}
                value={judged}
                options={[
                  { value: 'day', label: <DayText day={day} /> },
                  { value: 'vacancy', label: <DayText day={vacancy} /> },
                ]}
                onChange={(value) => setJudged(value as 'day' | 'vacancy')}
              />
            )}
          </div>
          {verdicts.isError && <ProblemAlert error={verdicts.error} title={t('verdict.failed')} onRetry={() => void verdicts.refetch()} />}
          {verdicts.data && items.length === 0 && <p className="card card-body">{t('plan.nobody')}</p>}
          <div className="candidates" role="listbox" aria-label={t('plan.planned')}>
            {items.map((verdict) => (
              <Candidate key={verdict.personId} verdict={verdict} chosen={verdict === shown} onChoose={() => setChosen(verdict.personId)} />
            ))}
          </div>
          {shown && <VerdictTable verdict={shown} />}
        </div>
      </div>
      {drawer === 'propose' && <ProposeDrawer seat={seat.data} onClose={() => setDrawer(undefined)} />}
      {drawer === 'open' && <OpenDrawer seat={seat.data} verdicts={items} onClose={() => setDrawer(undefined)} />}
    </div>
  )
}

function Candidate({ verdict, chosen, onChoose }: { verdict: Verdict; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      role="option"
      aria-selected={chosen}
      className={`card candidate${chosen ? ' chosen' : ''}`}
      data-testid={`candidate-${verdict.personId}`}
      onClick={onChoose}
    >
      <PersonName name={verdict.personName} />
      <OutcomeTag outcome={verdict.overall} whole />
      <span className="second">{counted(verdict, t)}</span>
      <span className="segments" aria-hidden>
        {verdict.criteria.map(({ code, outcome }) => (
          <i key={code} className={outcome} />
        ))}
      </span>
    </button>
  )
}

/** The month in which it falls vacant stands large; every known end of the holding stands below with its article. */
function Vacancy({ seat, day }: { seat: PlannedSeat; day: string }) {
  const { t } = useTranslation()
  const to = useTo()
  const language = currentLanguage()
  const months = seat.vacantFrom ? monthsBetween(day, seat.vacantFrom) : undefined
  return (
    <section className="card card-body vacancy" data-testid="vacancy">
      {seat.vacantFrom && seat.vacancyReason !== 'NOT_HELD' ? (
        <>
          <span className="second">{t('seat.foreseen')}</span>
          <div>
            <b className="key-date">{monthBefore(seat.vacantFrom)}</b>{' '}
            {months !== undefined && months >= 0 && <span className="soon">{t('seat.monthsLeft', { count: months })}</span>}
          </div>
        </>
      ) : (
        <b>{seat.holders.length === 0 ? t('seat.noHolder') : (whyVacant(t, seat) ?? t('seat.noEnd'))}</b>
      )}
      {[...seat.holders, ...(seat.coming ?? [])].map((holder) => (
        <div key={holder.assignmentId} className="holder">
          <Link to={to(`/people/${holder.personId}`)}>
            <PersonName name={holder.personName} />
          </Link>
          <div className="second">
            {holder.acting && `${t('seat.acting')}, `}
            {t('seat.since')} <DayText day={holder.validFrom} />
            {holder.validTo && (
              <>
                {' – '}
                <LastDay validTo={holder.validTo} open="" />
              </>
            )}
          </div>
        </div>
      ))}
      {seat.foresight.map(({ personId, ends, unknown }) => (
        <ul key={personId} className="ends">
          {ends.map((end) => (
            <li key={end.reason}>
              <b>{t(`seat.reasons.${end.reason}`)}</b>: {t('seat.vacantFrom')} <DayText day={end.vacantFrom} />{' '}
              <Unconfirmed confidence={end.confidence} />
              {end.bases.map((basis) => (
                <BasisText key={`${basis.regulation}/${basis.article}`} basis={basis} />
              ))}
              {end.notes.map((note) => (
                <div key={note.vi} className="third">
                  {note[language]}
                </div>
              ))}
            </li>
          ))}
          {unknown.map((text) => (
            <li key={text.vi} className="third">
              {text[language]}
            </li>
          ))}
        </ul>
      ))}
    </section>
  )
}

function Standard({ seat }: { seat: PlannedSeat }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>{t('seat.standard')}</h2>
      <dl className="card-body facts">
        <dt>{t('post.scope')}</dt>
        <dd>{t(`scope.${seat.managementScope}`)}</dd>
        <dt>{t('seat.kind')}</dt>
        <dd>{t(`seat.kinds.${seat.kind}`)}</dd>
        <dt>{t('seat.places')}</dt>
        <dd>{seat.places}</dd>
        {seat.theoryAsked && (
          <>
            <dt>{t('seat.theory')}</dt>
            <dd>
              {t(`seat.theories.${seat.theoryAsked}`)}
              {seat.standardBasis && <div className="third">{seat.standardBasis}</div>}
            </dd>
          </>
        )}
        {seat.termMonths && (
          <>
            <dt>{t('decision.term')}</dt>
            <dd>{t('decision.months', { count: seat.termMonths })}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

/** `2027-10-01` is the first day without a holder: the month of the last day is the one people name. */
function monthBefore(vacantFrom: string): string {
  const [year = 0, month = 0, date = 0] = vacantFrom.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1, date - 1))
  return `${String(last.getUTCMonth() + 1).padStart(2, '0')}/${last.getUTCFullYear()}`
}

function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}
