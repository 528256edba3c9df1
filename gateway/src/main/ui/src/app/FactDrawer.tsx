import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Space, type FormInstance } from 'antd'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import { ReasonField } from '../people/fields'
import { useAsOf } from './asOf'
import { ChangeButton } from './ChangeButton'
import { ProblemAlert } from './ProblemAlert'
import { useRefusal } from './useRefusal'
import { useUnsavedGuard } from './useUnsavedGuard'

interface FactDrawerProps<V extends object> {
  title: string
  /** Names of the fields as in the contract, so that findings find them. */
  names: readonly string[]
  initial?: Partial<V>
  /** Revision on the screen when the drawer opened. */
  revision: number
  fields?: ReactNode
  /** Asked for whenever something that stands is changed. */
  withReason: boolean
  confirm?: { label: string; danger: boolean }
  send: (values: V & { reason?: string }, sent: { key: string; revision: number }) => Promise<unknown>
  /** Reads what stands now, after somebody else was faster; where that is this very fact, its new values are shown. */
  reread: () => Promise<{ revision: number; values?: Partial<V> }>
  onSaved: () => void
  onClose: () => void
}

/** One fact of a person: recorded, put right or taken back, beside the page it stands on. */
export function FactDrawer<V extends object>(props: FactDrawerProps<V>) {
  const { title, names, initial, fields, withReason, confirm, send, reread, onSaved, onClose } = props
  const { t } = useTranslation()
  const locked = useAsOf().when !== 'today'
  const [form] = Form.useForm<V>()
  const refusal = useRefusal(form as FormInstance, names)
  // A key stands for one request: after a new revision was taken the next is another.
  const [sent, setSent] = useState(() => ({ key: crypto.randomUUID() as string, revision: props.revision }))
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))

  const save = useMutation({
    mutationFn: (values: V & { reason?: string }) => send(values, sent),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => refusal.setError(error),
    onSuccess: () => {
      saved.current = true
      onSaved()
      onClose()
    },
  })
  const takeNew = useMutation({
    mutationFn: reread,
    onError: (error) => refusal.setError(error),
    onSuccess: ({ revision, values }) => {
      refusal.setError(undefined)
      // Only somebody else's change of another fact leaves what was typed: nobody's word is overwritten unseen.
      if (values && JSON.stringify(values) !== JSON.stringify(initial)) form.setFieldsValue(values as Parameters<typeof form.setFieldsValue>[0])
      setSent({ key: crypto.randomUUID(), revision })
    },
  })

  const stale = hasStatus(refusal.error, 412)
  return (
    <Drawer
      open
      size={500}
      title={<h2>{title}</h2>}
      onClose={() => guard.confirmLeave(onClose)}
      mask={{ closable: false }}
      footer={
        <Space>
          <ChangeButton
            type="primary"
            danger={confirm?.danger}
            loading={save.isPending}
            disabled={stale}
            data-testid="confirm-fact"
            onClick={() => form.submit()}
          >
            {confirm?.label ?? t('action.save')}
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
          description={t('fact.conflictText')}
          action={
            <Button size="small" loading={takeNew.isPending} onClick={() => takeNew.mutate()} data-testid="take-new">
              {t('conflict.reload')}
            </Button>
          }
        />
      ) : (
        !!refusal.error && (
          <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />
        )
      )}
      <Form
        form={form as FormInstance}
        layout="vertical"
        initialValues={initial ?? {}}
        disabled={save.isPending}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => save.mutate(values as V & { reason?: string })}
      >
        {fields}
        {withReason && <ReasonField />}
      </Form>
    </Drawer>
  )
}
