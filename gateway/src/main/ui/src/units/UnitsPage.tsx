import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Input, Segmented, Skeleton, Table, Tree } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { LineageStep, Seat, Unit } from '../api/types'
import { TREES } from '../api/types'
import { useAsOf, useGo, useTo } from '../app/asOf'
import { DayText, LastDay, Period } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { matches, unitForest, type UnitNode } from '../app/unitTree'
import { useUnits } from '../app/units'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { ORGANISATION_ACTION, ORGANISATION_SHEETS } from '../imports/queries'
import { lineageQuery, seatsQuery } from './queries'
import { Quotas } from './Quotas'
import { Terms } from './Terms'
import './units.css'

/** The trees as they stood on the day of the page; beside them one unit with its lineage and its seats. */
export function UnitsPage() {
  const { t } = useTranslation()
  const { unitId } = useParams()
  const { me, can } = useMe()
  const { asOf } = useAsOf()
  const go = useGo()
  const { data: units, isPending, isError, error, refetch } = useUnits(asOf)
  const [typed, setTyped] = useState('')
  const late = useDelayed(isPending)
  usePageTitle(t('unit.title'))

  const forest = useMemo(() => unitForest(units ?? [], (tree) => t(`tree.${tree}`)), [units, t])
  const shown = useMemo(() => (typed.trim() ? found(forest, typed) : forest), [forest, typed])
  const chosen = units?.find(({ id }) => id === unitId)

  if (me && !can('unit.read')) return <NoRights />
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('unit.title')}</h1>
      </div>
      {isError && <ProblemAlert error={error} title={t('units.failed')} onRetry={() => void refetch()} />}
      <div className="units">
        <section className="card unit-tree" aria-label={t('unit.tree')}>
          <div className="card-body">
            <Input.Search
              allowClear
              value={typed}
              placeholder={t('unit.find')}
              aria-label={t('unit.find')}
              data-testid="unit-find"
              onChange={({ target }) => setTyped(target.value)}
            />
          </div>
          {late && <div className="card-body"><Skeleton active paragraph={{ rows: 8 }} /></div>}
          {units && shown.length === 0 && <p className="empty">{t('units.none')}</p>}
          {shown.length > 0 && (
            <Tree
              key={typed.trim() ? 'found' : asOf ?? 'today'}
              blockNode
              height={620}
              treeData={shown.map(node)}
              defaultExpandAll={!!typed.trim()}
              defaultExpandedKeys={[...TREES, ...(unitId ? above(units ?? [], unitId) : [])]}
              selectedKeys={unitId ? [unitId] : []}
              onSelect={([key]) => key && go(`/units/${String(key)}`)}
            />
          )}
        </section>
        {unitId ? <UnitDetail key={unitId} unitId={unitId} unit={chosen} units={units} /> : <p className="card card-body">{t('unit.choose')}</p>}
      </div>
    </div>
  )
}

interface TreeNode {
  key: string
  title: string
  selectable?: boolean
  children?: TreeNode[]
}

function node({ value, title, selectable, children }: UnitNode): TreeNode {
  return { key: value, title, selectable, children: children?.map(node) }
}

/** What matches, with everything above it. */
function found(forest: readonly UnitNode[], typed: string): UnitNode[] {
  return forest.flatMap((each) => {
    const children = found(each.children ?? [], typed)
    const here = each.search !== '' && matches(each.search, typed)
    return here || children.length > 0 ? [{ ...each, children: here && children.length === 0 ? each.children : children }] : []
  })
}

function above(units: readonly Unit[], unitId: string): string[] {
  const parent = units.find(({ id }) => id === unitId)?.parentId
  return parent ? [...above(units, parent), parent] : []
}

