import { useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Statistics } from '../api/types'
import { currentLanguage, formatNumber } from '../i18n'
import { cellOf, columnsOf, moved, signed } from './table'

interface StatisticsGridProps {
  ref: Ref<HTMLDivElement>
  table: Statistics
  /** Line and column of the number that is open. */
  opened: readonly [string, string] | undefined
  onOpen: (line: string, column: string) => void
}

/**
 * One table with a head of two rows that sticks, so that a screen reader reads group and column with each number. Arrows
 * go from number to number; only one of them is a stop of the Tab key.
 */
export function StatisticsGrid({ ref, table, opened, onOpen }: StatisticsGridProps) {
  const { t } = useTranslation()
  const language = currentLanguage()
  const columns = columnsOf(table)
  const [at, setAt] = useState<readonly [number, number]>([0, 0])
  // Another table may be smaller.
  const stop: readonly [number, number] = at[0] < table.lines.length && at[1] < columns.length ? at : [0, 0]

  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const to = moved(event.key, stop, table.lines.length, columns.length)
    if (!to || !(event.target instanceof HTMLElement) || !event.target.dataset.cell) return
    event.preventDefault()
    setAt(to)
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${to.join('-')}"]`)?.focus()
  }

  return (
    <div className="statistics-body" ref={ref} onKeyDown={walk}>
      <table>
        <thead>
          <tr>
            <th rowSpan={2} scope="col" className="line-name">
              {t(`statistics.bys.${table.by}`)}
            </th>
            {table.groups.map(({ code, name, columns: of }) =>
              code === 'TOTAL' ? (
                <th key={code} rowSpan={2} scope="col" className="group">
                  {name[language]}
                </th>
              ) : (
                <th key={code} colSpan={of.length} scope="colgroup" className="group">
                  <span className="group-name">{name[language]}</span>
                </th>
              ),
            )}
          </tr>
          <tr>
            {table.groups
              .filter(({ code }) => code !== 'TOTAL')
              .flatMap(({ columns: of }) =>
                of.map(({ code, name }, index) => (
                  <th key={code} scope="col" className={index === 0 ? 'group' : undefined}>
                    {name[language]}
                  </th>
                )),
              )}
          </tr>
        </thead>
        <tbody>
          {table.lines.map((line, row) => (
            <tr key={line.code} className={row === 0 ? 'all' : undefined} data-testid={`statistics-line-${line.code}`}>
              <th scope="row" className="line-name">
                {line.name[language]}
              </th>
              {columns.map(({ code }, column) => {
                const { now, then, difference } = cellOf(line, column)
                const isOpen = opened?.[0] === line.code && opened[1] === code
                const cell = `${row}-${column}`
                const isStop = row === stop[0] && column === stop[1]
                const number = now === undefined ? '–' : formatNumber(now)
                const first = table.groups.some(({ columns: of }) => of[0]?.code === code)
                return (
                  <td key={code} className={[first && 'group', now === 0 && 'zero', isOpen && 'opened'].filter(Boolean).join(' ') || undefined}>
                    {table.exact && now ? (
                      <button
                        type="button"
                        data-cell={cell}
                        tabIndex={isStop ? 0 : -1}
                        aria-expanded={isOpen}
                        data-testid={`statistics-${line.code}-${code}`}
                        onFocus={() => setAt([row, column])}
                        onClick={() => onOpen(line.code, code)}
                      >
                        {number}
                      </button>
                    ) : (
                      <span data-cell={cell} tabIndex={isStop ? 0 : -1} data-testid={`statistics-${line.code}-${code}`}>
                        {number}
                      </span>
                    )}
                    {table.compareTo && (
                      <div className="second">
                        <span className="sr-only">{t('statistics.before')} </span>
                        {then === undefined ? '–' : formatNumber(then)}
                        {difference !== undefined && <span className={difference ? 'difference' : 'zero'}> {signed(difference, formatNumber)}</span>}
                      </div>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
