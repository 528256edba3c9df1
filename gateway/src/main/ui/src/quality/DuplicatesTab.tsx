import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SuspectPair, SuspectPerson } from '../api/types'
import { useTo } from '../app/asOf'
import { DayText, PartialText } from '../app/DateText'
import { useMe } from '../app/me'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { duplicatesQuery } from './queries'

/** Two dossiers side by side that may be of one person. */
export function DuplicatesTab() {
  const { t } = useTranslation()
  const to = useTo()
  const { can } = useMe()
  const list = useInfiniteQuery(duplicatesQuery)
  const late = useDelayed(list.isPending)
  const pairs = list.data?.pages.flatMap(({ items }) => items)
  return (
    <section className="card" data-testid="duplicates">
      <div className="card-head">
        <h2>{t('quality.duplicates')}</h2>
        <span className="second">{t('quality.pairHint')}</span>
      </div>
      {list.isError && <ProblemAlert error={list.error} title={t('quality.failed')} onRetry={() => void list.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {pairs?.length === 0 && <p className="empty">{t('quality.noneDuplicates')}</p>}
      {!!pairs?.length && (
        <Table<SuspectPair>
          size="small"
          className="suspects"
          rowKey={({ first, second }) => `${first.id} ${second.id}`}
          pagination={false}
          dataSource={pairs}
          scroll={{ x: 860 }}
          columns={[
            {
              key: 'grounds',
              title: t('quality.reason'),
              width: 250,
              render: (_, { grounds }) => grounds.map((ground) => <Tag key={ground} color="warning">{t(`quality.grounds.${ground}`)}</Tag>),
            },
            { key: 'first', title: t('quality.oneDossier'), render: (_, { first, second }) => <Suspect person={first} other={second} /> },
            { key: 'second', title: t('quality.otherDossier'), render: (_, { first, second }) => <Suspect person={second} other={first} /> },
            ...(can('merge.read')
              ? [
                  {
                    key: 'compare',
                    title: t('merge.compare'),
                    width: 130,
                    render: (_: unknown, { first, second }: SuspectPair) => (
                      <Link
                        to={to(`/quality/merges/new/${first.id}/${second.id}`)}
                        aria-label={t('merge.compareOf', { name: first.fullName })}
                        data-testid="compare"
                      >
                        {t('merge.compare')}
                      </Link>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {list.hasNextPage && (
        <div className="card-body">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** One of the two; what differs from the other stands out. */
function Suspect({ person, other }: { person: SuspectPerson; other: SuspectPerson }) {
  const { t } = useTranslation()
  const to = useTo()
  return (
    <>
      <Link to={to(`/people/${person.id}`)}>
        <PersonName name={person.fullName} />
      </Link>
      <dl className="facts">
        <dt>{t('person.birth')}</dt>
        <dd className={person.birth === other.birth ? '' : 'suspect-differs'}>
          <PartialText date={person.birth} />
        </dd>
        <dt>{t('person.sex')}</dt>
        <dd className={person.sex === other.sex ? '' : 'suspect-differs'}>{t(`sex.${person.sex}`)}</dd>
        <dt>{t('quality.fileNumber')}</dt>
        <dd>{person.fileNumber ?? '—'}</dd>
        <dt>{t('quality.posts')}</dt>
        <dd>
          {person.posts.length === 0 && '—'}
          {person.posts.map(({ title, unitId, unitName, validFrom }) => (
            <div key={`${unitId} ${title}`}>
              {title}, {unitName} <span className="third">{t('period.from')} <DayText day={validFrom} /></span>
            </div>
          ))}
        </dd>
      </dl>
    </>
  )
}