function UnitDetail({ unitId, unit, units }: { unitId: string; unit?: Unit; units?: readonly Unit[] }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const to = useTo()
  const lineage = useQuery(lineageQuery(unitId))
  const parent = units?.find(({ id }) => id === unit?.parentId)
  const sheets = ORGANISATION_SHEETS.filter((code) => can(ORGANISATION_ACTION[code]))
  return (
    <div className="unit-detail">
      <section className="card" data-testid="unit-detail">
        <div className="card-head">
          <h2>{unit?.name ?? (units ? t('unit.notThatDay') : '…')}</h2>
          {unit && (
            <span className="unit-links">
              <Link to={to('/chart', { unit: unitId })} data-testid="unit-chart">
                {t('unit.inChart')}
              </Link>
              {can('person.read') && <Link to={to('/people', { unit: unitId })}>{t('unit.people')}</Link>}
              {can('record.export') && sheets.length > 0 && (
                <Link to={to('/imports', { unit: unitId, sheets: sheets.join(',') })} data-testid="unit-take-out">
                  {t('import.takeOut.title')}
                </Link>
              )}
            </span>
          )}
        </div>
        {unit && (
          <dl className="card-body facts">
            <dt>{t('unit.inTree')}</dt>
            <dd>{t(`tree.${unit.tree}`)}</dd>
            <dt>{t('unit.stands')}</dt>
            <dd>
              <Period validFrom={unit.validFrom} validTo={unit.validTo} />
            </dd>
            {parent && (
              <>
                <dt>{t('unit.parent')}</dt>
                <dd>
                  <Link to={to(`/units/${parent.id}`)}>{parent.name}</Link>
                </dd>
              </>
            )}
            {(unit.code || unit.agencyCode) && (
              <>
                <dt>{t('unit.codes')}</dt>
                <dd>{[unit.code, unit.agencyCode].filter(Boolean).join(', ')}</dd>
              </>
            )}
            <dt>{t('unit.instrument')}</dt>
            <dd>{unit.instrument}</dd>
          </dl>
        )}
      </section>
      <section className="card" data-testid="lineage">
        <h2>{t('unit.lineage')}</h2>
        {lineage.isError && <ProblemAlert error={lineage.error} title={t('unit.lineageFailed')} onRetry={() => void lineage.refetch()} />}
        {lineage.data && lineage.data.predecessors.length + lineage.data.successors.length === 0 && <p className="empty">{t('unit.noLineage')}</p>}
        {lineage.data && (
          <>
            <Steps title={t('unit.predecessors')} steps={lineage.data.predecessors} />
            <Steps title={t('unit.successors')} steps={lineage.data.successors} />
          </>
        )}
      </section>
      <Terms unitId={unitId} />
      <Quotas unitId={unitId} />
      {can('seat.read') && <Seats unitId={unitId} />}
    </div>
  )
}

/** The other unit is opened on a day on which it stood. */
function Steps({ title, steps }: { title: string; steps: readonly LineageStep[] }) {
  const { t } = useTranslation()
  if (steps.length === 0) return null
  return (
    <div className="card-body">
      <h3>{title}</h3>
      <ul className="steps">
        {steps.map(({ unit, kind, effectiveOn, instrument, note }) => (
          <li key={unit.id}>
            <Link to={{ pathname: `/units/${unit.id}`, search: unit.validTo ? `?asOf=${unit.validFrom}` : '' }}>{unit.name}</Link>
            <span className="second">
              {t(`unit.kinds.${kind}`)}, <DayText day={effectiveOn} />, {instrument}
            </span>
            {note && <span className="third">{note}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Seats({ unitId }: { unitId: string }) {
  const { t } = useTranslation()
  const { asOf } = useAsOf()
  const to = useTo()
  const [reach, setReach] = useState<'unit' | 'below'>('below')
  const seats = useInfiniteQuery(seatsQuery(unitId, reach === 'below', asOf))
  const rows = seats.data?.pages.flatMap(({ items }) => items)
  return (
    <section className="card" data-testid="unit-seats">
      <div className="card-head">
        <h2>{t('seat.seats')}</h2>
        <Segmented
          size="small"
          aria-label={t('seat.reach')}
          value={reach}
          options={[
            { value: 'unit', label: t('seat.ofUnit') },
            { value: 'below', label: t('seat.below') },
          ]}
          onChange={(value) => setReach(value as 'unit' | 'below')}
        />
      </div>
      {seats.isError && <ProblemAlert error={seats.error} title={t('seat.failed')} onRetry={() => void seats.refetch()} />}
      {rows?.length === 0 && <p className="empty">{t('seat.none')}</p>}
      {!!rows?.length && (
        <Table<Seat>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={rows}
          columns={[
            {
              key: 'title',
              title: t('seat.title'),
              render: (_, seat) => (
                <>
                  <Link to={to(`/seats/${seat.id}`)}>{seat.title.name}</Link>
                  {reach === 'below' && <div className="third">{seat.unitName}</div>}
                </>
              ),
            },
            { key: 'scope', title: t('post.scope'), render: (_, { managementScope }) => t(`scope.${managementScope}`) },
            {
              key: 'heldBy',
              title: t('seat.heldBy'),
              render: (_, { heldBy }) =>
                heldBy.length === 0 ? <span className="third">{t('seat.noHolder')}</span> : heldBy.map((holder) => (
                  <div key={holder.assignmentId}>
                    <Link to={to(`/people/${holder.personId}`)}>
                      <PersonName name={holder.fullName} />
                    </Link>
                    <div className="third">
                      {holder.acting && `${t('seat.acting')}, `}
                      <DayText day={holder.validFrom} />
                      {holder.validTo && (
                        <>
                          {' – '}
                          <LastDay validTo={holder.validTo} open="" />
                        </>
                      )}
                    </div>
                  </div>
                )),
            },
          ]}
        />
      )}
      {seats.hasNextPage && (
        <div className="card-body">
          <Button loading={seats.isFetchingNextPage} onClick={() => void seats.fetchNextPage()}>
            {t('work.more')}
          </Button>
        </div>
      )}
    </section>
  )
}
