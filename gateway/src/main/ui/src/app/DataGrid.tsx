import { Skeleton, Table, type TableColumnsType } from 'antd'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useDelayed } from './useDelayed'

export interface Grid<T> {
  label: string
  rows: readonly T[] | undefined
  columns: TableColumnsType<T>
  rowHeight: '36' | '44'
  /** The row that the card shows. */
  chosen: string | undefined
  onChoose: (id: string) => void
  onOpen: (id: string) => void
  /** Ticks a row, or takes the tick away. */
  onPick?: (id: string) => void
  /** Old rows stay while new ones are on their way. */
  refreshing: boolean
  empty: ReactNode
  foot: ReactNode
  testId: string
  rowTestId: (id: string) => string
}

const SKELETON_ROWS = 12

/**
 * One page of rows. It is a single table with a head that sticks, so that a screen reader reads the head with each cell.
 * Up and down move the choice, Enter opens, Space ticks; only the chosen row is a stop of the Tab key.
 */
export function DataGrid<T extends { id: string }>(grid: Grid<T>) {
  const body = useRef<HTMLDivElement>(null)
  const late = useDelayed(!grid.rows)
  const rows = grid.rows ?? []

  // A new page starts at its top.
  const first = rows[0]?.id
  useEffect(() => {
    body.current?.scrollTo({ top: 0 })
  }, [first])

  const move = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.target !== event.currentTarget) return
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -index, End: rows.length - 1 - index }[event.key]
    if (event.key === 'Enter') grid.onOpen(rows[index]!.id)
    else if (event.key === ' ' && grid.onPick) grid.onPick(rows[index]!.id)
    else if (step !== undefined) {
      const next = rows[Math.min(Math.max(index + step, 0), rows.length - 1)]
      if (next) {
        grid.onChoose(next.id)
        body.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(next.id)}"]`)?.focus()
      }
    } else return
    event.preventDefault()
  }

  return (
    <section className="card grid" aria-label={grid.label} data-testid={grid.testId} aria-busy={!grid.rows || grid.refreshing}>
      {grid.refreshing && <div className="refreshing" />}
      <div className="grid-body" ref={body} tabIndex={rows.length ? -1 : 0}>
        {grid.rows ? (
          rows.length > 0 ? (
            <Table<T>
              size={grid.rowHeight === '36' ? 'small' : 'medium'}
              className={`rows-${grid.rowHeight}`}
              rowKey="id"
              columns={grid.columns}
              dataSource={rows}
              pagination={false}
              rowClassName={(row) => (row.id === grid.chosen ? 'chosen' : '')}
              onRow={(row, index) => ({
                'data-testid': grid.rowTestId(row.id),
                'aria-current': row.id === grid.chosen || undefined,
                tabIndex: row.id === (grid.chosen ?? first) ? 0 : -1,
                onClick: () => grid.onChoose(row.id),
                onDoubleClick: () => grid.onOpen(row.id),
                onKeyDown: (event: KeyboardEvent<HTMLElement>) => move(event, index ?? 0),
              })}
            />
          ) : (
            <div className="empty">{grid.empty}</div>
          )
        ) : (
          late && <Waiting />
        )}
      </div>
      {grid.foot && <footer>{grid.foot}</footer>}
    </section>
  )
}

function Waiting() {
  return (
    <div className="waiting">
      {Array.from({ length: SKELETON_ROWS }, (_, index) => (
        <Skeleton key={index} active title={false} paragraph={{ rows: 1, width: `${92 - ((index * 7) % 30)}%` }} />
      ))}
    </div>
  )
}
