import { CompressOutlined, MinusOutlined, PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, DatePicker, Segmented, Select, Skeleton } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { hasStatus } from '../api/problem'
import { TREES, type Tree, type UnitStaffing } from '../api/types'
import { useAsOf } from '../app/asOf'
import { formatDay, fromDayjs, isDay, toDayjs, TYPED_DAYS } from '../app/dates'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PrintHead } from '../app/PrintHead'
import { printRecorded } from '../app/printing'
import { ProblemAlert } from '../app/ProblemAlert'
import { UnitPicker, useUnits } from '../app/units'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { formatNumber } from '../i18n'
import { CHANGE_KINDS, changesBetween, type ChangeKind } from './changes'
import './chart.css'
import { ChartTable } from './ChartTable'
import { OrgCanvas, type Canvas } from './OrgCanvas'
import { staffingQuery, successionsQuery } from './queries'
import { chartOf, movedTo, openToChanges, rootsOf, shownUnder, standingAt, type ChartUnits } from './tree'
import { UnitBox } from './UnitBox'

/** More boxes at once are no longer read, and drawn slowly. */
const BOXES = 300
const WIDTH = 248

/** The organisation chart of one tree as it stood on the day of the page; beside another day with what changed. */
export function ChartPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const { day, asOf } = useAsOf()
  const [params, setParams] = useSearchParams()
  const { data: units, isError, error, refetch, isPending } = useUnits(asOf)
  usePageTitle(t('chart.title'))

  const against = params.get('against')
  const second = isDay(against) && against !== day ? against : undefined
  const compared = useCompared(day, second)
  const chart = useMemo(() => {
    if (!units || (second && !compared.ready)) return undefined
    return second ? chartOf(units, compared.others, compared.changes(units)) : chartOf(units)
  }, [units, second, compared])
  const roots = useMemo(() => chart && new Map(TREES.map((each) => [each, rootsOf(chart, each)])), [chart])
  const [opened, setOpened] = useState<{ under: string; open: ReadonlySet<string> }>()
  const late = useDelayed(isPending || (!!second && !compared.ready && !compared.isError))

  const change = (name: string, value: string | undefined) =>
    setParams((current) => {
      if (value) current.set(name, value)
      else current.delete(name)
      return current
    })

  const own = chart && me?.grants.map(({ unitId }) => standingAt(chart, unitId)).find((id) => id !== undefined)
  const asked = params.get('unit')
  const trees = TREES.filter((each) => roots?.get(each)?.length)
  const top = asked ?? own ?? (trees[0] && roots?.get(trees[0])?.[0]?.unit.id)
  const tree = top ? chart?.get(top)?.unit.tree : undefined
  const ofTree = (tree && roots?.get(tree)) ?? []
  const justTop = useMemo(() => new Set(top ? [top] : []), [top])

  if (!settled) return null
  if (me && !can('unit.read')) return <NoRights />
  return (
    <div className="page chart-page">
      <PrintHead />
      <div className="page-head">
        <h1>{t('chart.title')}</h1>
      </div>
      <div className="filters">
        {chart && (
          <Segmented<Tree>
            aria-label={t('unit.inTree')}
            data-testid="chart-tree"
            value={tree ?? ('' as Tree)}
            options={trees.map((value) => ({ value, label: t(`tree.${value}`) }))}
            onChange={(value) => change('unit', roots?.get(value)?.[0]?.unit.id)}
          />
        )}
        {ofTree.length > 1 && (
          <Select
            className="chart-root"
            showSearch={{ optionFilterProp: 'label' }}
            aria-label={t('chart.root')}
            value={ofTree.some(({ unit }) => unit.id === top) ? top : null}
            placeholder={t('chart.root')}
            options={ofTree.map(({ unit, stands }) => ({ value: unit.id, label: stands ? unit.name : t('chart.absent', { unit: unit.name }) }))}
            onChange={(id) => change('unit', id)}
          />
        )}
        <UnitPicker
          asOf={asOf}
          className="chart-unit"
          value={top as string}
          chosen={top && chart?.has(top) ? { id: top, name: chart.get(top)!.unit.name } : undefined}
          placeholder={t('chart.top')}
          aria-label={t('chart.top')}
          data-testid="chart-unit"
          onChange={(id) => change('unit', id)}
        />
        <DatePicker
          format={TYPED_DAYS}
          value={second ? toDayjs(second) : null}
          placeholder={t('chart.against')}
          aria-label={t('chart.against')}
          data-testid="chart-against"
          onChange={(chosen) => change('against', chosen ? fromDayjs(chosen) : undefined)}
        />
        <Segmented
          aria-label={t('chart.view')}
          data-testid="chart-view"
          value={params.get('view') === 'table' ? 'table' : 'chart'}
          options={(['chart', 'table'] as const).map((value) => ({ value, label: t(`chart.views.${value}`) }))}
          onChange={(view) => change('view', view === 'table' ? view : undefined)}
        />
      </div>
      {isError && <ProblemAlert error={error} title={t('units.failed')} onRetry={() => void refetch()} />}
      {second && compared.isError && <ProblemAlert error={compared.error} title={t('chart.notCompared')} onRetry={compared.again} />}
      {late && (
        <div className="card card-body">
          <Skeleton active paragraph={{ rows: 8 }} />
        </div>
      )}
      {chart && !top && <p className="card card-body">{t('units.none')}</p>}
      {chart && top && !chart.has(top) && (
        <p className="card card-body" data-testid="chart-none">
          {t('chart.notThatDay', { day: formatDay(day) })}
        </p>
      )}
      {chart && top && chart.has(top) && (
        <Chart
          key={top}
          chart={chart}
          top={top}
          second={second}
          view={params.get('view') === 'table' ? 'table' : 'chart'}
          // Kept while another day is on its way, so that a branch is followed from day to day.
          open={opened && opened.under === top ? opened.open : justTop}
          onOpen={(open) => setOpened({ under: top, open })}
        />
      )}
    </div>
  )
}

