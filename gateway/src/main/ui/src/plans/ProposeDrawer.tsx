import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlannedSeat } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useAsOf } from '../app/asOf'
import { parseDay } from '../app/dates'
import { day as dayRule, required, TypedDate } from '../people/fields'
import { PersonPicker } from '../people/PersonPicker'
import { modeOn } from '../preapproval/mode'
import { preApprovalQuery } from '../preapproval/queries'
import { dropPlans, propose } from './queries'

interface Typed {
  personId: string
  term: string
  source: 'INTERNAL' | 'EXTERNAL'
  decision?: string
  approvedOn?: string
}

const FIELDS = ['personId', 'term', 'source', 'decision', 'approvedOn'] as const

/** Proposes somebody for the seat; the limits of the law are told at once, with their articles. */
export function ProposeDrawer({ seat, onClose }: { seat: PlannedSeat; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { day } = useAsOf()
  const year = Number(day.slice(0, 4))
  const { data: said } = useQuery(preApprovalQuery)
  const pointerOnly = modeOn(said?.items ?? [], seat.managementScope, day) === 'POINTER'
  return (
    <AskDrawer
      title={t('plan.propose')}
      confirmTestId="confirm-propose"
      about={
        <p className="second">
          {seat.title}, {seat.unitName}
        </p>
      }
      names={FIELDS}
      initial={{ term: `${year}-${year + 5}`, source: 'INTERNAL' }}
      send={({ decision, approvedOn, ...typed }: Typed, key) =>
        propose(
          {
            ...typed,
            seatId: seat.id,
            ...(decision && approvedOn ? { paper: { decision: decision.trim(), approvedOn: parseDay(approvedOn) ?? '' } } : {}),
          },
          key,
        )
      }
      onDone={() => {
        dropPlans(queries)
        onClose()
      }}
      onClose={onClose}
      fields={
        <>
          <Form.Item name="personId" label={t('decision.person')} rules={[required(t, t('decision.person'))]}>
            <PersonPicker data-testid="field-person" />
          </Form.Item>
          <Form.Item
            name="term"
            label={t('plan.term')}
            extra={t('plan.termHint')}
            rules={[required(t, t('plan.term')), { pattern: /^\d{4}-\d{4}$/, message: t('plan.termHint') }]}
          >
            <Input autoComplete="off" data-testid="field-term" />
          </Form.Item>
          <Form.Item name="source" label={t('plan.source')}>
            <Radio.Group options={(['INTERNAL', 'EXTERNAL'] as const).map((value) => ({ value, label: t(`plan.sources.${value}`) }))} />
          </Form.Item>
          {pointerOnly && (
            <>
              <Alert type="info" showIcon title={t('plan.approvedOnly', { scope: t(`scope.${seat.managementScope}`) })} />
              <div className="pair">
                <Form.Item name="decision" label={t('plan.paper')} rules={[required(t, t('plan.paper'))]}>
                  <Input maxLength={60} autoComplete="off" data-testid="field-decision" />
                </Form.Item>
                <Form.Item name="approvedOn" label={t('plan.approvedOn')} validateTrigger="onBlur" rules={[required(t, t('plan.approvedOn')), dayRule(t)]}>
                  <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-approvedOn" />
                </Form.Item>
              </div>
            </>
          )}
        </>
      }
    />
  )
}
