import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useTo } from '../app/asOf'
import { DayText, InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { currentLanguage } from '../i18n'
import { Unconfirmed } from '../seats/OutcomeTag'
import { isVacant, merged, type Work } from './merged'
import { addressOf, dueOf } from './addresses'
import { subjectOf } from './subject'
import { NoticeSwitch } from './NoticeSwitch'
import { workQuery } from './queries'
import './work.css'

/** What waits for whoever is signed in, from every service that has work: one that is away is named, the others stand. */
export function WorkItemsPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const enabled = settled && (!me || can('work.read'))
  const personnel = useInfiniteQuery({ ...workQuery('personnel'), enabled })
  const training = useInfiniteQuery({ ...workQuery('training'), enabled })
  const planning = useInfiniteQuery({ ...workQuery('planning'), enabled })
  const services = [
    { service: 'personnel', query: personnel },
    { service: 'training', query: training },
    { service: 'planning', query: planning },
  ] as const
  const late = useDelayed(services.some(({ query }) => query.isLoading))
  usePageTitle(t('work.title'))

  if (!settled) return null
  if (me && !can('work.read')) return <NoRights />

  const work = merged(services.map(({ service, query }) => ({ service, items: query.data?.pages.flatMap(({ items }) => items) ?? [] })))
  const more = services.filter(({ query }) => query.hasNextPage)
  const answered = services.every(({ query }) => !query.isLoading)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('work.title')}</h1>
      </div>
      {services.map(
        ({ service, query }) =>
          query.isError && (
            <ProblemAlert
              key={service}
              error={query.error}
              title={t('work.failed', { service: t(`service.${service}`) })}
              onRetry={() => void query.refetch()}
            />
          ),
      )}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {answered && work.length === 0 && (
        <p className="card card-body" data-testid="work-none">
          {t(services.every(({ query }) => query.isSuccess) ? 'work.none' : 'work.noneKnown')}
        </p>
      )}
      {work.length > 0 && (
        <ul className="card work" aria-label={t('work.title')} data-testid="work">
          {work.map((item) => (
            <Line key={`${item.service}/${item.type}/${item.id}`} item={item} />
          ))}
        </ul>
      )}
      {more.length > 0 && (
        <div>
          <Button
            loading={more.some(({ query }) => query.isFetchingNextPage)}
            onClick={() => more.forEach(({ query }) => void query.fetchNextPage())}
            data-testid="work-more"
          >
            {t('work.more')}
          </Button>
        </div>
      )}
      {can('work.read') && <NoticeSwitch />}
    </div>
  )
}

function Line({ item }: { item: Work }) {
  const { t } = useTranslation()
  const to = useTo()
  const { legalDay } = useMe()
  const vacant = isVacant(item, legalDay)
  return (
    <li data-testid={`work-${item.id}`}>
      <div>
        <Link to={to(...addressOf(item))}>
          {vacant ? t('work.vacant') : t(`work.types.${item.type}`)}: {subjectOf(item, t)}
        </Link>
        {item.personName && (
          <div>
            <PersonName name={item.personName} />
          </div>
        )}
        {item.reason && <div className="second">{item.reason}</div>}
        {item.note && <div className="second">{item.note[currentLanguage()]}</div>}
      </div>
      <div className="third">
        {!vacant && dueOf(item) && (
          <b className="soon">
            {t('work.due')} <DayText day={dueOf(item)!} />
            {item.stage && ` (${t(`work.stages.${item.stage}`)})`}{' '}
          </b>
        )}
        {item.lastDay && (
          <>
            {t('work.lastDay')} <DayText day={item.lastDay} />{' '}
          </>
        )}
        {item.confidence && <Unconfirmed confidence={item.confidence} />}{' '}
        {item.by && `${t('work.by', { name: item.by })}, `}
        {!vacant && (
          <>
            {t('work.at')} <InstantText at={item.since} />
          </>
        )}
      </div>
    </li>
  )
}
