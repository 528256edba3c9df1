import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Drawer, Form, Space } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { doubtsIdNumber, hasStatus } from '../api/problem'
import type { Assignment, Person } from '../api/types'
import { useAsOf } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { useRefusal } from '../app/useRefusal'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { IdentityFields, PostFields, ReasonField } from '../people/fields'
import { acceptChange, personQuery } from '../people/queries'
import { identityValues, NEW_PERSON_FIELDS, postValues } from '../people/values'
import { ConflictDialog } from './ConflictDialog'
import { Period } from '../app/DateText'
import { sendChange, type ChangeValues } from './sendChange'

export type Change =
  | { kind: 'identity' }
  | { kind: 'add' }
  | { kind: 'correct'; assignment: Assignment }
  | { kind: 'void'; assignment: Assignment }

interface ChangeDrawerProps {
  person: Person
  change: Change
  onClose: () => void
}

/** What the form starts from: the fact as it stands in this state of the person. */
export function startValues(change: Change, person: Person): Partial<ChangeValues> {
  if (change.kind === 'identity') return identityValues(person.identity)
  if (change.kind !== 'correct') return {}
  const assignment = person.assignments.find(({ id }) => id === change.assignment.id)
  return assignment ? postValues(assignment) : {}
}

/** One change of a person: typed beside the dossier, sent against the revision that was on the screen when it opened. */
export function ChangeDrawer({ person, change, onClose }: ChangeDrawerProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { legalDay } = useMe()
  const locked = useAsOf().when !== 'today'
  const [form] = Form.useForm<ChangeValues>()
  const refusal = useRefusal(form, NEW_PERSON_FIELDS)
  const [key] = useState(() => crypto.randomUUID())
  // Not the newest revision but the one that was read: a refresh in the background must not hide another's change.
  const [revision, setRevision] = useState(person.revision)
  const [initial] = useState(() => startValues(change, person))
  const [conflict, setConflict] = useState<Person>()
  // Once the number on record was doubted the reason may be given, and stays on the form.
  const [doubted, setDoubted] = useState(false)
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))

  const save = useMutation({
    mutationFn: (values: ChangeValues) => sendChange(person.id, change, values, { key, revision }),
    onMutate: () => refusal.setError(undefined),
    onError: async (error) => {
      if (doubtsIdNumber(error)) setDoubted(true)
      if (!hasStatus(error, 412)) return refusal.setError(error)
      try {
        setConflict(await queries.fetchQuery({ ...personQuery(person.id, undefined), staleTime: 0 }))
      } catch {
        refusal.setError(error)
      }
    },
    onSuccess: (changed) => {
      saved.current = true
      acceptChange(queries, changed)
      onClose()
    },
  })

  const voiding = change.kind === 'void'
  return (
    <Drawer
      open
      size={500}
      title={<h2>{t(`change.${change.kind}`)}</h2>}
      onClose={() => guard.confirmLeave(onClose)}
      mask={{ closable: false }}
      footer={
        <Space>
          <ChangeButton
            type="primary"
            danger={voiding}
            loading={save.isPending}
            data-testid={voiding ? 'confirm-void' : 'save-person'}
            onClick={() => form.submit()}
          >
            {t(voiding ? 'change.confirmVoid' : 'action.save')}
          </ChangeButton>
          <Button onClick={() => guard.confirmLeave(onClose)}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      {!!refusal.error && (
        <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />
      )}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        disabled={save.isPending}
        scrollToFirstError={{ focus: true }}
        onFinish={(values) => save.mutate(values)}
      >
        {change.kind === 'identity' && <IdentityFields today={legalDay} withIdNumberReason={doubted} />}
        {change.kind === 'add' && <PostFields />}
        {change.kind === 'correct' && (
          <PostFields chosen={{ id: change.assignment.unitId, name: change.assignment.unitName }} />
        )}
        {voiding && (
          <div className="void-what">
            <b>
              {change.assignment.title}, {change.assignment.unitName}
            </b>
            <Period {...change.assignment} />
            <p>{t('change.voidMeans')}</p>
          </div>
        )}
        {change.kind !== 'add' && <ReasonField />}
      </Form>
      {conflict && (
        <ConflictDialog
          change={change}
          fresh={conflict}
          typed={form.getFieldsValue()}
          onKeep={() => {
            setRevision(conflict.revision)
            setConflict(undefined)
          }}
          onReload={() => {
            form.setFieldsValue(startValues(change, conflict))
            setRevision(conflict.revision)
            setConflict(undefined)
          }}
        />
      )}
    </Drawer>
  )
}
