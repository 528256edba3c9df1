import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select, Skeleton } from 'antd'
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportForm, ImportReport } from '../api/types'
import { ProblemAlert } from '../app/ProblemAlert'
import { useDelayed } from '../app/useDelayed'
import { currentLanguage } from '../i18n'
import { bookOf, emptyGrid, isBlank, MOST_PASTED, parse, pasted, placeOf } from './pasted'
import { formsQuery, type ImportService } from './queries'

const LINES = 10

/** One sheet as a grid to type in or to paste into from Excel; it is tried as a book would be, and told wrong at its cells. */
export function PasteCard({ service, locked, report, onTry, onChange }: {
  service: ImportService
  locked: boolean
  report?: ImportReport
  onTry: (book: File) => void
  onChange: () => void
}) {
  const { t } = useTranslation()
  const forms = useQuery(formsQuery(service))
  const [chosen, setChosen] = useState<string>()
  const form = forms.data?.find(({ sheet }) => sheet === chosen)
  const late = useDelayed(forms.isPending)
  return (
    <section className="card card-body paste" data-testid="paste-card">
      {forms.isError && <ProblemAlert error={forms.error} title={t('import.formsFailed')} onRetry={() => void forms.refetch()} />}
      {late && <Skeleton active paragraph={{ rows: 2 }} />}
      {forms.data && (
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('import.sheet')}
          placeholder={t('import.chooseSheet')}
          value={chosen}
          data-testid="paste-sheet"
          options={forms.data.map(({ sheet }) => ({ value: sheet, label: sheet }))}
          onChange={(sheet) => {
            setChosen(sheet)
            onChange()
          }}
        />
      )}
      {form && <PasteGrid key={`${service}/${form.sheet}`} form={form} locked={locked} report={report} onTry={onTry} onChange={onChange} />}
    </section>
  )
}

function PasteGrid({ form, locked, report, onTry, onChange }: {
  form: ImportForm
  locked: boolean
  report?: ImportReport
  onTry: (book: File) => void
  onChange: () => void
}) {
  const { t } = useTranslation()
  const { columns } = form
  const [grid, setGrid] = useState(() => emptyGrid(columns, LINES))
  const [notice, setNotice] = useState<string>()
  const wrong = new Map(
    (report?.findings ?? []).flatMap(({ sheet, cell, finding }) => {
      const place = sheet === form.sheet && cell ? placeOf(cell) : undefined
      return place ? [[`${place.row}/${place.column}`, finding.messages[currentLanguage()]] as const] : []
    }),
  )
  const change = (next: string[][]) => {
    setGrid(next)
    onChange()
  }
  const type = (row: number, column: number, text: string) =>
    change(grid.map((line, at) => (at === row ? line.map((cell, of) => (of === column ? text : cell)) : line)))
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const cells = parse(event.clipboardData.getData('text/plain'))
    // One cell alone is typed as ever.
    if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return
    event.preventDefault()
    if (row + cells.length > MOST_PASTED) {
      setNotice(t('import.tooMuchPasted', { count: MOST_PASTED }))
      return
    }
    const { grid: next, unknown } = pasted(grid, columns, { row, column }, cells)
    setNotice(unknown.length > 0 ? t('import.unknownPasted', { headers: unknown.join(', ') }) : undefined)
    change(next)
  }
  const move = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    event.currentTarget.closest('table')?.querySelector<HTMLInputElement>(`input[data-at="${row + step}/${column}"]`)?.focus()
  }
  return (
    <>
      <p className="third">{t('import.pasteMeans')}</p>
      {notice && <Alert type="warning" showIcon title={notice} data-testid="paste-notice" />}
      <div className="paste-scroll">
        <table data-testid="paste-grid">
          <thead>
            <tr>
              <th aria-hidden />
              {columns.map(({ header, required: must }) => (
                <th key={header} scope="col">
                  {header}
                  {must && <span className="must" title={t('form.requiredShort')}> *</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.map((line, row) => (
              <tr key={row}>
                <th scope="row">{row + 2}</th>
                {line.map((cell, column) => {
                  const message = wrong.get(`${row}/${column}`)
                  return (
                    <td key={column} className={message ? 'wrong' : undefined}>
                      <input
                        value={cell}
                        disabled={locked}
                        data-at={`${row}/${column}`}
                        list={columns[column]!.words.length > 0 ? `words-${column}` : undefined}
                        aria-label={`${columns[column]!.header}, ${row + 2}`}
                        aria-invalid={!!message}
                        title={message}
                        onChange={({ target }) => type(row, column, target.value)}
                        onPaste={(event) => paste(event, row, column)}
                        onKeyDown={(event) => move(event, row, column)}
                      />
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {columns.map(({ header, words }, column) =>
        words.length > 0 ? (
          <datalist key={header} id={`words-${column}`}>
            {words.map((word) => (
              <option key={word} value={word} />
            ))}
          </datalist>
        ) : null,
      )}
      <div className="paste-foot">
        <Button disabled={locked || grid.length >= MOST_PASTED} onClick={() => setGrid([...grid, ...emptyGrid(columns, LINES)])}>
          {t('import.moreLines')}
        </Button>
        <Button
          type="primary"
          disabled={locked || isBlank(grid)}
          data-testid="try-pasted"
          onClick={() => void bookOf(form, grid).then(onTry, () => setNotice(t('import.failed')))}
        >
          {t('import.tryIt')}
        </Button>
      </div>
    </>
  )
}
