import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { ReorganisationLine } from '../api/types'
import { useGo, useTo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { DayText, InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { DraftDrawer } from './DraftDrawer'
import { reorganisationsQuery } from './queries'
import './reorganisations.css'
import { ReorganisationTag } from './StateTag'

/** Reorganisations within the reader's reach, newest first. */
export function ReorganisationsPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const to = useTo()
  const go = useGo()
  const reorganisations = useInfiniteQuery(reorganisationsQuery)
  const [drafting, setDrafting] = useState(false)
  const late = useDelayed(reorganisations.isPending)
  usePageTitle(t('reorganisation.title'))

  if (me && !can('reorganisation.read')) return <NoRights />
  const rows = reorganisations.data?.pages.flatMap(({ items }) => items)
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('reorganisation.title')}</h1>
        {can('reorganisation.write') && (
          <ChangeButton type="primary" icon={<PlusOutlined />} data-testid="draft-reorganisation" onClick={() => setDrafting(true)}>
            {t('reorganisation.draft')}
          </ChangeButton>
        )}
      </div>
      {reorganisations.isError && (
        <ProblemAlert error={reorganisations.error} title={t('reorganisation.failed')} onRetry={() => void reorganisations.refetch()} />
      )}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {rows && (
        <section className="card">
          {rows.length === 0 ? (
            <p className="empty">{t('reorganisation.none')}</p>
          ) : (
            <Table<ReorganisationLine>
              size="small"
              rowKey="id"
              pagination={false}
              dataSource={rows}
              data-testid="reorganisations"
              columns={[
                {
                  key: 'name',
                  title: t('reorganisation.fields.name'),
                  render: (_, { id, name }) => <Link to={to(`/reorganisations/${id}`)}>{name}</Link>,
                },
                { key: 'instrument', title: t('reorganisation.fields.instrument'), dataIndex: 'instrument' },
                { key: 'day', title: t('reorganisation.fields.effectiveOn'), width: 140, render: (_, { effectiveOn }) => <DayText day={effectiveOn} /> },
                { key: 'state', title: t('decision.state'), width: 160, render: (_, { state }) => <ReorganisationTag state={state} /> },
                {
                  key: 'by',
                  title: t('decision.by'),
                  width: 220,
                  render: (_, { by, since }) => (
                    <>
                      {by}
                      <div className="third">
                        <InstantText at={since} />
                      </div>
                    </>
                  ),
                },
              ]}
            />
          )}
          {reorganisations.hasNextPage && (
            <div className="card-body">
              <Button loading={reorganisations.isFetchingNextPage} onClick={() => void reorganisations.fetchNextPage()}>
                {t('work.more')}
              </Button>
            </div>
          )}
        </section>
      )}
      {drafting && <DraftDrawer onDone={(id) => go(`/reorganisations/${id}`)} onClose={() => setDrafting(false)} />}
    </div>
  )
}
