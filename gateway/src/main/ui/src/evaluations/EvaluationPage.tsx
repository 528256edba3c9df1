import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { hasStatus } from '../api/problem'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { PurposeGate } from '../app/PurposeGate'
import { purpose } from '../app/purpose'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ActDrawer, type PageAct } from './ActDrawer'
import './evaluations.css'
import { HeadCard } from './HeadCard'
import { sayPeriod } from './period'
import { evaluationQuery } from './queries'
import { SheetGrid } from './SheetGrid'
import { EvaluationTag } from './StateTag'
import { Tallies } from './Tallies'

/** One round: what it is rated by, the cap on excellent ones as it stands, and a sheet a line. */
export function EvaluationPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const [opened, setOpened] = useState(!!purpose())
  usePageTitle(t('evaluation.title'))

  if (!settled) return null
  if (me && !can('evaluation.read')) return <NoRights />
  return opened ? (
    <Round />
  ) : (
    <div className="page">
      <div className="page-head">
        <h1>{t('evaluation.title')}</h1>
      </div>
      <section className="card">
        <PurposeGate what={t('evaluation.hidden')} onOpen={() => setOpened(true)} />
      </section>
    </div>
  )
}

function Round() {
  const { t } = useTranslation()
  const { evaluationId = '' } = useParams()
  const { can } = useMe()
  const locked = useAsOf().when !== 'today'
  const { data: round, error, isError, isPending, refetch } = useQuery(evaluationQuery(evaluationId))
  const [act, setAct] = useState<PageAct>()
  const late = useDelayed(isPending)

  if (hasStatus(error, 404) || hasStatus(error, 400)) return <NoPage />
  if (isError) return <div className="page"><ProblemAlert error={error} title={t('evaluation.failed')} onRetry={() => void refetch()} /></div>
  if (!round) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null
  const { line } = round
  const acts: PageAct[] =
    line.state === 'OPEN' ? (can('evaluation.write') ? ['unit', 'people', 'propose'] : []) : !can('evaluation.decide') ? [] : line.state === 'PROPOSED' ? ['reopen', 'decide'] : ['reopen']
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {sayPeriod(line, t)}, {line.unitName} <EvaluationTag state={line.state} />
        </h1>
        {acts.map((each) => (
          <ChangeButton key={each} type={each === 'propose' || each === 'decide' ? 'primary' : 'default'} data-testid={`${each}-evaluation`} onClick={() => setAct(each)}>
            {t(each === 'reopen' && line.state === 'PROPOSED' ? 'evaluation.acts.return' : `evaluation.acts.${each}`)}
          </ChangeButton>
        ))}
      </div>
      <HeadCard round={round} />
      <Tallies round={round} />
      <SheetGrid round={round} writable={!locked && line.state === 'OPEN' && can('evaluation.write')} />
      {act && <ActDrawer key={act} round={round} act={act} onClose={() => setAct(undefined)} />}
    </div>
  )
}
