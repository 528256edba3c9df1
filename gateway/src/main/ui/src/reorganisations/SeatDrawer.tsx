import { Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SCOPES, type FutureSeat, type Regime, type Reorganisation, type SeatKind } from '../api/types'
import { fold, matches } from '../app/unitTree'
import { UnitPicker } from '../app/units'
import { required } from '../people/fields'
import { contentOf, said, withoutSeat, withSeat } from './content'
import { PlanDrawer } from './PlanDrawer'
import { changeReorganisation } from './queries'
import { useBeginning, useTitles } from './useNames'

const SEAT_KINDS: readonly SeatKind[] = ['APPOINTED', 'ELECTED', 'RATIFIED', 'DESIGNATED']
const REGIMES: readonly Regime[] = ['CADRE', 'PUBLIC_EMPLOYEE']

/** One seat that begins, in a unit that begins or stands. */
export function SeatDrawer({ reorganisation, row, onClose }: { reorganisation: Reorganisation; row?: FutureSeat; onClose: () => void }) {
  const { t } = useTranslation()
  const [base] = useState(reorganisation)
  const [id] = useState(() => row?.id ?? crypto.randomUUID())
  const before = useBeginning(base)
  const titles = useTitles()
  const content = contentOf(base)
  const index = row ? content.newSeats.findIndex((seat) => seat.id === row.id) : content.newSeats.length
  const next = (typed: Omit<FutureSeat, 'id'>) => withSeat(content, { id, ...said(typed) })
  return (
    <PlanDrawer<Omit<FutureSeat, 'id'>>
      title={row ? t('reorganisation.editSeat') : t('reorganisation.addSeat')}
      testId="save-seat"
      reorganisation={base}
      initial={row ?? { kind: 'APPOINTED', regime: 'CADRE', holders: 1 }}
      fields={
        <>
          <Form.Item name="unitId" label={t('reorganisation.fields.unitId')} extra={t('form.unitHint')} rules={[required(t, t('reorganisation.fields.unitId'))]}>
            <UnitPicker before={before} placeholder={t('form.unitPlaceholder')} data-testid="field-unitId" />
          </Form.Item>
          <Form.Item name="titleCode" label={t('reorganisation.fields.titleCode')} rules={[required(t, t('reorganisation.fields.titleCode'))]}>
            {titles.isEnabled && !titles.isError ? (
              <Select
                loading={titles.isPending}
                showSearch={{ filterOption: (typed, option) => matches(fold(option?.label ?? ''), typed) }}
                placeholder={t('form.choose')}
                data-testid="field-titleCode"
                options={titles.data?.map(({ code, name }) => ({ value: code, label: name }))}
              />
            ) : (
              <Input autoComplete="off" maxLength={40} data-testid="field-titleCode" />
            )}
          </Form.Item>
          <div className="pair">
            <Form.Item name="kind" label={t('seat.kind')} rules={[required(t, t('seat.kind'))]}>
              <Select data-testid="field-kind" options={SEAT_KINDS.map((kind) => ({ value: kind, label: t(`seat.kinds.${kind}`) }))} />
            </Form.Item>
            <Form.Item name="regime" label={t('reorganisation.regime')} rules={[required(t, t('reorganisation.regime'))]}>
              <Select data-testid="field-regime" options={REGIMES.map((regime) => ({ value: regime, label: t(`reorganisation.regimes.${regime}`) }))} />
            </Form.Item>
          </div>
          <Form.Item name="managementScope" label={t('post.scope')} rules={[required(t, t('post.scope'))]}>
            <Select placeholder={t('form.choose')} data-testid="field-managementScope" options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))} />
          </Form.Item>
          <div className="pair">
            <Form.Item name="holders" label={t('seat.places')} rules={[{ required: true, message: t('form.requiredShort') }]}>
              <InputNumber min={1} max={100_000} precision={0} data-testid="field-holders" />
            </Form.Item>
            <Form.Item name="termMonths" label={t('decision.termMonths')} extra={t('reorganisation.seatTermHint')}>
              <InputNumber min={1} max={1200} precision={0} data-testid="field-termMonths" />
            </Form.Item>
          </div>
        </>
      }
      at={(path) => {
        const [, at, field] = /^newSeats\[(\d+)](?:\.(\w+))?$/.exec(path) ?? []
        return Number(at) === index ? [field ?? 'unitId'] : undefined
      }}
      sent={next}
      send={(typed) => changeReorganisation(base.line, next(typed))}
      remove={row && { means: t('reorganisation.removeSeat'), content: withoutSeat(content, row.id) }}
      onClose={onClose}
    />
  )
}
