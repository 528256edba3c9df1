import { FileExcelOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, DatePicker, Segmented, Skeleton } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { hasStatus } from '../api/problem'
import type { Statistics, StatisticsBy } from '../api/types'
import { useAsOf } from '../app/asOf'
import { BasisChoice } from '../app/BasisChoice'
import { formatDay, fromDayjs, isDay, toDayjs, TYPED_DAYS } from '../app/dates'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { usePurpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { basisOf } from '../app/unitBasis'
import { UnitPicker } from '../app/units'
import { CountedDrawer } from './CountedDrawer'
import { statisticsQuery, statisticsWorkbook, type Asked } from './queries'
import './statistics.css'
import { StatisticsGrid } from './StatisticsGrid'
import { columnsOf } from './table'

const BYS: readonly StatisticsBy[] = ['UNITS', 'TITLES', 'RANKS']

/** How many people there are of what kind in a unit on a day, and by how many that changed since another. */
export function StatisticsPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const purpose = usePurpose()
  const { asOf } = useAsOf()
  const [params, setParams] = useSearchParams()
  usePageTitle(t('statistics.title'))

  const compareTo = params.get('compareTo')
  const unit = params.get('unit') ?? me?.grants.find(({ actions }) => actions.includes('statistics.read'))?.unitId
  const asked: Asked | undefined = unit
    ? {
        unit,
        basis: basisOf(params),
        by: BYS.find((by) => by === params.get('by')) ?? 'UNITS',
        asOf,
        compareTo: isDay(compareTo) ? compareTo : undefined,
      }
    : undefined
  const change = (name: string, value: string | undefined) =>
    setParams((current) => {
      if (value) current.set(name, value)
      else current.delete(name)
      // A number is of its table.
      current.delete('row')
      current.delete('column')
      return current
    })

  if (!settled) return null
  if (me && !can('statistics.read')) return <NoRights />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('statistics.title')}</h1>
        {asked && purpose && <Workbook asked={asked} />}
      </div>
      <div className="filters">
        <UnitPicker
          asOf={asOf}
          className="statistics-unit"
          value={unit}
          placeholder={t('statistics.unit')}
          aria-label={t('statistics.unit')}
          data-testid="statistics-unit"
          onChange={(chosen) => change('unit', chosen)}
        />
        <Segmented
          aria-label={t('statistics.by')}
          data-testid="statistics-by"
          value={asked?.by}
          options={BYS.map((value) => ({ value, label: t(`statistics.bys.${value}`) }))}
          onChange={(by) => change('by', by === 'UNITS' ? undefined : by)}
        />
        {asked && <BasisChoice value={asked.basis} onChange={(basis) => change('basis', basis)} />}
        <DatePicker
          format={TYPED_DAYS}
          value={asked?.compareTo ? toDayjs(asked.compareTo) : null}
          placeholder={t('statistics.compareTo')}
          aria-label={t('statistics.compareTo')}
          data-testid="statistics-compare"
          onChange={(day) => change('compareTo', day ? fromDayjs(day) : undefined)}
        />
      </div>
      {!asked ? (
        <p className="card card-body">{t('statistics.chooseUnit')}</p>
      ) : purpose ? (
        <Table asked={asked} />
      ) : (
        <div className="card">
          <PurposeGate what={t('statistics.hidden')} onOpen={() => undefined} />
        </div>
      )}
    </div>
  )
}

function Workbook({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  const print = useMutation({ mutationFn: statisticsWorkbook })
  return (
    <>
      {print.isError && <ProblemAlert error={print.error} title={t('statistics.notPrinted')} />}
      <Button icon={<FileExcelOutlined />} loading={print.isPending} data-testid="statistics-workbook" onClick={() => print.mutate(asked)}>
        {t('statistics.workbook')}
      </Button>
    </>
  )
}

function Table({ asked }: { asked: Asked }) {
  const { t } = useTranslation()
  const [params, setParams] = useSearchParams()
  const { data: table, error, isError, isPending, isFetching, refetch } = useQuery(statisticsQuery(asked))
  const late = useDelayed(isPending)
  const grid = useRef<HTMLDivElement>(null)
  const [row, column] = [params.get('row'), params.get('column')]

  if (hasStatus(error, 404)) {
    return (
      <p className="card card-body" data-testid="statistics-none">
        {t('statistics.outside')}
      </p>
    )
  }
  if (hasStatus(error, 403)) return <NoRights />
  if (isError) return <ProblemAlert error={error} title={t('statistics.failed')} onRetry={() => void refetch()} />
  if (!table) {
    return late ? (
      <div className="card card-body">
        <Skeleton active paragraph={{ rows: 8 }} />
      </div>
    ) : null
  }
  const columns = columnsOf(table)
  const line = table.lines.find(({ code }) => code === row)
  const opened = table.exact && line && columns.find(({ code }) => code === column)
  const open = (next?: readonly [string, string]) =>
    setParams((current) => {
      if (next) {
        current.set('row', next[0])
        current.set('column', next[1])
      } else {
        current.delete('row')
        current.delete('column')
      }
      return current
    })
  return (
    <section className="card statistics" aria-label={t('statistics.title')} aria-busy={isFetching} data-testid="statistics">
      {isFetching && <div className="refreshing" />}
      <Notes table={table} />
      <StatisticsGrid ref={grid} table={table} opened={opened ? [row!, column!] : undefined} onOpen={(code, of) => open([code, of])} />
      <footer className="second">{t('statistics.foot')}</footer>
      <CountedDrawer
        asked={asked}
        table={table}
        line={opened ? line : undefined}
        column={opened || undefined}
        onClose={() => open()}
        // Closing leads back to the number.
        onClosed={() => grid.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()}
      />
    </section>
  )
}

/** Of which day it is and whom it leaves out: without these a number says nothing. */
function Notes({ table }: { table: Statistics }) {
  const { t } = useTranslation()
  const day = formatDay(table.asOf)
  return (
    <>
      <p className="statistics-day" data-testid="statistics-day">
        <b>{table.unitName}</b>{' '}
        {table.basis === 'SUCCESSOR' && <>{t('figure.basisOf.SUCCESSOR')} </>}
        {table.compareTo ? t('statistics.compared', { day, second: formatDay(table.compareTo) }) : t('statistics.asOf', { day })}
      </p>
      {table.basis === 'SUCCESSOR' && <Alert type="info" showIcon banner title={t('statistics.successors')} data-testid="statistics-successors" />}
      {!table.whole && <Alert type="info" showIcon banner title={t('statistics.notWhole')} data-testid="statistics-not-whole" />}
      {!table.exact && <Alert type="info" showIcon banner title={t('statistics.rounded')} data-testid="statistics-rounded" />}
    </>
  )
}
