import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Merge } from '../api/types'
import { useTo } from '../app/asOf'
import { InstantText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { MergeTag } from './MergeTag'
import { mergesQuery } from './queries'

/** Merges in the reader's scope, the newest first. */
export function MergesTab() {
  const { t } = useTranslation()
  const to = useTo()
  const list = useInfiniteQuery(mergesQuery)
  const late = useDelayed(list.isPending)
  const merges = list.data?.pages.flatMap(({ items }) => items)
  return (
    <section className="card" data-testid="merges">
      <div className="card-head">
        <h2>{t('merge.list')}</h2>
      </div>
      {list.isError && <ProblemAlert error={list.error} title={t('merge.failed')} onRetry={() => void list.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {merges?.length === 0 && <p className="empty">{t('merge.none')}</p>}
      {!!merges?.length && (
        <Table<Merge>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={merges}
          scroll={{ x: 760 }}
          columns={[
            {
              key: 'kept',
              title: t('merge.sides.KEPT'),
              render: (_, { id, keptName }) => <Link to={to(`/quality/merges/${id}`)}>{keptName}</Link>,
            },
            { key: 'merged', title: t('merge.sides.MERGED'), dataIndex: 'mergedName' },
            { key: 'state', title: t('merge.state'), render: (_, { state }) => <MergeTag state={state} /> },
            {
              key: 'prepared',
              title: t('merge.steps.prepared'),
              render: (_, { preparedBy, preparedAt }) => (
                <>
                  {preparedBy} <span className="third"><InstantText at={preparedAt} /></span>
                </>
              ),
            },
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
