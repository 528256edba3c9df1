import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Drawer, Form, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlannedSeat, Verdict } from '../api/types'
import { useAsOf, useGo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { formatDay, parseDay } from '../app/dates'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { day as dayRule, required, TypedDate } from '../people/fields'
import { OutcomeTag } from '../seats/OutcomeTag'
import { acceptProcedure, openProcedure } from './queries'

interface Typed {
  requestedOn: string
  candidates: string[]
}

const FIELDS = ['requestedOn', 'candidates'] as const

/** Opens the five steps with the planned people; who does not qualify is refused by the service, with the article. */
export function OpenDrawer({ seat, verdicts, onClose }: { seat: PlannedSeat; verdicts: readonly Verdict[]; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const queries = useQueryClient()
  const { when, day } = useAsOf()
  const [form] = Form.useForm<Typed>()
  const refusal = useRefusal(form, FIELDS)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const save = useMutation({
    mutationFn: (typed: Typed) =>
      openProcedure({ seatId: seat.id, requestedOn: parseDay(typed.requestedOn) ?? '', candidates: typed.candidates }, key),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      setKey(crypto.randomUUID())
    },
    onSuccess: (procedure) => {
      acceptProcedure(queries, procedure)
      go(`/procedures/${procedure.id}`)
    },
  })
  return (
    <Drawer
      open
      size={480}
      title={<h2>{t('procedure.open')}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" loading={save.isPending} data-testid="confirm-open" onClick={() => form.submit()}>
            {t('procedure.open')}
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
        initialValues={{
          requestedOn: formatDay(day),
          candidates: verdicts.filter(({ overall }) => overall !== 'FAIL').map(({ personId }) => personId),
        }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="requestedOn" label={t('procedure.requestedOn')} validateTrigger="onBlur" rules={[required(t, t('procedure.requestedOn')), dayRule(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-requestedOn" />
        </Form.Item>
        <Form.Item name="candidates" label={t('procedure.candidates')} rules={[{ required: true, message: t('procedure.candidatesNeeded') }]}>
          <Checkbox.Group className="stacked">
            {verdicts.map(({ personId, personName, overall }) => (
              <Checkbox key={personId} value={personId}>
                <PersonName name={personName} /> <OutcomeTag outcome={overall} whole />
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
