import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { UnitStaffing } from '../api/types'
import { ChangeTags } from './ChangeTags'
import { HeadOf, SeatsOf } from './HeadOf'
import { sayChange, useTypeName } from './saying'
import type { ChartUnit } from './tree'
import { useUnitTo } from './UnitBox'

interface ChartTableProps {
  rows: readonly { each: ChartUnit; depth: number }[]
  open: ReadonlySet<string>
  staffing: ReadonlyMap<string, UnitStaffing>
  compares: boolean
  staffed: boolean
  names: (id: string) => string
  onToggle: (id: string) => void
}

/** The same boxes as a table: how the chart is read without seeing it. */
export function ChartTable({ rows, open, staffing, compares, staffed, names, onToggle }: ChartTableProps) {
  const { t } = useTranslation()
  const typeName = useTypeName()
  const unitTo = useUnitTo()
  return (
    <Table
      size="small"
      className="chart-table"
      data-testid="chart-table"
      rowKey={({ each }) => each.unit.id}
      pagination={false}
      dataSource={[...rows]}
      rowClassName={({ each }) => `${each.change?.kinds[0] ?? ''} ${each.stands ? '' : 'absent'}`}
      columns={[
        {
          key: 'unit',
          title: t('unit.title'),
          width: '32%',
          render: (_, { each, depth }) => (
            <span className={`level level-${Math.min(depth, 6)}`}>
              {each.children.length > 0 ? (
                <Button
                  size="small"
                  type="text"
                  icon={open.has(each.unit.id) ? <DownOutlined /> : <RightOutlined />}
                  aria-expanded={open.has(each.unit.id)}
                  aria-label={t(open.has(each.unit.id) ? 'chart.close' : 'chart.open', { unit: each.unit.name })}
                  onClick={() => onToggle(each.unit.id)}
                />
              ) : (
                <span className="no-toggle" />
              )}
              <span>
                <span className="sr-only">{t('chart.level', { level: depth + 1 })} </span>
                <Link to={unitTo(each)}>{each.unit.name}</Link>
                <span className="third level-type">{typeName(each.unit.type)}</span>
              </span>
            </span>
          ),
        },
        ...(compares
          ? [
              {
                key: 'change',
                title: t('chart.change'),
                render: (_: unknown, { each: { change } }: { each: ChartUnit }) =>
                  change && (
                    <>
                      <ChangeTags change={change} />
                      {sayChange(change, names, typeName, t).map((line) => (
                        <div key={line} className="second">
                          {line}
                        </div>
                      ))}
                    </>
                  ),
              },
              { key: 'instrument', title: t('unit.instrument'), width: '16%', render: (_: unknown, { each }: { each: ChartUnit }) => each.change?.instruments.join(', ') },
            ]
          : []),
        ...(staffed
          ? [
              {
                key: 'head',
                title: t('chart.head'),
                render: (_: unknown, { each }: { each: ChartUnit }) => {
                  const head = staffing.get(each.unit.id)?.head
                  return (
                    head && (
                      <span className="box-head">
                        <span className="second">{head.title}</span>
                        <HeadOf head={head} />
                      </span>
                    )
                  )
                },
              },
              {
                key: 'seats',
                title: t('seat.seats'),
                render: (_: unknown, { each }: { each: ChartUnit }) => {
                  const its = staffing.get(each.unit.id)
                  return its && <SeatsOf staffing={its} />
                },
              },
            ]
          : []),
      ]}
    />
  )
}
