import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { hasStatus } from '../api/problem'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { currentLanguage } from '../i18n'
import { readCell, textOf } from './cells'
import './evaluations.css'
import { sayPeriod } from './period'
import { acceptSelfAssessment, selfAssessmentsQuery, writeSelfAssessment } from './queries'
import { EvaluationTag } from './StateTag'
import { GRADES, type Criterion, type Grade, type SelfAssessment } from './types'

/** The rounds that an official is rated in, each with what they say of themself; nothing for anybody else. */
export function SelfAssessments({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { data, error, isError, refetch } = useQuery({ ...selfAssessmentsQuery(personId), enabled: can('self-assessment.read') })

  if (hasStatus(error, 403) || hasStatus(error, 404)) return null
  if (isError) return <ProblemAlert error={error} title={t('evaluation.failed')} onRetry={() => void refetch()} />
  if (!data || data.items.length === 0) return null
  return (
    <div data-testid="self-assessments">
      {data.items.map((round) => (
        <Round key={`${round.evaluationId} ${round.revision}`} personId={personId} round={round} />
      ))}
    </div>
  )
}

/** Scores by the code of their criterion, as a refusal names them. */
type Words = Record<string, string | undefined> & { grade?: Grade; comment?: string }

function Round({ personId, round }: { personId: string; round: SelfAssessment }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const locked = useAsOf().when !== 'today'
  const language = currentLanguage()
  const [form] = Form.useForm<Words>()
  const { scheme, said } = round
  const refusal = useRefusal(form, [...scheme.criteria.map(({ code }) => code), 'grade', 'comment'])
  const writable = round.writable && !locked
  const save = useMutation({
    mutationFn: (typed: Words) => writeSelfAssessment(personId, round, contentOf(scheme.criteria, typed)),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => refusal.setError(error),
    onSuccess: (next) => acceptSelfAssessment(queries, personId, next),
  })
  const stale = hasStatus(save.error, 412)
  return (
    <section className="self-assessment" aria-label={`${t('evaluation.own.title')}, ${sayPeriod(round, t)}`} data-testid={`self-${round.evaluationId}`}>
      <h3>
        {t('evaluation.own.title')}: {sayPeriod(round, t)}, {round.unitName} <EvaluationTag state={round.state} />
      </h3>
      <p className="second">
        {scheme.name[language]}, {scheme.regulation}
        {!scheme.confirmed && <span className="evaluation-unconfirmed"> {t('evaluation.unconfirmed')}</span>}. {t(round.writable ? 'evaluation.own.means' : 'evaluation.own.read')}
      </p>
      {stale ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('form.notSaved')}
          description={t('evaluation.own.saidElsewhere')}
          action={<ChangeButton size="small" onClick={() => void queries.invalidateQueries({ queryKey: selfAssessmentsQuery(personId).queryKey })}>{t('conflict.reload')}</ChangeButton>}
        />
      ) : (
        !!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />
      )}
      <Form<Words>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!writable || save.isPending}
        initialValues={{
          ...Object.fromEntries(scheme.criteria.map((criterion) => [criterion.code, textOf(said?.scores[criterion.code])])),
          grade: said?.grade,
          comment: said?.comment,
        }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <div className="self-scores">
          {scheme.criteria.map((criterion) => (
            <Form.Item
              key={criterion.code}
              name={criterion.code}
              label={criterion.name[language]}
              extra={hint(criterion)}
              validateTrigger="onBlur"
              rules={[
                {
                  validator: (_, text: string | undefined) =>
                    readCell(text ?? '', criterion).kind === 'wrong' ? Promise.reject(new Error(t('evaluation.notReadable'))) : Promise.resolve(),
                },
              ]}
            >
              <Input inputMode="decimal" autoComplete="off" data-testid={`self-${criterion.code}`} />
            </Form.Item>
          ))}
          <Form.Item name="grade" label={t('evaluation.selfGrade')}>
            <Select allowClear placeholder={t('form.choose')} data-testid="self-grade" options={GRADES.filter((grade) => grade !== 'KXL').map((value) => ({ value, label: t(`conduct.grades.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="comment" label={t('evaluation.own.comment')}>
          <Input.TextArea rows={3} maxLength={2000} data-testid="self-comment" />
        </Form.Item>
      </Form>
      <div className="self-foot">
        {round.writable && (
          <ChangeButton type="primary" loading={save.isPending} data-testid="save-self" onClick={() => form.submit()}>
            {t('evaluation.own.save')}
          </ChangeButton>
        )}
        <span className="second" aria-live="polite" data-testid="self-said">
          {said ? (
            <>
              {said.points !== undefined && (
                <>
                  <b>{t('evaluation.own.points', { points: textOf([said.points]) })}</b>
                  {!said.complete && ` (${t('evaluation.sofar')})`}
                  {'. '}
                </>
              )}
              {t('evaluation.own.writtenAt')} <InstantText at={said.writtenAt} />
            </>
          ) : (
            t('evaluation.own.nothingYet')
          )}
        </span>
      </div>
    </section>
  )

  function hint(criterion: Criterion): string {
    const most = t('evaluation.max', { max: criterion.max })
    switch (criterion.by) {
      case 'YES_NO':
        return `${most}, ${t('evaluation.oneOrNone')}`
      case 'PERCENTS':
        return `${most}, %: ${criterion.measures.map((measure) => t(`evaluation.measures.${measure}`)).join(' / ')}`
      default:
        return most
    }
  }
}

function contentOf(criteria: readonly Criterion[], typed: Words) {
  const scores = Object.fromEntries(
    criteria.flatMap((criterion) => {
      const read = readCell(typed[criterion.code] ?? '', criterion)
      return read.kind === 'values' ? [[criterion.code, read.values]] : []
    }),
  )
  return { scores, grade: typed.grade, comment: typed.comment?.trim() || undefined }
}
