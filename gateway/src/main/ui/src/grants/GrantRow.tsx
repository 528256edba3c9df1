import { Form, Input, Select, type FormRule } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SCOPES } from '../api/types'
import { parseDay } from '../app/dates'
import { OWN_RECORD, ROLES, useRoleName } from '../app/roles'
import { UnitPicker } from '../app/units'

export function GrantRow({ name, remove }: { name: number; remove: ReactNode }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const role = Form.useWatch<string | undefined>(['grants', name, 'role'])
  const required: FormRule = { required: true, message: t('form.requiredShort') }
  const day: FormRule = {
    validator: (_, text: string | undefined) =>
      !text?.trim() || parseDay(text) ? Promise.resolve() : Promise.reject(new Error(t('form.day'))),
  }
  return (
    <div className="grant-row" role="group" aria-label={t('grants.row', { number: name + 1 })} data-testid={`grant-row-${name}`}>
      <Form.Item name={[name, 'role']} label={t('grants.role')} rules={[required]}>
        <Select
          placeholder={t('form.choose')}
          options={ROLES.map((role) => ({ value: role, label: roleName(role) }))}
          data-testid="grant-role"
        />
      </Form.Item>
      {role === OWN_RECORD && (
        <Form.Item name={[name, 'fileNumber']} label={t('grants.fileNumber')} extra={t('grants.fileNumberHint')} rules={[required]}>
          <Input autoComplete="off" maxLength={40} data-testid="grant-file-number" />
        </Form.Item>
      )}
      <Form.Item name={[name, 'unitId']} label={t('grants.unit')} rules={[required]}>
        <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="grant-unit" />
      </Form.Item>
      <Form.Item name={[name, 'managementScopes']} label={t('post.scope')}>
        <Select
          mode="multiple"
          maxTagCount="responsive"
          placeholder={t('scopeChip.every')}
          options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
          data-testid="grant-scopes"
        />
      </Form.Item>
      <Form.Item name={[name, 'securityClass']} label={t('grants.class')}>
        <Select
          options={(['ORDINARY', 'RESTRICTED'] as const).map((value) => ({ value, label: t(`class.${value}`) }))}
          data-testid="grant-class"
        />
      </Form.Item>
      <Form.Item name={[name, 'validFrom']} label={t('post.from')} validateTrigger="onBlur" rules={[required, day]}>
        <Input placeholder={t('form.dayPlaceholder')} inputMode="numeric" maxLength={10} data-testid="grant-from" />
      </Form.Item>
      <Form.Item name={[name, 'validTo']} label={t('post.to')} validateTrigger="onBlur" rules={[day]}>
        <Input placeholder={t('form.dayPlaceholder')} inputMode="numeric" maxLength={10} data-testid="grant-to" />
      </Form.Item>
      <div className="grant-remove">{remove}</div>
    </div>
  )
}
