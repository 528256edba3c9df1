import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { doubtsIdNumber } from '../api/problem'
import { useGo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { Nothing } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { usePageTitle } from '../app/usePageTitle'
import { useRefusal } from '../app/useRefusal'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { IdentityFields, PostFields } from './fields'
import { acceptChange } from './queries'
import { NEW_PERSON_FIELDS, toAssignment, toFileNumber, toIdentity, toIdNumber, type IdentityValues, type PostValues } from './values'

type Values = IdentityValues & PostValues

export function NewPersonPage() {
  const { t } = useTranslation()
  const { can, settled } = useMe()
  if (!settled) return null
  return can('person.write') ? <NewPersonForm /> : <Nothing title={t('missing.rights')} />
}

function NewPersonForm() {
  const { t } = useTranslation()
  usePageTitle(t('newPerson.title'))
  const go = useGo()
  const queries = useQueryClient()
  const { legalDay } = useMe()
  const [form] = Form.useForm<Values>()
  const refusal = useRefusal(form, NEW_PERSON_FIELDS)
  // One key for as long as the form is open: a retry after a lost answer does not register the person twice.
  const [key] = useState(() => crypto.randomUUID())
  // Once the number was doubted the reason may be given, and stays on the form.
  const [doubted, setDoubted] = useState(false)
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))

  const save = useMutation({
    mutationFn: (values: Values) =>
      answer(
        personnel.POST('/api/personnel/people', {
          params: { header: { 'Idempotency-Key': key } },
          body: {
            ...toIdentity(values),
            ...toFileNumber(values),
            ...toIdNumber(values),
            assignment: toAssignment(values),
          },
        }),
      ),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      if (doubtsIdNumber(error)) setDoubted(true)
    },
    onSuccess: (person) => {
      saved.current = true
      acceptChange(queries, person)
      go(`/people/${person.id}`)
    },
  })

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('newPerson.title')}</h1>
      </div>
      {!!refusal.error && (
        <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />
      )}
      <Form
        form={form}
        layout="vertical"
        className="new-person"
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => save.mutate(values)}
        disabled={save.isPending}
      >
        <section className="card">
          <h2>{t('newPerson.identity')}</h2>
          <div className="card-body">
            <IdentityFields today={legalDay} withNumbers withIdNumberReason={doubted} />
          </div>
        </section>
        <section className="card">
          <h2>{t('newPerson.post')}</h2>
          <div className="card-body">
            <PostFields />
          </div>
        </section>
        <div className="form-foot">
          <p>{t('newPerson.hint')}</p>
          <Button onClick={() => guard.confirmLeave(() => ((saved.current = true), go('/people')))}>{t('action.cancel')}</Button>
          <ChangeButton type="primary" htmlType="submit" loading={save.isPending} data-testid="save-person">
            {t('newPerson.save')}
          </ChangeButton>
        </div>
      </Form>
    </div>
  )
}
