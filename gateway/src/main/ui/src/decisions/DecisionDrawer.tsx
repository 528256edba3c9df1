import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Input, Select, Space } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus, isPaused } from '../api/problem'
import { SCOPES, type Decision, type ManagementScope } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { formatDay, parseDay } from '../app/dates'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { day, ReasonField, required, TypedDate } from '../people/fields'
import { acceptDecision, decisionQuery, sendDecision, type DecisionAct } from './queries'
import { sayAct } from './words'

interface Typed {
  number: string
  signedOn: string
  authority?: ManagementScope
  days?: Record<string, string>
  reason?: string
}

const FIELDS = ['number', 'signedOn', 'authority', 'reason'] as const

/** One act on a decision, sent against the revision that was on the screen when the drawer opened. */
export function DecisionDrawer({ decision, act, onClose }: { decision: Decision; act: DecisionAct; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const locked = useAsOf().when !== 'today'
  const [form] = Form.useForm<Typed>()
  const refusal = useRefusal(form, FIELDS)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))

  const save = useMutation({
    mutationFn: (typed: Typed) =>
      sendDecision(
        decision,
        act,
        {
          number: typed.number?.trim(),
          signedOn: parseDay(typed.signedOn ?? '') ?? '',
          authority: typed.authority,
          days: Object.fromEntries(Object.entries(typed.days ?? {}).map(([id, text]) => [id, parseDay(text)])),
          reason: typed.reason,
        },
        key,
      ),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      // What is typed anew is another request; where nothing was answered nobody knows whether it was done, and it is the same.
      if (!isPaused(error)) setKey(crypto.randomUUID())
    },
    onSuccess: (next) => {
      saved.current = true
      acceptDecision(queries, next)
      onClose()
    },
  })

  const stale = hasStatus(refusal.error, 412)
  const withPaper = act !== 'withdraw'
  const withDays = act === 'issue' || act === 'correct'
  return (
    <Drawer
      open
      size={520}
      title={<h2>{t(`decision.${act}`)}</h2>}
      onClose={() => guard.confirmLeave(onClose)}
      mask={{ closable: false }}
      footer={
        <Space>
          <ChangeButton
            type="primary"
            danger={act === 'rescind' || act === 'withdraw'}
            loading={save.isPending}
            disabled={stale}
            data-testid={`confirm-${act}`}
            onClick={() => form.submit()}
          >
            {t(`decision.${act}`)}
          </ChangeButton>
          <Button onClick={() => guard.confirmLeave(onClose)}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('form.notSaved')}
          description={t('decision.conflict')}
          action={
            <Button
              size="small"
              onClick={() => {
                saved.current = true
                void queries.invalidateQueries({ queryKey: decisionQuery(decision.id).queryKey })
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
      <p className="second">{t(`decision.means.${act}`)}</p>
      <Form
        form={form}
        layout="vertical"
        disabled={save.isPending}
        initialValues={{
          ...(act === 'rescind' ? {} : { number: decision.number, signedOn: decision.signedOn && formatDay(decision.signedOn) }),
          authority: decision.authority ?? highest(decision),
          days: Object.fromEntries(
            decision.effects.map(({ id, effectiveFrom }) => [id, effectiveFrom ? formatDay(effectiveFrom) : '']),
          ),
        }}
        onFinish={(typed) => save.mutate(typed)}
      >
        {withPaper && (
          <div className="pair">
            <Form.Item name="number" label={t('decision.number')} rules={[required(t, t('decision.number')), { max: 100, message: t('form.titleLength') }]}>
              <Input autoComplete="off" data-testid="field-number" />
            </Form.Item>
            <Form.Item name="signedOn" label={t('decision.signedOn')} validateTrigger="onBlur" rules={[required(t, t('decision.signedOn')), day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-signedOn" />
            </Form.Item>
          </div>
        )}
        {act === 'issue' && (
          <Form.Item name="authority" label={t('decision.authority')} extra={t('decision.authorityHint')} rules={[required(t, t('decision.authority'))]}>
            <Select data-testid="field-authority" options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))} />
          </Form.Item>
        )}
        {withDays &&
          decision.effects.map((effect) => (
            <Form.Item
              key={effect.id}
              name={['days', effect.id]}
              label={`${effect.personName}: ${sayAct(t, decision.kind, effect.act)} ${effect.title}`}
              extra={t(`decision.dayOf.${effect.act}`)}
              validateTrigger="onBlur"
              // Without one, who is named is so from the day of the signature.
              rules={[...(act === 'issue' && effect.act === 'NOMINATE' ? [] : [required(t, t('decision.effectiveFrom'))]), day(t)]}
            >
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid={`field-day-${effect.act}`} />
            </Form.Item>
          ))}
        {act === 'issue' ? (
          <Form.Item name="reason" label={t('form.reason')} extra={t('decision.reasonHint')} rules={[{ min: 3, max: 500, message: t('form.reasonLength') }]}>
            <Input.TextArea rows={2} maxLength={500} data-testid="field-reason" />
          </Form.Item>
        ) : (
          <ReasonField />
        )}
      </Form>
    </Drawer>
  )
}

/** The highest of the scopes of its posts, as a first suggestion; the service judges it. */
const highest = (decision: Decision): ManagementScope | undefined =>
  SCOPES.find((scope) => decision.effects.some((effect) => effect.managementScope === scope))
