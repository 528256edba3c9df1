import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SCOPES, type AccountGrants, type Grant, type ManagementScope } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { formatDay, parseDay, validToAfter } from '../app/dates'
import { useMe } from '../app/me'
import { GIVEN_ROLES, OWN_RECORD, useRoleName } from '../app/roles'
import { UnitPicker } from '../app/units'
import { day, ReasonField, required, TypedDate } from '../people/fields'
import { giveGrant, upToDate } from './queries'

/** A right as it is typed: the end is the last day. */
interface Typed {
  role: string
  unitId: string
  fileNumber?: string
  managementScopes?: ManagementScope[]
  securityClass?: Grant['securityClass']
  validFrom: string
  validTo?: string
  reason: string
}

const FIELDS = ['role', 'unitId', 'fileNumber', 'managementScopes', 'securityClass', 'validFrom', 'validTo', 'reason'] as const

export function GiveGrantDrawer({ held, onDone, onClose }: {
  held: AccountGrants
  onDone: (now: AccountGrants) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const queries = useQueryClient()
  return (
    <AskDrawer
      title={t('grants.add')}
      confirmTestId="confirm-give"
      size={520}
      about={<p className="second">{t('grants.ends', { username: held.username })}</p>}
      names={FIELDS}
      initial={{ validFrom: formatDay(legalDay), securityClass: 'ORDINARY' }}
      send={({ validFrom, validTo, fileNumber, ...typed }: Typed, key) => {
        const last = parseDay(validTo ?? '')
        const body = {
          ...typed,
          fileNumber: typed.role === OWN_RECORD ? fileNumber?.trim() || undefined : undefined,
          validFrom: parseDay(validFrom) ?? '',
          validTo: last && validToAfter(last),
        }
        return upToDate(queries, held.username, giveGrant(held, body, key))
      }}
      onDone={onDone}
      onClose={onClose}
      fields={<GrantFields />}
    />
  )
}

function GrantFields() {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const [role, setRole] = useState<string>()
  return (
    <>
      <Form.Item name="role" label={t('grants.role')} rules={[required(t, t('grants.role'))]}>
        <Select
          placeholder={t('form.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          options={GIVEN_ROLES.map((value) => ({ value, label: roleName(value) }))}
          onChange={setRole}
          data-testid="field-role"
        />
      </Form.Item>
      {role === OWN_RECORD && (
        <Form.Item name="fileNumber" label={t('grants.fileNumber')} extra={t('grants.fileNumberHint')} rules={[required(t, t('grants.fileNumber'))]}>
          <Input autoComplete="off" maxLength={40} data-testid="field-fileNumber" />
        </Form.Item>
      )}
      <Form.Item name="unitId" label={t('grants.unit')} extra={t('form.unitHint')} rules={[required(t, t('grants.unit'))]}>
        <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="field-unit" />
      </Form.Item>
      <Form.Item name="managementScopes" label={t('post.scope')}>
        <Select
          mode="multiple"
          maxTagCount="responsive"
          placeholder={t('scopeChip.every')}
          options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
          data-testid="field-scopes"
        />
      </Form.Item>
      <Form.Item name="securityClass" label={t('grants.class')}>
        <Select options={(['ORDINARY', 'RESTRICTED'] as const).map((value) => ({ value, label: t(`class.${value}`) }))} data-testid="field-class" />
      </Form.Item>
      <div className="pair">
        <Form.Item name="validFrom" label={t('post.from')} validateTrigger="onBlur" rules={[required(t, t('post.from')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validFrom" />
        </Form.Item>
        <Form.Item name="validTo" label={t('grants.lastDay')} validateTrigger="onBlur" rules={[day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validTo" />
        </Form.Item>
      </div>
      <ReasonField />
    </>
  )
}
