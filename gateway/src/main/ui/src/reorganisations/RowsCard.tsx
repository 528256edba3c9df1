import { PlusOutlined } from '@ant-design/icons'
import { Table, type TableProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { ChangeButton } from '../app/ChangeButton'
import { formatNumber } from '../i18n'

interface RowsCardProps<R extends object> {
  title: string
  rows: readonly R[]
  rowKey: (row: R) => string
  columns: NonNullable<TableProps<R>['columns']>
  /** What stands there while there are none. */
  none: string
  testId: string
  add: string
  /** Opens a row, or a new one; nothing may be changed where it is left out. */
  onOpen?: (row: R | undefined) => void
  nameOf: (row: R) => string
}

const MOST_SHOWN = 50

/** One list of a draft with the way to add to it and to change each row. */
export function RowsCard<R extends object>({ title, rows, rowKey, columns, none, testId, add, onOpen, nameOf }: RowsCardProps<R>) {
  const { t } = useTranslation()
  return (
    <section className="card" data-testid={testId}>
      <div className="card-head">
        <h2>
          {title}
          <span className="second">{formatNumber(rows.length)}</span>
        </h2>
        {onOpen && (
          <ChangeButton size="small" icon={<PlusOutlined />} data-testid={`add-${testId}`} onClick={() => onOpen(undefined)}>
            {add}
          </ChangeButton>
        )}
      </div>
      {rows.length === 0 ? (
        <p className="empty">{none}</p>
      ) : (
        <Table<R>
          size="small"
          rowKey={rowKey}
          pagination={rows.length > MOST_SHOWN ? { pageSize: MOST_SHOWN, showSizeChanger: false, size: 'small' } : false}
          dataSource={[...rows]}
          columns={[
            ...columns,
            ...(onOpen
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('action.column')}</span>,
                    width: 100,
                    render: (_: unknown, row: R) => (
                      <ChangeButton type="link" size="small" aria-label={t('posts.correctThis', { title: nameOf(row) })} data-testid="edit-row" onClick={() => onOpen(row)}>
                        {t('posts.correct')}
                      </ChangeButton>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </section>
  )
}
