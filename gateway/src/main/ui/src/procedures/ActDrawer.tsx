import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Drawer, Form, Input, InputNumber, Radio, Select, Space } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import type { DocumentKind, Meeting, Procedure, ProcedureStep } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { formatDay, parseDay } from '../app/dates'
import { PersonName } from '../app/PersonName'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { day as dayRule, ReasonField, required, TypedDate } from '../people/fields'
import { PersonPicker } from '../people/PersonPicker'
import { acceptProcedure, procedureQuery, sendAct, type ProcedureAct } from './queries'
import { standing } from './standing'

/** What was asked for on the page. */
export type Asked =
  | { kind: 'policy' | 'papers' | 'rules' | 'document' | 'head' | 'conclude' | 'stop' }
  | { kind: 'hold' | 'correct'; step: ProcedureStep }

interface Typed {
  day: string
  decision?: string
  choice?: 'CONTINUE_UNDER_OLD' | 'RESTART_UNDER_NEW'
  personId?: string
  document?: DocumentKind
  number?: string
  views?: string
  reason?: string
  note?: string
  body?: string
  summoned?: number
  present?: number
  issued?: number
  returned?: number
  valid?: number
  namingNobody?: number
  members?: number
  ballot?: 'ONE_NAME' | 'EACH_PERSON'
  minutes?: string
  announced?: boolean
  votes?: Record<string, number>
}

/** Fields as the service names them, by the last step of the path, and here. */
const MEETING = ['heldOn', 'body', 'summoned', 'present', 'issued', 'returned', 'valid', 'namingNobody', 'members', 'minutes', 'announced'] as const
/** Only those that stand in the form: what is refused elsewhere, as somebody's votes, is told above it. */
const FIELDS: Record<Asked['kind'], readonly string[]> = {
  policy: ['approvedOn', 'decision', 'reason'],
  papers: ['note'],
  rules: ['choice', 'reason'],
  document: ['personId', 'number', 'issuedOn'],
  head: ['personId', 'views'],
  conclude: ['concludedOn', 'personId', 'reason'],
  stop: ['reason'],
  hold: MEETING,
  correct: [...MEETING, 'reason'],
}
const DAY_FIELD = { policy: 'approvedOn', document: 'issuedOn', hold: 'heldOn', correct: 'heldOn', conclude: 'concludedOn' } as const

