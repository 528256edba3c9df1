import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, hasStatus, isPaused, type Finding } from '../api/problem'
import { ChangeButton } from '../app/ChangeButton'
import { ProblemAlert } from '../app/ProblemAlert'
import { ReasonField } from '../people/fields'
import { acceptAct, act as send, describeUnit, evaluationQuery, refreshPeople, type Act } from './queries'
import { GRADES, type Evaluation, type Grade } from './types'

export type PageAct = Act | 'unit' | 'people'

interface Words {
  unitGrade?: Grade
  unitGradeDocument?: string
  leaveOut?: string[]
  document?: string
  reason?: string
}

/** One act on the whole round, with what it means said before it, and whatever is against it by name. */
export function ActDrawer({ round, act, onClose }: { round: Evaluation; act: PageAct; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { line, sheets } = round
  const [form] = Form.useForm<Words>()
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const title = t(act === 'reopen' && line.state === 'PROPOSED' ? 'evaluation.acts.return' : `evaluation.acts.${act}`)
  const save = useMutation({
    mutationFn: ({ unitGrade, unitGradeDocument, leaveOut, document, reason }: Words) =>
      act === 'unit'
        ? describeUnit(line, unitGrade, unitGradeDocument?.trim() || undefined)
        : act === 'people'
          ? refreshPeople(line, leaveOut ?? [], key)
          : send(line, act, { document: document?.trim() || undefined, reason }, key),
    onError: (error) => {
      if (!isPaused(error)) setKey(crypto.randomUUID())
      if (hasStatus(error, 412)) void queries.invalidateQueries({ queryKey: evaluationQuery(line.id).queryKey })
    },
    onSuccess: (next) => {
      acceptAct(queries, next)
      onClose()
    },
  })
  // A finding names a person by number; the page by name.
  const named = (finding: Finding): Finding => {
    const who = sheets.find(({ personId }) => finding.field?.startsWith(`sheets.${personId}`))?.fullName
    return who ? { ...finding, messages: { vi: `${who}: ${finding.messages.vi}`, en: `${who}: ${finding.messages.en}` } } : finding
  }
  const findings = save.error instanceof ApiError ? (save.error.problem?.findings ?? []).map(named) : []
  return (
    <Drawer
      open
      size={500}
      title={<h2>{title}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" loading={save.isPending} data-testid={`confirm-${act}`} onClick={() => form.submit()}>
            {act === 'unit' ? t('action.save') : title}
          </ChangeButton>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {save.isError && <ProblemAlert error={save.error} title={t('form.notSaved')} findings={findings} kept={t('form.kept')} />}
      <p className="second">{t(`evaluation.means.${act}`)}</p>
      <Form
        form={form}
        layout="vertical"
        disabled={save.isPending}
        initialValues={{ unitGrade: line.unitGrade, unitGradeDocument: line.unitGradeDocument }}
        onFinish={(typed) => save.mutate(typed)}
      >
        {act === 'unit' && (
          <>
            <Form.Item name="unitGrade" label={t('evaluation.unitGrade')}>
              <Select
                allowClear
                placeholder={t('evaluation.notKnown')}
                data-testid="field-unitGrade"
                options={GRADES.filter((grade) => grade !== 'KXL').map((value) => ({ value, label: t(`conduct.grades.${value}`) }))}
              />
            </Form.Item>
            <Form.Item name="unitGradeDocument" label={t('conduct.document')}>
              <Input autoComplete="off" maxLength={200} data-testid="field-unitGradeDocument" />
            </Form.Item>
          </>
        )}
        {act === 'people' && (
          <Form.Item name="leaveOut" label={t('evaluation.leaveOut')}>
            <Select mode="multiple" optionFilterProp="label" data-testid="field-leaveOut" options={sheets.map(({ personId, fullName }) => ({ value: personId, label: fullName }))} />
          </Form.Item>
        )}
        {act === 'decide' && (
          <Form.Item name="document" label={t('evaluation.decisionDocument')}>
            <Input autoComplete="off" maxLength={200} data-testid="field-document" />
          </Form.Item>
        )}
        {act === 'reopen' && <ReasonField />}
      </Form>
    </Drawer>
  )
}
