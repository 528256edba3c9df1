import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Input, Radio, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedSeat } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
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
  const { when, day } = useAsOf()
  const [form] = Form.useForm<Typed>()
  const refusal = useRefusal(form, FIELDS)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const save = useMutation({
    mutationFn: (typed: Typed) => propose({ ...typed, seatId: seat.id }, key),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      setKey(crypto.randomUUID())
    },
    onSuccess: () => {
      dropPlans(queries)
      onClose()
    },
  })
  const year = Number(day.slice(0, 4))
  return (
    <Drawer
      open
      size={480}
      title={<h2>{t('plan.propose')}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" loading={save.isPending} data-testid="confirm-propose" onClick={() => form.submit()}>
            {t('plan.propose')}
          </ChangeButton>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {when !== 'today' && <Alert type="warning" showIcon title={t('day.locked')} />}
      {!!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />}
      <p className="second">
        {seat.title}, {seat.unitName}
      </p>
      <Form<Typed>
        form={form}
        layout="vertical"
        disabled={save.isPending}
        initialValues={{ term: `${year}-${year + 5}`, source: 'INTERNAL' }}
        onFinish={(typed) => save.mutate(typed)}
      >
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
      </Form>
    </Drawer>
  )
}