/** The other day and what became of units between the two. */
function useCompared(day: string, second: string | undefined) {
  const { legalDay } = useMe()
  const [after, upTo] = second && second < day ? [second, day] : [day, second ?? day]
  const others = useUnits((second ?? day) === legalDay ? undefined : (second ?? day))
  const steps = useQuery({ ...successionsQuery(after, upTo), enabled: !!second })
  return useMemo(
    () => ({
      ready: !!others.data && !!steps.data,
      isError: others.isError || steps.isError,
      error: others.error ?? steps.error,
      again: () => void Promise.all([others.refetch(), steps.refetch()]),
      others: others.data,
      changes: (units: NonNullable<typeof others.data>) =>
        second && second < day ? changesBetween(others.data ?? [], units, steps.data ?? []) : changesBetween(units, others.data ?? [], steps.data ?? []),
    }),
    // The queries are new on every drawing; what they hold is not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [others.data, others.isError, steps.data, steps.isError, second, day],
  )
}

interface ChartProps {
  chart: ChartUnits
  top: string
  second?: string
  view: 'chart' | 'table'
  open: ReadonlySet<string>
  onOpen: (open: ReadonlySet<string>) => void
}

function Chart({ chart, top, second, view, open, onOpen }: ChartProps) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { day, asOf } = useAsOf()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const [cut, setCut] = useState(false)
  const [stop, setStop] = useState(top)
  const [busy, setBusy] = useState(false)
  const canvas = useRef<Canvas>(null)
  const staffed = can('seat.read')

  const rows = useMemo(() => shownUnder(chart, top, open), [chart, top, open])
  const boxes = useMemo(() => rows.map(({ each }) => ({ id: each.unit.id, parentId: each.parentId })), [rows])
  const asked = rows.map(({ each }) => each).filter(({ unit, stands, children }) => stands && (unit.id === top || (open.has(unit.id) && children.length > 0)))
  const staffing = useQueries({
    queries: (staffed ? asked : []).map(({ unit }) => staffingQuery(unit.id, asOf)),
    combine: (answers) => ({
      of: new Map(answers.flatMap(({ data }) => data ?? []).map((each): [string, UnitStaffing] => [each.unitId, each])),
      failed: answers.find(({ isError }) => isError),
      again: () => answers.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
    }),
  })
  const names = useCallback((id: string) => chart.get(id)?.unit.name ?? t('reorganisation.unknownUnit'), [chart, t])

  // Where the keyboard goes once the boxes are drawn.
  const goTo = useRef<string>(undefined)
  useEffect(() => {
    if (goTo.current) canvas.current?.focus(goTo.current)
    goTo.current = undefined
  })
  const toggle = (id: string) => {
    setCut(false)
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    onOpen(next)
    // Opening moves its neighbours, and it with them.
    goTo.current = id
    setStop(id)
  }
  const onKey = (id: string) => (event: KeyboardEvent) => {
    if (event.key === ' ') {
      event.preventDefault()
      if (chart.get(id)?.children.length) toggle(id)
      return
    }
    const next = movedTo(chart, top, open, id, event.key)
    if (!next) return
    event.preventDefault()
    setStop(next)
    goTo.current = next
  }
  const stopId = rows.some(({ each }) => each.unit.id === stop) ? stop : top

  const print = async () => {
    setBusy(true)
    try {
      await canvas.current?.prepareForPaper()
      if (!(await printRecorded(queries))) void message.error(t('print.unrecorded'))
    } finally {
      setBusy(false)
    }
  }

  return (
    <section className="card" aria-label={t('chart.title')}>
      <div className="card-head">
        <h2>
          {names(top)}
          <span className="second">{second ? t('chart.compared', { day: formatDay(day), second: formatDay(second) }) : t('chart.asOf', { day: formatDay(day) })}</span>
        </h2>
        <span className="chart-acts">
          {view === 'chart' && (
            <>
              <Button size="small" icon={<MinusOutlined />} aria-label={t('chart.smaller')} onClick={() => canvas.current?.zoomOut()} />
              <Button size="small" icon={<PlusOutlined />} aria-label={t('chart.larger')} onClick={() => canvas.current?.zoomIn()} />
              <Button size="small" icon={<CompressOutlined />} data-testid="chart-fit" onClick={() => canvas.current?.fit()}>
                {t('chart.fit')}
              </Button>
            </>
          )}
          <Button size="small" icon={<PrinterOutlined />} loading={busy} data-testid="chart-print" onClick={() => void print()}>
            {t('dossier.print')}
          </Button>
        </span>
      </div>
      {second && <Summary chart={chart} top={top} cut={cut} onOpen={() => {
        const { open: next, cut: some } = openToChanges(chart, top, BOXES)
        onOpen(new Set([top, ...next]))
        setCut(some)
      }} />}
      {staffing.failed && !hasStatus(staffing.failed.error, 403) && (
        <ProblemAlert error={staffing.failed.error} title={t('chart.staffingFailed')} onRetry={staffing.again} />
      )}
      {view === 'table' ? (
        <ChartTable rows={rows} open={open} staffing={staffing.of} compares={!!second} staffed={staffed} names={names} onToggle={toggle} />
      ) : (
        <>
          <OrgCanvas
            ref={canvas}
            boxes={boxes}
            label={t('chart.of', { unit: names(top) })}
            width={WIDTH}
            height={second ? 206 : 152}
            render={(id) => {
              const each = chart.get(id)
              return (
                each && (
                  <UnitBox
                    each={each}
                    staffing={staffing.of.get(id)}
                    isOpen={open.has(id)}
                    isStop={id === stopId}
                    names={names}
                    onToggle={() => toggle(id)}
                    onKey={onKey(id)}
                    onFocus={() => setStop(id)}
                  />
                )
              )
            }}
          />
          <footer className="chart-foot second">{t('chart.keys')}</footer>
        </>
      )}
    </section>
  )
}

