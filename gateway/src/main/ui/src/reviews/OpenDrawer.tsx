import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPaused } from '../api/problem'
import { SCOPES, type ManagementScope } from '../api/types'
import { ChangeButton } from '../app/ChangeButton'
import { formatDay, parseDay } from '../app/dates'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { UnitPicker } from '../app/units'
import { useRefusal } from '../app/useRefusal'
import { day, required, TypedDate } from '../people/fields'
import { acceptReview, openReview } from './queries'
import { GROUPS, type FieldGroup } from './types'

interface TypedReview {
  unitId: string
  level: ManagementScope
  name: string
  groups?: FieldGroup[]
  firstDay: string
  deadline: string
}

const NAMES = ['unitId', 'level', 'name', 'groups', 'firstDay', 'deadline']

/** Opens a round: over which unit and all beneath it, what is looked at, from when, and by when. */
export function OpenDrawer({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const queries = useQueryClient()
  const [form] = Form.useForm<TypedReview>()
  const refusal = useRefusal(form, NAMES)
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const save = useMutation({
    mutationFn: ({ name, groups, firstDay, deadline, ...typed }: TypedReview) =>
      openReview(
        { ...typed, name: name.trim().normalize('NFC'), groups: groups ?? [], firstDay: parseDay(firstDay) ?? '', deadline: parseDay(deadline) ?? '' },
        key,
      ),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      // Where nothing was answered nobody knows whether it was done: the next try is then the same request.
      if (!isPaused(error)) setKey(crypto.randomUUID())
    },
    onSuccess: (review) => {
      acceptReview(queries, review)
      onDone(review.line.id)
    },
  })
  return (
    <Drawer
      open
      size={520}
      title={<h2>{t('review.open')}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" loading={save.isPending} data-testid="save-review" onClick={() => form.submit()}>
            {t('review.open')}
          </ChangeButton>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {!!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />}
      <p className="second">{t('review.openMeans')}</p>
      <Form
        form={form}
        layout="vertical"
        disabled={save.isPending}
        initialValues={{ level: 'COMMUNE_PARTY_COMMITTEE', firstDay: formatDay(legalDay) }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="name" label={t('review.name')} rules={[required(t, t('review.name'))]}>
          <Input autoComplete="off" maxLength={200} placeholder={t('review.namePlaceholder')} data-testid="field-name" />
        </Form.Item>
        <Form.Item name="unitId" label={t('review.unit')} extra={t('review.unitHint')} rules={[required(t, t('review.unit'))]}>
          <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="field-unitId" />
        </Form.Item>
        <Form.Item name="level" label={t('review.level')} extra={t('review.levelHint')} rules={[required(t, t('review.level'))]}>
          <Select data-testid="field-level" options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))} />
        </Form.Item>
        <Form.Item name="groups" label={t('review.groups')} extra={t('review.groupsHint')}>
          <Select
            mode="multiple"
            placeholder={t('review.allGroups')}
            data-testid="field-groups"
            options={GROUPS.map((value) => ({ value, label: t(`quality.groups.${value}`) }))}
          />
        </Form.Item>
        <div className="pair">
          <Form.Item name="firstDay" label={t('review.firstDay')} validateTrigger="onBlur" rules={[required(t, t('review.firstDay')), day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-firstDay" />
          </Form.Item>
          <Form.Item name="deadline" label={t('review.deadline')} validateTrigger="onBlur" rules={[required(t, t('review.deadline')), day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-deadline" />
          </Form.Item>
        </div>
      </Form>
    </Drawer>
  )
}
