import {
  CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, HourglassOutlined, LockOutlined, PauseCircleFilled,
} from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, PostLine } from '../api/types'
import { useAsOf } from '../app/asOf'
import { holdsOn } from '../app/dates'
import { DayText, InstantText } from '../app/DateText'
import type { Service, Source } from './useSource'

interface SourcesProps {
  /** Absent while personnel-service has not answered or is away. */
  person: Person | undefined
  personnelPaused: boolean
  readAt: number
  sources: Record<Service, Source>
}

/** What each service holds of this person, put together here: when one is away the others still stand. */
export function Sources({ person, personnelPaused, readAt, sources }: SourcesProps) {
  const { t } = useTranslation()
  const { day, asOf } = useAsOf()
  return (
    <section className="card sources">
      <h2>{t('sources.title')}</h2>
      {personnelPaused ? (
        <Paused service="personnel" since={person && readAt} />
      ) : (
        <Panel service="personnel" mark={<CheckCircleOutlined />} tone={person ? 'good' : 'waiting'}>
          {person ? (
            <>
              <p>{t('sources.revision', { revision: person.revision })}</p>
              <p className="third">
                {t('sources.readAt')} <InstantText at={readAt} />
              </p>
              <Posts posts={person.assignments.filter((post) => holdsOn(post, day))} />
            </>
          ) : (
            <p className="third">{t('sources.loading')}</p>
          )}
        </Panel>
      )}
      <SourcePanel service="training" source={sources.training} revision={person?.revision} />
      <SourcePanel service="planning" source={sources.planning} revision={person?.revision} />
      {asOf && <p className="note">{t('sources.todayOnly')}</p>}
    </section>
  )
}

function SourcePanel({ service, source, revision }: { service: Service; source: Source; revision: number | undefined }) {
  const { t } = useTranslation()
  switch (source.state) {
    case 'loading':
      return <Panel service={service} mark={<HourglassOutlined />} tone="waiting"><p className="third">{t('sources.loading')}</p></Panel>
    case 'forbidden':
      return <Panel service={service} mark={<LockOutlined />} tone="waiting"><p>{t('sources.forbidden')}</p></Panel>
    case 'missing':
      return <Panel service={service} mark={<HourglassOutlined />} tone="waiting"><p>{t('sources.missing')}</p></Panel>
    case 'failed':
      return (
        <Panel service={service} mark={<CloseCircleOutlined />} tone="bad">
          <p>{t('sources.failed')}</p>
          <Button type="link" onClick={source.retry}>{t('action.retry')}</Button>
        </Panel>
      )
    case 'paused':
      return (
        <Paused service={service} since={source.copy?.appliedAt}>
          {source.panel && <Posts posts={source.panel.posts} />}
        </Paused>
      )
    default: {
      const behind = source.state === 'behind'
      const { copy } = source
      return (
        <Panel service={service} mark={behind ? <ClockCircleOutlined /> : <CheckCircleOutlined />} tone={behind ? 'stale' : revision === undefined ? 'waiting' : 'good'}>
          <p>
            {revision === undefined
              ? t('sources.copyOnly', { copy: copy.revision })
              : t(behind ? 'sources.behind' : 'sources.matches', { copy: copy.revision, record: revision })}
          </p>
          <p className="third">
            {t('sources.asOf')} <InstantText at={copy.appliedAt} />
          </p>
          <Posts posts={source.panel.posts} />
        </Panel>
      )
    }
  }
}

function Paused({ service, since, children }: { service: Service | 'personnel'; since?: string | number; children?: ReactNode }) {
  const { t } = useTranslation()
  return (
    <Panel service={service} mark={<PauseCircleFilled />} tone="paused" title={t('sources.paused', { service: t(`service.${service}`) })}>
      <p>
        {since ? (
          <>
            {t('sources.asOf')} <InstantText at={since} />
          </>
        ) : (
          t('sources.pausedUnknown')
        )}
      </p>
      {children}
    </Panel>
  )
}

function Panel({ service, mark, tone, title, children }: {
  service: Service | 'personnel'
  mark: ReactNode
  tone: 'good' | 'stale' | 'paused' | 'bad' | 'waiting'
  title?: string
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <div className={`panel ${tone}`} data-testid={`panel-${service}`} data-state={tone} aria-live="polite">
      <span className="panel-mark" aria-hidden>
        {mark}
      </span>
      <div>
        <h3>{title ?? t(`service.${service}`)}</h3>
        {children}
      </div>
    </div>
  )
}

function Posts({ posts }: { posts: readonly PostLine[] }) {
  const { t } = useTranslation()
  if (posts.length === 0) return <p>{t('sources.noPosts')}</p>
  return (
    <ul>
      {posts.map((post, index) => (
        <li key={index}>
          {post.title}, {post.unitName}
          <span className="third">
            {' '}
            {t('period.from')} <DayText day={post.validFrom} />
          </span>
        </li>
      ))}
    </ul>
  )
}