/** How many units changed in which way, below the top and itself. */
function Summary({ chart, top, cut, onOpen }: { chart: ChartUnits; top: string; cut: boolean; onOpen: () => void }) {
  const { t } = useTranslation()
  const counts = useMemo(() => {
    const all = shownUnder(chart, top, new Set(chart.keys()))
    return new Map<ChangeKind, number>(CHANGE_KINDS.map((kind) => [kind, all.filter(({ each }) => each.change?.kinds.includes(kind)).length]))
  }, [chart, top])
  const told = CHANGE_KINDS.filter((kind) => (counts.get(kind) ?? 0) > 0)
  return (
    <div className="chart-summary" data-testid="chart-summary">
      {told.length === 0 ? (
        <span>{t('chart.unchanged')}</span>
      ) : (
        <>
          {told.map((kind) => (
            <span key={kind} className={`change-tag ${kind}`}>
              {t(`chart.kinds.${kind}`)}: {formatNumber(counts.get(kind) ?? 0)}
            </span>
          ))}
          <Button size="small" data-testid="chart-open-changes" onClick={onOpen}>
            {t('chart.openChanges')}
          </Button>
        </>
      )}
      {cut && <Alert type="info" showIcon banner title={t('chart.cut', { total: formatNumber(BOXES) })} />}
    </div>
  )
}
