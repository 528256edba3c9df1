import { CheckOutlined, HistoryOutlined, StopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Table, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Assignment, Identity } from '../api/types'
import { InstantText, PartialText, Period } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { historyQuery } from '../people/queries'
import { Lane } from './Lane'
import { versions, type Version } from './versions'

/** Every version of every fact that was ever believed, with when it was believed and why that changed. */
export function HistoryTab({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { data, error, isError, isPending, refetch } = useQuery(historyQuery(personId))
  const late = useDelayed(isPending)

  if (isError) return <div className="history"><ProblemAlert error={error} title={t('history.failed')} onRetry={() => void refetch()} /></div>
  if (!data) return <div className="history">{late && <div className="card card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}</div>

  const { fileNumbers, identity, posts } = versions(data)
  return (
    <div className="history" data-testid="history">
      <Facts title={t('history.identity')} rows={identity} what={(fact) => <IdentityText identity={fact} />} />
      {fileNumbers.length > 0 && <Facts title={t('person.fileNumber')} rows={fileNumbers} what={({ fileNumber }) => fileNumber} />}
      {posts.map((post) => (
        <Facts
          key={post.id}
          title={
            <>
              <Lane tree={post.rows[0]!.fact.tree} /> {post.rows[0]!.fact.title}
            </>
          }
          rows={post.rows}
          what={(fact) => <PostText post={fact} />}
          when={(fact) => <Period {...fact} />}
        />
      ))}
    </div>
  )
}

interface FactsProps<T> {
  title: React.ReactNode
  rows: Version<T>[]
  what: (fact: T) => React.ReactNode
  when?: (fact: T) => React.ReactNode
}

function Facts<T extends { recordedFrom: string; recordedTo?: string; reason?: string; endedBecause?: string }>({ title, rows, what, when }: FactsProps<T>) {
  const { t } = useTranslation()
  return (
    <section className="card">
      <h2>{title}</h2>
      <Table<Version<T>>
        size="small"
        pagination={false}
        tableLayout="fixed"
        rowKey={({ fact }) => fact.recordedFrom}
        dataSource={rows}
        rowClassName={({ state }) => (state === 'stands' ? '' : 'superseded')}
        columns={[
          { key: 'state', title: t('history.state'), width: 150, render: (_, row) => <StateTag state={row.state} /> },
          { key: 'what', title: t('history.what'), render: (_, { fact }) => <span className="what">{what(fact)}</span> },
          ...(when ? [{ key: 'when', title: t('history.valid'), width: 230, render: (_: unknown, { fact }: Version<T>) => when(fact) }] : []),
          {
            key: 'recorded',
            title: t('history.recorded'),
            width: 200,
            render: (_, { fact }) => (
              <>
                <InstantText at={fact.recordedFrom} />
                {fact.recordedTo && (
                  <div>
                    {t('period.to')} <InstantText at={fact.recordedTo} />
                  </div>
                )}
              </>
            ),
          },
          {
            key: 'reason',
            title: t('form.reason'),
            width: '22%',
            // A fact that was replaced is explained by the one that replaced it; a voided one only by itself.
            render: (_, { fact, state }) => (
              <>
                {fact.reason ?? <span className="third">–</span>}
                {state === 'voided' && fact.endedBecause && (
                  <div>
                    {t('history.voided')}: {fact.endedBecause}
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

const MARKS = {
  stands: { color: 'success', icon: <CheckOutlined /> },
  superseded: { color: 'default', icon: <HistoryOutlined /> },
  voided: { color: 'error', icon: <StopOutlined /> },
} as const

function StateTag({ state }: { state: Version<unknown>['state'] }) {
  const { t } = useTranslation()
  return (
    <Tag variant="outlined" {...MARKS[state]}>
      {t(`history.${state}`)}
    </Tag>
  )
}

function IdentityText({ identity }: { identity: Identity }) {
  const { t } = useTranslation()
  return (
    <>
      {identity.fullName}, {t(`sex.${identity.sex}`).toLocaleLowerCase()}, {t('person.born').toLocaleLowerCase()}{' '}
      <PartialText date={identity.birth} />
    </>
  )
}

function PostText({ post }: { post: Assignment }) {
  const { t } = useTranslation()
  return (
    <>
      {post.title}, {post.unitName}
      {post.concurrent && ` (${t('post.concurrent').toLocaleLowerCase()})`}
      <div className="second">
        {t('post.scope')}: {t(`scopeShort.${post.managementScope}`)}
      </div>
    </>
  )
}
