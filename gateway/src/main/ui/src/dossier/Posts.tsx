import { PlusOutlined } from '@ant-design/icons'
import { Table, Tag, type TableColumnsType, type TableColumnType } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TREES, type Assignment, type Tree } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { holdsOn } from '../app/dates'
import { DayText, LastDay } from '../app/DateText'
import type { Change } from './ChangeDrawer'
import { Lane } from './Lane'

interface PostsProps {
  assignments: readonly Assignment[]
  /** Absent for those who may not change. */
  onChange: ((change: Change) => void) | undefined
}

type Row = Assignment | { id: Tree; lane: Tree }

const isLane = (row: Row): row is { id: Tree; lane: Tree } => 'lane' in row

/** Every post, lane by lane, the newest first in each. */
export function Posts({ assignments, onChange }: PostsProps) {
  const { t } = useTranslation()
  const { day } = useAsOf()
  const columns = usePostColumns(onChange)
  const rows = TREES.flatMap((lane): Row[] => {
    const posts = assignments.filter((post) => post.tree === lane)
    return posts.length ? [{ id: lane, lane }, ...posts.toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))] : []
  })

  return (
    <section className="card">
      <div className="card-head">
        <h2>{t('posts.title')}</h2>
        {onChange && (
          <ChangeButton icon={<PlusOutlined />} onClick={() => onChange({ kind: 'add' })} data-testid="add-post">
            {t('posts.add')}
          </ChangeButton>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="empty">{t('posts.none')}</p>
      ) : (
        <Table<Row>
          size="small"
          className={onChange ? 'rows-36 with-acts' : 'rows-36'}
          rowKey="id"
          dataSource={rows}
          pagination={false}
          onRow={(row) => (isLane(row) ? {} : { 'data-testid': `post-row-${row.id}` }) as object}
          rowClassName={(row) => (isLane(row) ? 'lane-row' : holdsOn(row, day) ? '' : 'not-now')}
          columns={columns}
        />
      )}
    </section>
  )
}

function usePostColumns(onChange: PostsProps['onChange']): TableColumnsType<Row> {
  const { t } = useTranslation()
  const count = onChange ? 6 : 5
  const column = (key: string, title: ReactNode, render: (post: Assignment) => ReactNode, more: TableColumnType<Row> = {}) => ({
    key,
    title,
    ...more,
    onCell: (row: Row) => ({ colSpan: isLane(row) ? 0 : 1 }),
    render: (_: unknown, row: Row) => (isLane(row) ? null : render(row)),
  })
  return [
    {
      key: 'title',
      title: t('post.title'),
      onCell: (row) => ({ colSpan: isLane(row) ? count : 1 }),
      render: (_, row) =>
        isLane(row) ? (
          <Lane tree={row.lane} />
        ) : (
          <span className="one-line">
            {row.title}
            {row.concurrent && <Tag className="after">{t('post.concurrent')}</Tag>}
          </span>
        ),
    },
    column('unit', t('post.unit'), (post) => post.unitName),
    column('scope', t('post.scope'), (post) => t(`scopeShort.${post.managementScope}`), { width: 160 }),
    column('from', t('posts.from'), (post) => <DayText day={post.validFrom} />, { width: 96 }),
    column('to', t('posts.to'), (post) => <LastDay validTo={post.validTo} open={t('period.now')} />, { width: 96 }),
    ...(onChange
      ? [
          column('acts', <span className="sr-only">{t('posts.acts')}</span>, (post) => <Acts post={post} onChange={onChange} />, {
            className: 'acts',
            width: 122,
          }),
        ]
      : []),
  ]
}

function Acts({ post, onChange }: { post: Assignment; onChange: (change: Change) => void }) {
  const { t } = useTranslation()
  return (
    <>
      <ChangeButton
        type="link"
        size="small"
        data-testid="correct-post"
        aria-label={t('posts.correctThis', { title: post.title })}
        onClick={() => onChange({ kind: 'correct', assignment: post })}
      >
        {t('posts.correct')}
      </ChangeButton>
      <ChangeButton
        type="link"
        size="small"
        danger
        data-testid="void-post"
        aria-label={t('posts.voidThis', { title: post.title })}
        onClick={() => onChange({ kind: 'void', assignment: post })}
      >
        {t('posts.void')}
      </ChangeButton>
    </>
  )
}
