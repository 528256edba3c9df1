import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Space, type FormInstance } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isPaused } from '../api/problem'
import { useAsOf } from './asOf'
import { ChangeButton } from './ChangeButton'
import { ProblemAlert } from './ProblemAlert'
import { useRefusal } from './useRefusal'

interface AskDrawerProps<V extends object, R> {
  /** What is done: the title, and the button that does it. */
  title: string
  confirmTestId: string
  size?: number
  /** What it is done to. */
  about: ReactNode
  /** Names of the fields as in the contract, so that findings find them. */
  names: readonly string[]
  initial: Partial<V>
  fields: ReactNode
  send: (typed: V, key: string) => Promise<R>
  onDone: (answer: R) => void
  onClose: () => void
}

/** Asks for the little that one act needs. A refusal stands at its field, what was typed stays, and the next try is a new request. */
export function AskDrawer<V extends object, R>({ title, confirmTestId, size = 480, about, names, initial, fields, send, onDone, onClose }: AskDrawerProps<V, R>) {
  const { t } = useTranslation()
  const { when } = useAsOf()
  const [form] = Form.useForm<V>()
  const refusal = useRefusal(form as FormInstance, names)
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const save = useMutation({
    mutationFn: (typed: V) => send(typed, key),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      // Where nothing was answered nobody knows whether it was done: the next try is then the same request.
      if (!isPaused(error)) setKey(crypto.randomUUID())
    },
    onSuccess: onDone,
  })
  return (
    <Drawer
      open
      size={size}
      title={<h2>{title}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" loading={save.isPending} data-testid={confirmTestId} onClick={() => form.submit()}>
            {title}
          </ChangeButton>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {when !== 'today' && <Alert type="warning" showIcon title={t('day.locked')} />}
      {!!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />}
      {about}
      <Form
        form={form as FormInstance}
        layout="vertical"
        disabled={save.isPending}
        initialValues={initial}
        onFinish={(typed) => save.mutate(typed as V)}
      >
        {fields}
      </Form>
    </Drawer>
  )
}
