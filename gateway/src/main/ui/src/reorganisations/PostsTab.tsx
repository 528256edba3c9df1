import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Switch, Table } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import type { Reorganisation, ReorganisationPost } from '../api/types'
import { useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { PlaceDrawer } from './PlaceDrawer'
import type { Names } from './places'
import { postsQuery } from './queries'
import { SeatName } from './SeatName'
import { useNames } from './useNames'

/** Everybody who holds a post in a unit that ends, and where each goes on. */
export function PostsTab({ reorganisation }: { reorganisation: Reorganisation }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  const names = useNames(reorganisation)
  const [params, setParams] = useSearchParams()
  const unplaced = params.get('unplaced') === '1'
  const posts = useInfiniteQuery(postsQuery(reorganisation.line.id, unplaced))
  const [placing, setPlacing] = useState<ReorganisationPost>()
  const label = useId()
  const late = useDelayed(posts.isPending)
  const rows = posts.data?.pages.flatMap(({ items }) => items)
  const editable = reorganisation.line.state === 'DRAFT' && can('reorganisation.write')
  const show = (only: boolean) =>
    setParams((current) => {
      if (only) current.set('unplaced', '1')
      else current.delete('unplaced')
      return current
    })
  return (
    <section className="card" data-testid="reorganisation-posts">
      <div className="card-head">
        <h2>{t('reorganisation.posts')}</h2>
        <span className="plan-switch">
          <span id={label} className="plan-only">{t('reorganisation.unplacedOnly')}</span>
          <Switch size="small" checked={unplaced} aria-labelledby={label} data-testid="unplaced-only" onChange={show} />
        </span>
      </div>
      {posts.isError && <ProblemAlert error={posts.error} title={t('reorganisation.postsFailed')} onRetry={() => void posts.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {rows?.length === 0 && (
        <p className="empty">
          {t(unplaced ? 'reorganisation.noneUnplaced' : 'reorganisation.nonePosts')}
          {unplaced && (
            <Button size="small" onClick={() => show(false)}>
              {t('reorganisation.showAllPosts')}
            </Button>
          )}
        </p>
      )}
      {!!rows?.length && (
        <Table<ReorganisationPost>
          size="small"
          rowKey="assignmentId"
          pagination={false}
          dataSource={rows}
          columns={[
            {
              key: 'person',
              title: t('person.fullName'),
              width: '20%',
              render: (_, { personId, personName }) => (
                <Link to={to(`/people/${personId}`)}>
                  <PersonName name={personName} />
                </Link>
              ),
            },
            {
              key: 'post',
              title: t('post.title'),
              width: '26%',
              render: (_, { title, unitName, acting, concurrent }) => (
                <>
                  {title}
                  <div className="third">{[unitName, acting && t('seat.acting'), concurrent && t('post.concurrent')].filter(Boolean).join(', ')}</div>
                </>
              ),
            },
            { key: 'term', title: t('reorganisation.termEnds'), width: 150, render: (_, { termEnds }) => (termEnds ? <DayText day={termEnds} /> : '–') },
            { key: 'placement', title: t('reorganisation.placement'), render: (_, post) => <PlacementText post={post} reorganisation={reorganisation} names={names} /> },
            ...(editable
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('action.column')}</span>,
                    width: 110,
                    render: (_: unknown, post: ReorganisationPost) => (
                      <ChangeButton
                        size="small"
                        aria-label={t('reorganisation.placeThis', { name: post.personName, title: post.title })}
                        data-testid="place-post"
                        onClick={() => setPlacing(post)}
                      >
                        {t('reorganisation.place')}
                      </ChangeButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {posts.hasNextPage && (
        <div className="card-body">
          <Button loading={posts.isFetchingNextPage} onClick={() => void posts.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
      {placing && <PlaceDrawer key={placing.assignmentId} reorganisation={reorganisation} post={placing} onClose={() => setPlacing(undefined)} />}
    </section>
  )
}

function PlacementText({ post: { placement }, reorganisation, names }: { post: ReorganisationPost; reorganisation: Reorganisation; names: Names }) {
  const { t } = useTranslation()
  if (!placement) return <span className="plan-unplaced">{t('reorganisation.unplaced')}</span>
  const more = [placement.concurrent && t('post.concurrent'), placement.termMonths && t('reorganisation.newTerm', { count: placement.termMonths })].filter(Boolean)
  return (
    <>
      {placement.into === 'NONE' && t('reorganisation.intoWhat.NONE')}
      {placement.into === 'SEAT' && <SeatName seatId={placement.seatId} reorganisation={reorganisation} names={names} />}
      {placement.into === 'UNIT' && [placement.title, names.unit(placement.unitId ?? '')].filter(Boolean).join(', ')}
      {more.length > 0 && <div className="third">{more.join(', ')}</div>}
    </>
  )
}
