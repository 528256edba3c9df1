import { DownOutlined, UpOutlined } from '@ant-design/icons'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { UnitStaffing } from '../api/types'
import { useTo } from '../app/asOf'
import { formatNumber } from '../i18n'
import { ChangeTags } from './ChangeTags'
import { HeadOf, SeatsOf } from './HeadOf'
import { sayChange, useTypeName } from './saying'
import type { ChartUnit } from './tree'

interface UnitBoxProps {
  each: ChartUnit
  staffing?: UnitStaffing
  isOpen: boolean
  /** One box of the chart takes the Tab key; the arrows go on from it. */
  isStop: boolean
  names: (id: string) => string
  onToggle: () => void
  onKey: (event: KeyboardEvent) => void
  onFocus: () => void
}

/** A box of the chart. */
export function UnitBox({ each, staffing, isOpen, isStop, names, onToggle, onKey, onFocus }: UnitBoxProps) {
  const { t } = useTranslation()
  const typeName = useTypeName()
  const unitTo = useUnitTo()
  const { unit, stands, change, children, changedBelow } = each
  const told = change ? sayChange(change, names, typeName, t) : []
  const acts = change?.instruments.join(', ')
  const below = t('chart.below', { count: children.length, total: formatNumber(children.length) })
  return (
    <div className={`unit-box of-${unit.tree} ${change?.kinds[0] ?? ''} ${stands ? '' : 'absent'}`} data-testid="chart-box" data-unit={unit.id}>
      {change && <ChangeTags change={change} />}
      <Link
        to={unitTo(each)}
        className="box-name"
        tabIndex={isStop ? 0 : -1}
        aria-expanded={children.length > 0 ? isOpen : undefined}
        title={unit.name}
        onKeyDown={onKey}
        onFocus={onFocus}
      >
        {unit.name}
      </Link>
      <span className="third">{typeName(unit.type)}</span>
      {change && (
        <span className="box-told second" title={[...told, acts].join('\n')}>
          {told.length > 0 ? `${told.join('; ')} (${acts})` : acts}
        </span>
      )}
      {stands && staffing && (
        <span className="box-head">
          {staffing.head && (
            <>
              <span className="second">{staffing.head.title}</span>
              <HeadOf head={staffing.head} tabIndex={-1} />
            </>
          )}
        </span>
      )}
      <span className="box-foot">
        {stands && staffing ? <SeatsOf staffing={staffing} /> : <span />}
        {children.length > 0 && (
          <button type="button" tabIndex={-1} aria-expanded={isOpen} data-testid="chart-toggle" onClick={onToggle}>
            {below}
            <span className="sr-only"> {t(isOpen ? 'chart.close' : 'chart.open', { unit: unit.name })}</span>
            {changedBelow > 0 && !isOpen && <b className="changed-below">{t('chart.changedBelow', { count: changedBelow, total: formatNumber(changedBelow) })}</b>}
            {isOpen ? <UpOutlined /> : <DownOutlined />}
          </button>
        )}
      </span>
    </div>
  )
}

/** A unit that does not stand on the day of the page is opened on a day on which it did. */
export function useUnitTo() {
  const to = useTo()
  return ({ unit, stands }: ChartUnit) => (stands ? to(`/units/${unit.id}`) : { pathname: `/units/${unit.id}`, search: `?asOf=${unit.validFrom}` })
}
