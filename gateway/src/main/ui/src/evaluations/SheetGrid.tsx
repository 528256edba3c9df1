import { FileTextOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ApiError, hasStatus, sayFinding, type Finding } from '../api/problem'
import { useTo } from '../app/asOf'
import { sayError } from '../app/ProblemAlert'
import { currentLanguage } from '../i18n'
import { readCell, readFact, textOf, type Typed } from './cells'
import { acceptEvaluation, contentOf, evaluationQuery, writeSheet } from './queries'
import { SheetDrawer } from './SheetDrawer'
import { STANDINGS, type Evaluation, type Sheet, type SheetContent, type Standing } from './types'

/** What was typed into cells and not taken, by `<person> <column>`, with what is wrong about it. */
type Wrong = Record<string, { text: string; says: string }>

/**
 * People by criteria. A cell is saved when it is left; Enter and the arrows go down and up a column. What is refused stays
 * in its cell with the reason under it.
 */
export function SheetGrid({ round, writable }: { round: Evaluation; writable: boolean }) {
  const { t } = useTranslation()
  const to = useTo()
  const queries = useQueryClient()
  const [wrong, setWrong] = useState<Wrong>({})
  const [failed, setFailed] = useState<unknown>()
  const [open, setOpen] = useState<string>()
  // What was chosen shows at once, until it is taken or refused.
  const [picked, setPicked] = useState<Record<string, string>>({})
  const table = useRef<HTMLTableElement>(null)
  // One after another: each answers with the revision that the next is made on.
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const { scheme, sheets } = round
  const language = currentLanguage()

  const save = (personId: string, column: string, text: string, change: (content: SheetContent) => SheetContent) => {
    const cell = `${personId} ${column}`
    line.current = line.current.then(async () => {
      const id = round.line.id
      const send = async () => {
        const now = queries.getQueryData(evaluationQuery(id).queryKey)
        const sheet = now?.sheets.find((each) => each.personId === personId)
        if (now && sheet) acceptEvaluation(queries, await writeSheet(now.line, personId, change(contentOf(sheet))))
      }
      try {
        // Somebody else's change of another cell is taken first: only this one is changed by what is sent.
        await send().catch(async (error: unknown) => {
          if (!hasStatus(error, 412)) throw error
          await queries.fetchQuery({ ...evaluationQuery(id), staleTime: 0 })
          await send()
        })
        setFailed(undefined)
        setWrong(({ [cell]: _, ...others }) => others)
      } catch (error) {
        const findings = error instanceof ApiError ? (error.problem?.findings ?? []) : []
        const here = findings.filter(({ field }) => field === column)
        if (here.length > 0) setWrong((all) => ({ ...all, [cell]: { text, says: said(here) } }))
        else {
          setWrong((all) => ({ ...all, [cell]: { text, says: sayError(error, t) } }))
          setFailed(error)
        }
      }
    })
  }
  const said = (findings: readonly Finding[]) => findings.map((finding) => sayFinding(finding, language)).join('; ')

  const typed = (sheet: Sheet, column: string, text: string, before: string, read: Typed, change: (values: number[] | undefined) => (content: SheetContent) => SheetContent) => {
    const cell = `${sheet.personId} ${column}`
    if (read.kind === 'wrong') {
      setWrong((all) => ({ ...all, [cell]: { text, says: t('evaluation.notReadable') } }))
      return
    }
    const values = read.kind === 'values' ? read.values : undefined
    if (textOf(values) === before) setWrong(({ [cell]: _, ...others }) => others)
    else save(sheet.personId, column, text, change(values))
  }

  const move = (event: KeyboardEvent<HTMLInputElement | HTMLSelectElement>, row: number, column: number) => {
    const step = event.key === 'Enter' || (event.key === 'ArrowDown' && event.currentTarget.tagName === 'INPUT') ? 1 : event.key === 'ArrowUp' && event.currentTarget.tagName === 'INPUT' ? -1 : 0
    if (step === 0) return
    const next = table.current?.querySelector<HTMLElement>(`[data-cell="${row + step}:${column}"]`)
    if (!next) return
    event.preventDefault()
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  }

  const percents = scheme.criteria.find(({ by }) => by === 'PERCENTS')?.measures ?? []
  const chosen = sheets.find(({ personId }) => personId === open)
  return (
    <section className="card">
      {!!failed && <Alert type="error" showIcon role="alert" title={t('form.notSaved')} description={sayError(failed, t)} />}
      {sheets.length === 0 ? (
        <p className="empty">{t('evaluation.nobody')}</p>
      ) : (
        <>
        {percents.length > 0 && (
          <p className="third evaluation-legend">
            {t('evaluation.percents', { measures: percents.map((measure) => t(`evaluation.measures.${measure}`)).join(' / ') })}
          </p>
        )}
        <div className="evaluation-scroll" role="region" aria-label={t('evaluation.sheets')} tabIndex={0}>
          <table className="evaluation-grid" ref={table} data-testid="sheets">
            <thead>
              <tr>
                <th scope="col">{t('evaluation.person')}</th>
                <th scope="col">{t('evaluation.standing')}</th>
                <th scope="col" className="number">{t('evaluation.self')}</th>
                {scheme.criteria.map((criterion) => (
                  <th scope="col" key={criterion.code} className="number">
                    {criterion.name[language]}
                    <div className="third">
                      {t('evaluation.max', { max: criterion.max })}
                      {criterion.by === 'YES_NO' && `, ${t('evaluation.oneOrNone')}`}
                      {criterion.by === 'PERCENTS' && ', %'}
                    </div>
                  </th>
                ))}
                {scheme.facts.map((fact) => (
                  <th scope="col" key={fact} className="number">{t(`evaluation.facts.${fact}`)}</th>
                ))}
                {scheme.criteria.length > 0 && <th scope="col" className="number">{t('evaluation.points')}</th>}
                <th scope="col">{t('evaluation.grade')}</th>
                <th scope="col">{t('evaluation.remarks')}</th>
              </tr>
            </thead>
            <tbody>
              {sheets.map((sheet, row) => {
                const cellOf = (column: string, index: number, label: string, before: string, commit: (text: string) => void) => (
                  <Cell
                    at={`${row}:${index}`}
                    label={`${label}, ${sheet.fullName}`}
                    before={before}
                    wrong={wrong[`${sheet.personId} ${column}`]}
                    writable={writable}
                    onKeyDown={(event) => move(event, row, index)}
                    onLeave={commit}
                  />
                )
                return (
                  <tr key={sheet.personId} data-testid={`sheet-${sheet.personId}`}>
                    <th scope="row">
                      <Link to={to(`/people/${sheet.personId}`)}>{sheet.fullName}</Link>
                      <div className="third">{sheet.title}</div>
                    </th>
                    <td>
                      {writable ? (
                        <select
                          aria-label={`${t('evaluation.standing')}, ${sheet.fullName}`}
                          value={picked[sheet.personId] ?? sheet.standing ?? ''}
                          data-cell={`${row}:0`}
                          onKeyDown={(event) => move(event, row, 0)}
                          // Read at once: the list may show something else by the time it is sent.
                          onChange={({ target: { value } }) => {
                            setPicked((all) => ({ ...all, [sheet.personId]: value }))
                            save(sheet.personId, 'standing', value, (content) => {
                              const standing = (value || undefined) as Standing | undefined
                              const { UNIT_IN_CORRUPTION: _, ...others } = content.circumstances as Record<string, number>
                              // What is asked of leaders alone is not kept of others.
                              return { ...content, standing, circumstances: standing === 'STAFF' ? others : content.circumstances }
                            })
                            line.current = line.current.then(() => setPicked(({ [sheet.personId]: _, ...others }) => others))
                          }}
                        >
                          <option value="">{t('form.choose')}</option>
                          {STANDINGS.map((standing) => (
                            <option key={standing} value={standing}>{t(`evaluation.standings.${standing}`)}</option>
                          ))}
                        </select>
                      ) : (
                        sheet.standing && t(`evaluation.standings.${sheet.standing}`)
                      )}
                    </td>
                    <td className="number">
                      {sheet.self?.points !== undefined && (
                        <div data-testid="own-points">
                          <b>{textOf([sheet.self.points])}</b>
                          {!sheet.self.complete && <div className="third">{t('evaluation.sofar')}</div>}
                        </div>
                      )}
                      {!sheet.self && cellOf('selfPoints', 1, t('evaluation.self'), textOf(sheet.selfPoints === undefined ? undefined : [sheet.selfPoints]), (text) =>
                        typed(sheet, 'selfPoints', text, textOf(sheet.selfPoints === undefined ? undefined : [sheet.selfPoints]), readCell(text, { by: 'POINTS', measures: [] }), (values) => (content) => ({ ...content, selfPoints: values?.[0] })),
                      )}
                    </td>
                    {scheme.criteria.map((criterion, index) => {
                      const before = textOf(sheet.scores[criterion.code])
                      return (
                        <td key={criterion.code} className={criterion.by === 'PERCENTS' ? 'number percents' : 'number'}>
                          {cellOf(`scores.${criterion.code}`, index + 2, criterion.name[language], before, (text) =>
                            typed(sheet, `scores.${criterion.code}`, text, before, readCell(text, criterion), (values) => (content) => {
                              const { [criterion.code]: _, ...others } = content.scores
                              return { ...content, scores: values ? { ...others, [criterion.code]: values } : others }
                            }),
                          )}
                          {sheet.self?.scores[criterion.code] && <div className="third">{t('evaluation.own.short', { text: textOf(sheet.self.scores[criterion.code]) })}</div>}
                        </td>
                      )
                    })}
                    {scheme.facts.map((fact, index) => {
                      if (fact === 'UNIT_IN_CORRUPTION' && sheet.standing === 'STAFF') return <td key={fact} className="number third">–</td>
                      const known = sheet.circumstances[fact]
                      const before = known === undefined ? '' : String(known)
                      return (
                        <td key={fact} className="number">
                          {cellOf(`circumstances.${fact}`, index + 2 + scheme.criteria.length, t(`evaluation.facts.${fact}`), before, (text) =>
                            typed(sheet, `circumstances.${fact}`, text, before, readFact(text), (values) => (content) => {
                              const { [fact]: _, ...others } = content.circumstances as Record<string, number>
                              return { ...content, circumstances: values?.[0] === undefined ? others : { ...others, [fact]: values[0] } }
                            }),
                          )}
                        </td>
                      )
                    })}
                    {scheme.criteria.length > 0 && (
                      <td className="number" data-testid="points">
                        <b>{sheet.points === undefined ? '' : textOf([sheet.points])}</b>
                        {!sheet.complete && <div className="third">{t('evaluation.sofar')}</div>}
                      </td>
                    )}
                    <td data-testid="grade">
                      {sheet.grade ? <b>{t(`conduct.grades.${sheet.grade}`)}</b> : <span className="unknown">{t('evaluation.notKnown')}</span>}
                      {sheet.reckoned && sheet.grade !== sheet.reckoned && <div className="third">{t('evaluation.reckonedAs', { grade: t(`conduct.grades.${sheet.reckoned}`) })}</div>}
                      {sheet.decidedBy && <div className="third">{t('evaluation.decidedBy', { by: sheet.decidedBy })}</div>}
                    </td>
                    <td className="evaluation-says">
                      <Button size="small" icon={<FileTextOutlined />} data-testid="open-sheet" aria-label={`${t('evaluation.sheet')}, ${sheet.fullName}`} onClick={() => setOpen(sheet.personId)}>
                        {t('evaluation.sheet')}
                      </Button>
                      {sheet.remarks.length > 0 && (
                        <ul>
                          {sheet.remarks.map(({ finding, blocks, confirmed }) => (
                            <li key={`${finding.field} ${finding.code}`} className={blocks ? 'unknown' : 'second'}>
                              {sayFinding(finding, language)}
                              {!confirmed && ` – ${t('evaluation.unconfirmed')}`}
                            </li>
                          ))}
                        </ul>
                      )}
                      {sheet.otherQuarters.length > 0 && (
                        <p className="third">
                          {t('evaluation.quarters')}:{' '}
                          {sheet.otherQuarters
                            .map(({ quarter, points, grade, unitName }) => `${t('evaluation.quarter', { quarter: ['I', 'II', 'III', 'IV'][(quarter ?? 1) - 1] })} ${points === undefined ? '' : `${textOf([points])} `}${t(`conduct.grades.${grade}`)} (${unitName})`)
                            .join('; ')}
                        </p>
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
        </>
      )}
      {chosen && <SheetDrawer key={chosen.personId} round={round} sheet={chosen} writable={writable} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

interface CellProps {
  at: string
  label: string
  before: string
  wrong: { text: string; says: string } | undefined
  writable: boolean
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  onLeave: (text: string) => void
}

function Cell({ at, label, before, wrong, writable, onKeyDown, onLeave }: CellProps) {
  const [text, setText] = useState(wrong?.text ?? before)
  const input = useRef<HTMLInputElement>(null)
  // What others wrote is shown, unless somebody is typing here or has still to put right what they typed.
  useEffect(() => {
    if (!wrong && document.activeElement !== input.current) setText(before)
  }, [before, wrong])
  if (!writable) return <>{before}</>
  const says = `says-${label}`.replace(/\s+/g, '-')
  return (
    <>
      <input
        ref={input}
        type="text"
        inputMode="decimal"
        aria-label={label}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? says : undefined}
        data-cell={at}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (text !== before || wrong) && onLeave(text)}
      />
      {wrong && <div className="cell-says" id={says}>{wrong.says}</div>}
    </>
  )
}
