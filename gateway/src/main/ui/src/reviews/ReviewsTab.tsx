import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useGo, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText } from '../app/DateText'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { OpenDrawer } from './OpenDrawer'
import { reviewsQuery } from './queries'
import { ReviewTag } from './Tags'
import type { ReviewLine } from './types'

/** Rounds of review of which something lies in the reader's scope, the newest first. */
export function ReviewsTab() {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  const go = useGo()
  const list = useInfiniteQuery(reviewsQuery)
  const late = useDelayed(list.isPending)
  const [opening, setOpening] = useState(false)
  const rows = list.data?.pages.flatMap(({ items }) => items)
  return (
    <section className="card" data-testid="reviews">
      <div className="card-head">
        <h2>{t('review.list')}</h2>
        {can('review.write') && (
          <ChangeButton type="primary" icon={<PlusOutlined />} data-testid="open-review" onClick={() => setOpening(true)}>
            {t('review.open')}
          </ChangeButton>
        )}
      </div>
      {list.isError && <ProblemAlert error={list.error} title={t('review.failed')} onRetry={() => void list.refetch()} />}
      {late && <div className="card-body"><Skeleton active paragraph={{ rows: 4 }} /></div>}
      {rows?.length === 0 && <p className="empty">{t('review.none')}</p>}
      {!!rows?.length && (
        <Table<ReviewLine>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          scroll={{ x: 860 }}
          columns={[
            { key: 'name', title: t('review.name'), render: (_, { id, name }) => <Link to={to(`/quality/reviews/${id}`)}>{name}</Link> },
            { key: 'unit', title: t('review.unit'), dataIndex: 'unitName' },
            { key: 'first', title: t('review.firstDay'), width: 120, render: (_, { firstDay }) => <DayText day={firstDay} /> },
            { key: 'deadline', title: t('review.deadline'), width: 120, render: (_, { deadline }) => <DayText day={deadline} /> },
            { key: 'state', title: t('review.state'), width: 150, render: (_, { state }) => <ReviewTag state={state} /> },
            { key: 'by', title: t('review.openedBy'), width: 200, dataIndex: 'openedBy' },
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
      {opening && <OpenDrawer onDone={(id) => go(`/quality/reviews/${id}`)} onClose={() => setOpening(false)} />}
    </section>
  )
}
