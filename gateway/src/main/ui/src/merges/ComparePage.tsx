import { useQuery, useQueryClient } from '@tanstack/react-query'
import { SwapOutlined } from '@ant-design/icons'
import { Breadcrumb, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Merge } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { NoPage, NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ReasonField } from '../people/fields'
import { Halves } from './Halves'
import './merges.css'
import { Obstacles } from './Obstacles'
import { changed, type Choices, comparisonQuery, prepareMerge } from './queries'

const NOTHING: Choices = { identityOf: 'KEPT', idNumberOf: 'KEPT', dropped: [] }

/** Two records side by side: which stays, and what of contradicting facts is true. Somebody else approves what is prepared here. */
export function ComparePage() {
  const { t } = useTranslation()
  const { keptId = '', mergedId = '' } = useParams()
  return <Compare key={`${keptId} ${mergedId}`} keptId={keptId} mergedId={mergedId} title={t('merge.compare')} />
}

function Compare({ keptId, mergedId, title }: { keptId: string; mergedId: string; title: string }) {
  const { t } = useTranslation()
  const to = useTo()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { me, can } = useMe()
  const [choices, setChoices] = useState(NOTHING)
  const [asking, setAsking] = useState(false)
  const { data, error, isError, isPending, refetch } = useQuery(comparisonQuery(keptId, mergedId, choices))
  const late = useDelayed(isPending)
  usePageTitle(title)

  if (me && !can('merge.read')) return <NoRights />
  if (hasStatus(error, 404) || hasStatus(error, 400)) return <NoPage />
  const blocked = data?.findings.some(({ blocks }) => blocks)
  return (
    <div className="page">
      <Breadcrumb items={[{ title: <Link to={to('/quality', { tab: 'duplicates' })}>{t('quality.duplicates')}</Link> }, { title }]} />
      <div className="page-head">
        <h1>{title}</h1>
        <Button icon={<SwapOutlined />} data-testid="swap" onClick={() => void navigate(to(`/quality/merges/new/${mergedId}/${keptId}`))}>
          {t('merge.swap')}
        </Button>
        {can('merge.write') && (
          <ChangeButton type="primary" disabled={!data || blocked} data-testid="prepare-merge" onClick={() => setAsking(true)}>
            {t('merge.prepare')}
          </ChangeButton>
        )}
      </div>
      {isError && <ProblemAlert error={error} title={t('merge.failed')} onRetry={() => void refetch()} />}
      {late && <div className="card card-body"><Skeleton active /></div>}
      {data && (
        <section className="card card-body merge" data-testid="comparison">
          <p className="second">{t('merge.hint')}</p>
          <Obstacles findings={data.findings} />
          <Halves comparison={data} choices={choices} onChoose={setChoices} />
        </section>
      )}
      {asking && data && (
        <AskDrawer<{ reason: string }, Merge>
          title={t('merge.prepare')}
          confirmTestId="confirm-merge"
          about={
            <>
              <p>{t('merge.means.prepare', { kept: data.kept.fullName, merged: data.merged.fullName })}</p>
              <Obstacles findings={data.findings} />
            </>
          }
          names={['reason']}
          initial={{}}
          fields={<ReasonField />}
          send={({ reason }, key) => prepareMerge({ keptId, mergedId, ...choices, reason: reason.normalize('NFC').trim() }, key)}
          onDone={(merge) => {
            changed(queries, merge)
            void navigate(to(`/quality/merges/${merge.id}`))
          }}
          onClose={() => {
            setAsking(false)
            void refetch()
          }}
        />
      )}
    </div>
  )
}
