import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Select, Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { acceptEvaluation, contentOf, evaluationQuery, writeSheet } from './queries'
import { GRADES, type Evaluation, type Grade, type Sheet } from './types'

interface Words {
  selfGrade?: Grade
  comment?: string
  proposed?: Grade
  reason?: string
}

const NAMES = ['selfGrade', 'comment', 'proposed', 'reason']

/** What is said of somebody in words: of themself, by the meeting, and why another grade is proposed than was reckoned. */
export function SheetDrawer({ round, sheet, writable, onClose }: { round: Evaluation; sheet: Sheet; writable: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [form] = Form.useForm<Words>()
  const refusal = useRefusal(form, NAMES)
  const save = useMutation({
    mutationFn: ({ selfGrade, comment, proposed, reason }: Words) =>
      writeSheet(round.line, sheet.personId, { ...contentOf(sheet), ...(sheet.self ? {} : { selfGrade }), comment: comment?.trim() || undefined, proposed, reason: reason?.trim() || undefined }),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      // The next try is made on what stands now.
      if (hasStatus(error, 412)) void queries.invalidateQueries({ queryKey: evaluationQuery(round.line.id).queryKey })
    },
    onSuccess: (next) => {
      acceptEvaluation(queries, next)
      onClose()
    },
  })
  const grades = GRADES.map((value) => ({ value, label: t(`conduct.grades.${value}`) }))
  return (
    <Drawer
      open
      size={500}
      title={<h2>{t('evaluation.sheet')}: {sheet.fullName}</h2>}
      onClose={onClose}
      footer={
        <Space>
          {writable && (
            <ChangeButton type="primary" loading={save.isPending} data-testid="save-sheet" onClick={() => form.submit()}>
              {t('action.save')}
            </ChangeButton>
          )}
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {!!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />}
      <Form
        form={form}
        layout="vertical"
        disabled={!writable || save.isPending}
        initialValues={{ selfGrade: sheet.selfGrade, comment: sheet.comment, proposed: sheet.proposed, reason: sheet.reason }}
        onFinish={(typed) => save.mutate(typed)}
      >
        {sheet.self ? (
          <dl className="facts own-words" data-testid="own-words">
            <dt>{t('evaluation.selfGrade')}</dt>
            <dd>{sheet.self.grade ? t(`conduct.grades.${sheet.self.grade}`) : t('evaluation.own.noComment')}</dd>
            <dt>{t('evaluation.own.comment')}</dt>
            <dd className="own-comment">{sheet.self.comment ?? t('evaluation.own.noComment')}</dd>
            <dt>{t('evaluation.own.writtenAt')}</dt>
            <dd><InstantText at={sheet.self.writtenAt} /></dd>
          </dl>
        ) : (
          <Form.Item name="selfGrade" label={t('evaluation.selfGrade')} extra={t('evaluation.selfHint')}>
            <Select allowClear placeholder={t('form.choose')} options={grades} data-testid="field-selfGrade" />
          </Form.Item>
        )}
        <Form.Item name="comment" label={t('evaluation.comment')}>
          <Input.TextArea rows={4} maxLength={2000} data-testid="field-comment" />
        </Form.Item>
        <Form.Item name="proposed" label={t('evaluation.proposed')} extra={t('evaluation.proposedHint')}>
          <Select allowClear placeholder={sheet.reckoned ? t(`conduct.grades.${sheet.reckoned}`) : t('form.choose')} options={grades} data-testid="field-proposed" />
        </Form.Item>
        <Form.Item name="reason" label={t('form.reason')} rules={[{ min: 3, max: 500, message: t('form.reasonLength') }]}>
          <Input.TextArea rows={2} maxLength={500} data-testid="field-reason" />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
