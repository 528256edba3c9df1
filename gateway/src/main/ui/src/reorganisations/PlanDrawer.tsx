import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Popconfirm, Space, type FormInstance } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, hasStatus, isPaused, sayFinding, type Finding } from '../api/problem'
import type { Reorganisation, ReorganisationContent } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { ProblemAlert } from '../app/ProblemAlert'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { currentLanguage } from '../i18n'
import { acceptReorganisation, changeReorganisation, reorganisationQuery } from './queries'
import { useWhere } from './useNames'

/** The name of a field of the form, as Ant Design wants it. */
export type FieldName = (string | number)[]

interface PlanDrawerProps<V extends object> {
  title: string
  confirm?: { label: string; danger?: boolean }
  testId: string
  size?: number
  /** As it was on the screen when the drawer opened; none where it is only being prepared. */
  reorganisation?: Reorganisation
  about?: ReactNode
  initial?: Partial<V>
  fields?: ReactNode
  /** Which field of the form a finding belongs to; what belongs to none is said above, with its place in words. */
  at?: (path: string, typed: V) => FieldName | undefined
  /** What was sent, for the numbers that findings name. */
  sent?: (typed: V) => ReorganisationContent
  send: (typed: V, key: string) => Promise<Reorganisation>
  /** Takes the row out of the draft, which then says this. */
  remove?: { means: string; content: ReorganisationContent }
  onSaved?: (reorganisation: Reorganisation) => void
  onClose: () => void
}

/** One change of a reorganisation, sent against the revision that was on the screen. */
export function PlanDrawer<V extends object>(props: PlanDrawerProps<V>) {
  const { title, confirm, testId, size = 560, reorganisation, about, initial, fields, at, sent, send, remove, onSaved, onClose } = props
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const locked = useAsOf().when !== 'today'
  const [form] = Form.useForm<V>()
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))
  const save = useMutation({
    mutationFn: (typed: V | undefined) => (typed ? send(typed, key) : changeReorganisation(reorganisation!.line, remove!.content)),
    // Where nothing was answered nobody knows whether it was done: the next try is then the same request.
    onError: (error) => !isPaused(error) && setKey(crypto.randomUUID()),
    onSuccess: (next) => {
      saved.current = true
      acceptReorganisation(queries, next)
      onSaved?.(next)
      onClose()
    },
  })
  const { error, variables: typed } = save
  const findings = useMemo(() => (error instanceof ApiError ? (error.problem?.findings ?? []) : []), [error])
  const where = useWhere(reorganisation, findings)
  const placed = useMemo(
    () => findings.map((finding) => ({ finding, name: typed && finding.field ? at?.(finding.field, typed) : undefined })),
    // What was sent goes with what was answered.
    [findings],
  )

  useEffect(() => {
    const fields = new Map<string, { name: FieldName; errors: string[] }>()
    for (const { finding, name } of placed) {
      if (!name) continue
      const known = fields.get(name.join()) ?? { name, errors: [] }
      fields.set(name.join(), { name, errors: [...known.errors, sayFinding(finding, currentLanguage())] })
    }
    const first = [...fields.values()][0]
    if (!first) return
    ;(form as FormInstance).setFields([...fields.values()])
    ;(form as FormInstance).scrollToField(first.name, { block: 'nearest', focus: true })
  }, [form, placed, i18n.language])

  const others = placed.flatMap(({ finding, name }): Finding[] => {
    if (name) return []
    const place = where(finding, typed ? sent?.(typed) : remove?.content)
    return [place ? { ...finding, messages: { vi: `${place}: ${finding.messages.vi}`, en: `${place}: ${finding.messages.en}` } } : finding]
  })
  const stale = hasStatus(error, 412)
  const leave = () => guard.confirmLeave(onClose)
  return (
    <Drawer
      open
      size={size}
      title={<h2>{title}</h2>}
      onClose={leave}
      mask={{ closable: false }}
      footer={
        <Space>
          <ChangeButton
            type="primary"
            danger={confirm?.danger}
            loading={save.isPending}
            disabled={stale}
            data-testid={testId}
            onClick={() => form.submit()}
          >
            {confirm?.label ?? t('action.save')}
          </ChangeButton>
          <Button onClick={leave}>{t('action.cancel')}</Button>
          {remove && (
            <Popconfirm
              title={remove.means}
              okText={t('reorganisation.remove')}
              cancelText={t('action.cancel')}
              okButtonProps={{ danger: true }}
              disabled={locked || stale}
              onConfirm={() => save.mutate(undefined)}
            >
              <ChangeButton danger type="text" className="plan-remove" disabled={stale || save.isPending} data-testid="remove-row">
                {t('reorganisation.remove')}
              </ChangeButton>
            </Popconfirm>
          )}
        </Space>
      }
    >
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      {stale && reorganisation ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('form.notSaved')}
          description={t('reorganisation.conflict')}
          action={
            <Button
              size="small"
              onClick={() => {
                saved.current = true
                void queries.invalidateQueries({ queryKey: reorganisationQuery(reorganisation.line.id).queryKey })
                onClose()
              }}
            >
              {t('conflict.reload')}
            </Button>
          }
        />
      ) : (
        !!error && <ProblemAlert error={error} title={t('form.notSaved')} findings={others} kept={fields ? t('form.kept') : undefined} />
      )}
      {about}
      <Form
        form={form as FormInstance}
        layout="vertical"
        initialValues={initial ?? {}}
        disabled={save.isPending || locked}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => save.mutate(values as V)}
      >
        {fields}
      </Form>
    </Drawer>
  )
}
