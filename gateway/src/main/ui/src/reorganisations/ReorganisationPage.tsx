import { useQuery } from '@tanstack/react-query'
import { Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams, useSearchParams } from 'react-router'
import { hasStatus } from '../api/problem'
import { SERVICES, type ReorganisationLine } from '../api/types'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ActDrawer } from './ActDrawer'
import { actsOn, type ReorganisationAct } from './acts'
import { Answers } from './Answers'
import { CheckTab } from './CheckTab'
import { ImpactTab } from './ImpactTab'
import { PostsTab } from './PostsTab'
import { reorganisationQuery } from './queries'
import './reorganisations.css'
import { ReorganisationTag } from './StateTag'
import { UnitsTab } from './UnitsTab'

/** One reorganisation: what it does to units, what it touches, where everybody goes on, and what is still in the way. */
export function ReorganisationPage() {
  const { t } = useTranslation()
  const { reorganisationId = '' } = useParams()
  const { me, can, legalDay } = useMe()
  const [params, setParams] = useSearchParams()
  const { data: reorganisation, error, isError, isPending, refetch } = useQuery(reorganisationQuery(reorganisationId))
  const [act, setAct] = useState<ReorganisationAct>()
  const late = useDelayed(isPending)
  usePageTitle(reorganisation?.line.name ?? t('reorganisation.title'))

  if (me && !can('reorganisation.read')) return <NoRights />
  if (hasStatus(error, 404) || hasStatus(error, 400)) return <NoPage />
  if (isError) return <div className="page"><ProblemAlert error={error} title={t('reorganisation.failed')} onRetry={() => void refetch()} /></div>
  if (!reorganisation) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null
  const { line } = reorganisation
  const tabs = [
    { key: 'units', label: t('reorganisation.tabs.units'), children: <UnitsTab reorganisation={reorganisation} /> },
    { key: 'impact', label: t('reorganisation.tabs.impact'), children: <ImpactTab reorganisation={reorganisation} /> },
    { key: 'posts', label: t('reorganisation.tabs.posts'), children: <PostsTab reorganisation={reorganisation} /> },
    ...(line.state === 'DRAFT' ? [{ key: 'check', label: t('reorganisation.tabs.check'), children: <CheckTab reorganisation={reorganisation} /> }] : []),
  ]
  const show = (tab: string) =>
    setParams((current) => {
      if (tab === 'units') current.delete('tab')
      else current.set('tab', tab)
      return current
    })
  return (
    <div className="page">
      <div className="page-head">
        <h1>
          {line.name} <ReorganisationTag state={line.state} />
        </h1>
        {actsOn(line, can, legalDay).map((each) => (
          <ChangeButton
            key={each}
            type={each === 'approve' ? 'primary' : 'default'}
            danger={each === 'undo' || each === 'withdraw'}
            data-testid={`${each}-reorganisation`}
            onClick={() => setAct(each)}
          >
            {t(`reorganisation.acts.${each}`)}
          </ChangeButton>
        ))}
      </div>
      {line.state === 'DRAFT' && line.own && can('reorganisation.approve') && <p className="card card-body" data-testid="own-reorganisation">{t('reorganisation.own')}</p>}
      <HeadCard line={line} />
      <Tabs
        className="plan-tabs"
        destroyOnHidden
        activeKey={tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'units'}
        onChange={show}
        items={tabs}
      />
      {act && (
        <ActDrawer
          key={act}
          reorganisation={reorganisation}
          act={act}
          onDone={(done) => done === 'propose' && show('posts')}
          onClose={() => setAct(undefined)}
        />
      )}
    </div>
  )
}

function HeadCard({ line }: { line: ReorganisationLine }) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <dl className="card-body facts">
        <dt>{t('reorganisation.fields.instrument')}</dt>
        <dd>{line.instrument}</dd>
        <dt>{t('reorganisation.fields.effectiveOn')}</dt>
        <dd>
          <DayText day={line.effectiveOn} />
        </dd>
        <dt>{t('reorganisation.fields.level')}</dt>
        <dd>{t(`scope.${line.level}`)}</dd>
        {line.approvedBy && (
          <>
            <dt>{t('reorganisation.approvedBy')}</dt>
            <dd>
              {line.approvedBy}
              <Answers answered={line.answered} silent={SERVICES.filter((service) => !line.answered.includes(service))} />
            </dd>
          </>
        )}
        <dt>{t('decision.recorded')}</dt>
        <dd>
          {line.by}, <InstantText at={line.since} />
          {line.reason && <div className="second">{line.reason}</div>}
        </dd>
      </dl>
    </section>
  )
}
