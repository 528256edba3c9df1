import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Breadcrumb, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Merge } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ReasonField } from '../people/fields'
import { actsOn } from './acts'
import { Halves } from './Halves'
import './merges.css'
import { MergeTag } from './MergeTag'
import { Obstacles } from './Obstacles'
import { act, changed, comparisonQuery, type MergeAct, mergeQuery } from './queries'

/** One merge: what was compared, who said what, and what may be done with it now. */
export function MergePage() {
  const { t } = useTranslation()
  const to = useTo()
  const queries = useQueryClient()
  const { mergeId = '' } = useParams()
  const { me, can } = useMe()
  const { data: merge, error, isError, isPending, refetch } = useQuery(mergeQuery(mergeId))
  const [asked, setAsked] = useState<MergeAct>()
  const late = useDelayed(isPending)
  usePageTitle(t('merge.title'))

  if (me && !can('merge.read')) return <NoRights />
  if (hasStatus(error, 404) || hasStatus(error, 400)) return <NoPage />
  if (isError) return <div className="page"><ProblemAlert error={error} title={t('merge.failed')} onRetry={() => void refetch()} /></div>
  if (!merge) return late ? <div className="page"><div className="card card-body"><Skeleton active /></div></div> : null
  const undoing = merge.state === 'UNDOING'
  const titleOf = (deed: MergeAct) => t(undoing ? `merge.undoActs.${deed}` : `merge.acts.${deed}`)
  return (
    <div className="page">
      <Breadcrumb items={[{ title: <Link to={to('/quality', { tab: 'merges' })}>{t('merge.list')}</Link> }, { title: merge.keptName }]} />
      <div className="page-head">
        <h1>
          {t('merge.title')}: {merge.keptName}{' '}
          <span data-testid="merge-state">
            <MergeTag state={merge.state} />
          </span>
        </h1>
        {actsOn(merge, can).map((deed) => (
          <ChangeButton
            key={deed}
            type={deed === 'approve' ? 'primary' : 'default'}
            danger={deed === 'undo'}
            data-testid={`${deed}-merge`}
            onClick={() => setAsked(deed)}
          >
            {titleOf(deed)}
          </ChangeButton>
        ))}
      </div>
      <section className="card card-body merge" data-testid="merge">
        <dl className="facts">
          <dt>{t('merge.sides.KEPT')}</dt>
          <dd>
            <Link to={to(`/people/${merge.keptId}`)}>{merge.keptName}</Link>
          </dd>
          <dt>{t('merge.sides.MERGED')}</dt>
          <dd>
            <Link to={to(`/people/${merge.mergedId}`)} data-testid="merged-record">
              {merge.mergedName}
            </Link>
          </dd>
          <dt>{t('form.reason')}</dt>
          <dd>{merge.reason}</dd>
          <Step title={t('merge.steps.prepared')} by={merge.preparedBy} at={merge.preparedAt} />
          <Step title={t('merge.steps.approved')} by={merge.approvedBy} at={merge.approvedAt} />
          <Step title={t('merge.steps.undoAsked')} by={merge.undoAskedBy} at={merge.undoAskedAt} why={merge.undoReason} />
          <Step title={t('merge.steps.undone')} by={merge.undoneBy} at={merge.undoneAt} />
        </dl>
        {merge.changedSince.length > 0 && (
          <Alert type="warning" showIcon data-testid="changed-since" title={t('merge.changedSince', { count: merge.changedSince.length })} />
        )}
        {merge.left.length > 0 && <Alert type="warning" showIcon title={t('merge.left', { count: merge.left.length })} />}
      </section>
      {merge.state === 'PREPARED' && <Waiting merge={merge} />}
      {asked && (
        <AskDrawer<{ reason?: string }, Merge>
          title={titleOf(asked)}
          confirmTestId="confirm-merge"
          about={
            <p>
              {t(undoing ? `merge.undoMeans.${asked}` : `merge.means.${asked}`, { kept: merge.keptName, merged: merge.mergedName })}
            </p>
          }
          names={['reason']}
          initial={{}}
          fields={asked === 'undo' && <ReasonField />}
          send={({ reason }, key) => act(merge, asked, reason?.normalize('NFC').trim(), key)}
          onDone={(next) => {
            changed(queries, next)
            setAsked(undefined)
          }}
          onClose={() => {
            setAsked(undefined)
            void refetch()
          }}
        />
      )}
    </div>
  )
}

function Step({ title, by, at, why }: { title: string; by?: string; at?: string; why?: string }) {
  if (!by || !at) return null
  return (
    <>
      <dt>{title}</dt>
      <dd>
        {by}, <InstantText at={at} />
        {why && <div>{why}</div>}
      </dd>
    </>
  )
}

/** Whoever approves sees both records as they stand now. */
function Waiting({ merge }: { merge: Merge }) {
  const { t } = useTranslation()
  const { identityOf, idNumberOf, dropped } = merge
  const choices = { identityOf, idNumberOf, dropped }
  const { data, error, isError, refetch } = useQuery(comparisonQuery(merge.keptId, merge.mergedId, choices))
  // That this very merge waits is no news here.
  const findings = data?.findings.filter(({ code }) => code !== 'merge-pending')
  return (
    <section className="card card-body merge" data-testid="comparison">
      <h2>{t('merge.compared')}</h2>
      {isError && <ProblemAlert error={error} title={t('merge.failed')} onRetry={() => void refetch()} />}
      {data && findings && (
        <>
          <p className="second">
            {t('merge.identityOf')}: {t(`merge.sides.${identityOf}`).toLocaleLowerCase()}
          </p>
          <Obstacles findings={findings} />
          <Halves comparison={data} choices={choices} />
        </>
      )}
    </section>
  )
}
