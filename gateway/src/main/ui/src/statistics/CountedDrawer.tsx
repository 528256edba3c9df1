import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer, Skeleton, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CountedPerson, Statistics, StatisticsLine } from '../api/types'
import { useTo } from '../app/asOf'
import { PartialText } from '../app/DateText'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { currentLanguage, formatNumber } from '../i18n'
import { countedQuery, type Asked } from './queries'
import { columnName, type Column } from './table'

interface CountedDrawerProps {
  asked: Asked
  table: Statistics
  /** The number that is open; none while it is closed. */
  line: StatisticsLine | undefined
  column: Column | undefined
  onClose: () => void
  onClosed: () => void
}

/** Exactly the people behind one number. */
export function CountedDrawer({ asked, table, line, column, onClose, onClosed }: CountedDrawerProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  return (
    <Drawer
      open={!!line && !!column}
      size={640}
      title={line && column ? t('statistics.opened', { line: line.name[language], column: columnName(table, column.code, language) }) : t('statistics.title')}
      closable={{ 'aria-label': t('statistics.close') }}
      onClose={onClose}
      afterOpenChange={(open) => !open && onClosed()}
      styles={{ body: { padding: 0 } }}
      data-testid="statistics-drawer"
    >
      {line && column && <Counted asked={asked} row={line.code} column={column.code} />}
    </Drawer>
  )
}

function Counted({ asked: { compareTo: _, ...asked }, row, column }: { asked: Asked; row: string; column: string }) {
  const { t } = useTranslation()
  const to = useTo()
  const { data, error, isError, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(
    countedQuery({ ...asked, row, column }),
  )
  const late = useDelayed(isPending)
  const people = data?.pages.flatMap(({ items }) => items)

  if (isError) return <ProblemAlert error={error} title={t('statistics.rowsFailed')} onRetry={() => void refetch()} />
  if (!people) return late ? <Skeleton className="card-body" active paragraph={{ rows: 8 }} /> : null
  return (
    <>
      <Table<CountedPerson>
        size="small"
        pagination={false}
        rowKey="id"
        dataSource={people}
        data-testid="statistics-rows"
        columns={[
          {
            key: 'name',
            title: t('person.fullName'),
            width: 200,
            render: (_, { id, fullName }) => (
              <Link to={to(`/people/${id}`)}>
                <PersonName name={fullName} />
              </Link>
            ),
          },
          { key: 'birth', title: t('person.birth'), width: 116, render: (_, { birth }) => <PartialText date={birth} /> },
          { key: 'sex', title: t('person.sex'), width: 76, render: (_, { sex }) => t(`sex.${sex}`) },
          {
            key: 'posts',
            title: t('post.title'),
            render: (_, { posts }) => posts.map(({ title, unitId, unitName }, index) => <div key={index + unitId}>{`${title}, ${unitName}`}</div>),
          },
        ]}
      />
      <footer className="counted-foot">
        <span className="second" aria-live="polite">
          {t('statistics.shown', { count: people.length, total: formatNumber(people.length) })}
        </span>
        {hasNextPage && (
          <Button loading={isFetchingNextPage} data-testid="statistics-more" onClick={() => void fetchNextPage()}>
            {t('statistics.more')}
          </Button>
        )}
      </footer>
    </>
  )
}
