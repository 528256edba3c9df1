import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlannedSeat } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useAsOf } from '../app/asOf'
import { required } from '../people/fields'
import { PersonPicker } from '../people/PersonPicker'
import { dropPlans, propose } from './queries'

interface Typed {
  personId: string
  term: string
  source: 'INTERNAL' | 'EXTERNAL'
}

const FIELDS = ['personId', 'term', 'source'] as const

/** Proposes somebody for the seat; the limits of the law are told at once, with their articles. */
export function ProposeDrawer({ seat, onClose }: { seat: PlannedSeat; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const year = Number(useAsOf().day.slice(0, 4))
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
      send={(typed: Typed, key) => propose({ ...typed, seatId: seat.id }, key)}
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
        </>
      }
    />
  )
}