/** One act of the procedure, sent against the revision that was on the screen when the drawer opened. */
export function ActDrawer({ procedure, asked, onDone, onClose }: {
  procedure: Procedure
  asked: Asked
  onDone: (asked: Asked) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { when, day } = useAsOf()
  const [form] = Form.useForm<Record<string, unknown>>()
  const refusal = useRefusal(form, FIELDS[asked.kind])
  const [key, setKey] = useState(() => crypto.randomUUID())
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))
  const dayField = asked.kind in DAY_FIELD ? DAY_FIELD[asked.kind as keyof typeof DAY_FIELD] : undefined
  const step = 'step' in asked ? asked.step : undefined

  const save = useMutation({
    mutationFn: (values: Record<string, unknown>) => sendAct(procedure, toAct(asked, values as unknown as Typed, dayField, values), key),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      setKey(crypto.randomUUID())
    },
    onSuccess: (next) => {
      saved.current = true
      acceptProcedure(queries, next)
      onDone(asked)
      onClose()
    },
  })
  const stale = hasStatus(refusal.error, 412)
  const title = step ? `${t(`procedure.acts.${asked.kind}`)}: ${t('procedure.step', { number: step.number })}` : t(`procedure.acts.${asked.kind}`)
  return (
    <Drawer
      open
      size={560}
      title={<h2>{title}</h2>}
      onClose={() => guard.confirmLeave(onClose)}
      mask={{ closable: false }}
      footer={
        <Space>
          <ChangeButton
            type="primary"
            danger={asked.kind === 'stop'}
            loading={save.isPending}
            disabled={stale}
            data-testid="confirm-act"
            onClick={() => form.submit()}
          >
            {t(`procedure.acts.${asked.kind}`)}
          </ChangeButton>
          <Button onClick={() => guard.confirmLeave(onClose)}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {when !== 'today' && <Alert type="warning" showIcon title={t('day.locked')} />}
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('form.notSaved')}
          description={t('procedure.conflict')}
          action={
            <Button
              size="small"
              onClick={() => {
                saved.current = true
                void queries.invalidateQueries({ queryKey: procedureQuery(procedure.id).queryKey })
                onClose()
              }}
            >
              {t('conflict.reload')}
            </Button>
          }
        />
      ) : (
        !!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />
      )}
      <Form
        form={form}
        layout="vertical"
        disabled={save.isPending}
        initialValues={initial(asked, dayField, formatDay(day))}
        onFinish={(values) => save.mutate(values)}
      >
        {dayField && (
          <Form.Item name={dayField} label={t(`procedure.days.${dayField}`)} validateTrigger="onBlur" rules={[required(t, t(`procedure.days.${dayField}`)), dayRule(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-day" />
          </Form.Item>
        )}
        {asked.kind === 'policy' && (
          <Form.Item name="decision" label={t('procedure.policyPaper')} rules={[required(t, t('procedure.policyPaper'))]}>
            <Input maxLength={60} autoComplete="off" data-testid="field-decision" />
          </Form.Item>
        )}
        {asked.kind === 'papers' && (
          <>
            <Alert type="info" showIcon title={t('procedure.papersMean')} />
            <Form.Item name="note" label={t('procedure.papersNote')} rules={[{ min: 3, max: 500, message: t('form.reasonLength') }]}>
              <Input.TextArea rows={2} maxLength={500} data-testid="field-note" />
            </Form.Item>
          </>
        )}
        {asked.kind === 'rules' && (
          <Form.Item name="choice" label={t('procedure.chooseRules')} rules={[required(t, t('procedure.chooseRules'))]}>
            <Radio.Group
              className="stacked"
              options={(['CONTINUE_UNDER_OLD', 'RESTART_UNDER_NEW'] as const).map((value) => ({ value, label: t(`procedure.choices.${value}`) }))}
            />
          </Form.Item>
        )}
        {(asked.kind === 'document' || asked.kind === 'head') && (
          <Form.Item name="personId" label={t('decision.person')} rules={[required(t, t('decision.person'))]}>
            <Select
              data-testid="field-person"
              placeholder={t('form.choose')}
              options={procedure.candidates
                .filter(({ personId }) => asked.kind !== 'head' || headMay(procedure).includes(personId))
                .map(({ personId, personName }) => ({ value: personId, label: personName ?? t('procedure.outside') }))}
            />
          </Form.Item>
        )}
        {asked.kind === 'conclude' && procedure.pointer && (
          <Form.Item name="personId" label={t('procedure.chosen')} extra={t('procedure.pointer.publicOnly')} rules={[required(t, t('procedure.chosen'))]}>
            <PersonPicker data-testid="field-person" />
          </Form.Item>
        )}
        {asked.kind === 'document' && (
          <div className="pair">
            <Form.Item name="document" label={t('procedure.document')} rules={[required(t, t('procedure.document'))]}>
              <Select
                data-testid="field-document"
                options={(['HEALTH_CERTIFICATE', 'PHOTO'] as const).map((value) => ({ value, label: t(`procedure.documents.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="number" label={t('certificate.number')} rules={[required(t, t('certificate.number'))]}>
              <Input maxLength={60} autoComplete="off" data-testid="field-number" />
            </Form.Item>
          </div>
        )}
        {asked.kind === 'head' && (
          <Form.Item name="views" label={t('procedure.views')} rules={[required(t, t('procedure.views')), { min: 3 }]}>
            <Input.TextArea rows={4} maxLength={2000} data-testid="field-views" />
          </Form.Item>
        )}
        {step && <MeetingFields procedure={procedure} step={step} />}
        {(asked.kind === 'rules' || asked.kind === 'stop' || asked.kind === 'correct') && <ReasonField />}
        {(asked.kind === 'policy' || asked.kind === 'conclude') && (
          <Form.Item name="reason" label={t('form.reason')} extra={t(`procedure.reasons.${asked.kind}`)} rules={[{ min: 3, max: 500, message: t('form.reasonLength') }]}>
            <Input.TextArea rows={2} maxLength={500} data-testid="field-reason" />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  )
}

/** Those between whom the head chooses. */
const headMay = (procedure: Procedure): readonly string[] => procedure.steps.find(({ ruling }) => ruling?.result === 'HEAD_CHOOSES')?.ruling?.people ?? []

/** The counts stand in the order in which the tellers read them out. */
function MeetingFields({ procedure, step }: { procedure: Procedure; step: ProcedureStep }) {
  const { t } = useTranslation()
  const ballot = step.number > 1
  const count = (name: 'summoned' | 'present' | 'issued' | 'returned' | 'valid' | 'namingNobody' | 'members', must = true) => (
    <Form.Item key={name} name={name} label={t(`procedure.counts.${name}`)} rules={must ? [{ required: true, message: t('form.required', { label: t(`procedure.counts.${name}`).toLowerCase() }) }] : []}>
      <InputNumber min={0} max={100000} precision={0} data-testid={`field-${name}`} />
    </Form.Item>
  )
  return (
    <>
      <Form.Item name="body" label={t('procedure.body')} rules={[required(t, t('procedure.body'))]}>
        <Input maxLength={200} autoComplete="off" data-testid="field-body" />
      </Form.Item>
      <div className="count-fields">
        {count('summoned')}
        {count('present')}
        {ballot && count('issued')}
        {ballot && count('returned')}
        {ballot && count('valid')}
        {step.number === 3 && count('members')}
      </div>
      {ballot && (
        <>
          {step.number >= 4 && (
            <Form.Item name="ballot" label={t('procedure.ballot')} rules={[{ required: true }]}>
              <Radio.Group options={(['ONE_NAME', 'EACH_PERSON'] as const).map((value) => ({ value, label: t(`procedure.ballots.${value}`) }))} />
            </Form.Item>
          )}
          <h3>{t('procedure.votes')}</h3>
          <div className="count-fields">
            {standing(procedure, step).map(({ personId, personName }) => (
              <Form.Item
                key={personId}
                name={['votes', personId]}
                label={personName ? <PersonName name={personName} /> : t('procedure.outside')}
                rules={[{ required: true, message: t('procedure.votesNeeded') }]}
              >
                <InputNumber min={0} max={100000} precision={0} data-testid={`votes-${personId}`} />
              </Form.Item>
            ))}
            {count('namingNobody', false)}
          </div>
          <Form.Item name="announced" valuePropName="checked">
            <Checkbox data-testid="field-announced">{t('procedure.wasAnnounced')}</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item name="minutes" label={t('procedure.minutes')} rules={[required(t, t('procedure.minutes'))]}>
        <Input maxLength={60} autoComplete="off" data-testid="field-minutes" />
      </Form.Item>
    </>
  )
}

function initial(asked: Asked, dayField: string | undefined, today: string): Record<string, unknown> {
  const meeting = asked.kind === 'correct' ? asked.step.meeting : undefined
  return {
    ...(dayField ? { [dayField]: meeting ? formatDay(meeting.heldOn) : today } : {}),
    ballot: meeting?.kind ?? 'ONE_NAME',
    ...(meeting
      ? { ...meeting, heldOn: formatDay(meeting.heldOn), votes: Object.fromEntries((meeting.votes ?? []).map(({ personId, count }) => [personId, count])) }
      : {}),
  }
}

function toAct(asked: Asked, typed: Typed, dayField: string | undefined, values: Record<string, unknown>): ProcedureAct {
  const day = parseDay(String(dayField ? values[dayField] : '')) ?? ''
  const reason = typed.reason?.trim()
  switch (asked.kind) {
    case 'policy':
      return { kind: 'policy', approvedOn: day, decision: typed.decision?.trim() ?? '', reason }
    case 'papers':
      return { kind: 'papers', note: typed.note?.trim() }
    case 'rules':
      return { kind: 'rules', choice: typed.choice!, reason: reason ?? '' }
    case 'document':
      return { kind: 'document', personId: typed.personId!, document: typed.document!, number: typed.number?.trim() ?? '', issuedOn: day }
    case 'head':
      return { kind: 'head', personId: typed.personId!, views: typed.views?.trim() ?? '' }
    case 'conclude':
      return { kind: 'conclude', concludedOn: day, personId: typed.personId, reason }
    case 'stop':
      return { kind: 'stop', reason: reason ?? '' }
    case 'hold':
      return { kind: 'hold', number: asked.step.number, meeting: toMeeting(asked.step, typed, day) }
    case 'correct':
      return { kind: 'correct', number: asked.step.number, meeting: toMeeting(asked.step, typed, day), reason: reason ?? '' }
  }
}

function toMeeting(step: ProcedureStep, typed: Typed, heldOn: string): Meeting {
  const common = { heldOn, body: typed.body?.trim() ?? '', summoned: typed.summoned ?? 0, present: typed.present ?? 0, minutes: typed.minutes?.trim() ?? '' }
  if (step.number === 1) return common
  return {
    ...common,
    issued: typed.issued,
    returned: typed.returned,
    valid: typed.valid,
    ...(typed.namingNobody !== undefined && typed.namingNobody !== null ? { namingNobody: typed.namingNobody } : {}),
    ...(step.number === 3 ? { members: typed.members } : {}),
    ...(step.number >= 4 ? { kind: typed.ballot } : {}),
    votes: Object.entries(typed.votes ?? {}).flatMap(([personId, count]) => (count === null || count === undefined ? [] : [{ personId, count }])),
    announced: typed.announced ?? false,
  }
}
