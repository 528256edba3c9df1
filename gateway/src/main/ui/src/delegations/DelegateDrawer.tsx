import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { SCOPES, type Delegations, type HeldGrant, type ManagementScope } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { formatDay, parseDay, validToAfter } from '../app/dates'
import { useMe } from '../app/me'
import { useRoleName } from '../app/roles'
import { UnitPicker } from '../app/units'
import { day, ReasonField, required, TypedDate } from '../people/fields'
import { delegate } from './queries'

/** A delegation as it is typed: the end is the last day. */
interface Typed {
  grantId: string
  username: string
  unitId: string
  managementScopes?: ManagementScope[]
  securityClass?: HeldGrant['securityClass']
  validFrom: string
  validTo: string
  reason: string
}

const FIELDS = ['grantId', 'username', 'unitId', 'managementScopes', 'securityClass', 'validFrom', 'validTo', 'reason'] as const

/** Hands a part of an own right on; what is more than is held, the service says at its field. */
export function DelegateDrawer({ own, longest, onDone, onClose }: {
  own: readonly HeldGrant[]
  longest: number
  onDone: (now: Delegations) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const first = own[0]
  return (
    <AskDrawer
      title={t('delegation.add')}
      confirmTestId="confirm-delegate"
      size={520}
      about={<p className="second">{t('delegation.means', { count: longest })}</p>}
      names={FIELDS}
      initial={{ grantId: first?.id, unitId: first?.unitId, validFrom: formatDay(legalDay), securityClass: 'ORDINARY' }}
      send={({ validFrom, validTo, username, ...typed }: Typed, key) => {
        const last = parseDay(validTo)
        return delegate(
          { ...typed, username: username.trim(), validFrom: parseDay(validFrom) ?? '', validTo: last ? validToAfter(last) : '' },
          key,
        )
      }}
      onDone={onDone}
      onClose={onClose}
      fields={<Fields own={own} />}
    />
  )
}

function Fields({ own }: { own: readonly HeldGrant[] }) {
  const { t } = useTranslation()
  const roleName = useRoleName()
  const form = Form.useFormInstance<Typed>()
  return (
    <>
      <Form.Item name="grantId" label={t('delegation.which')} rules={[required(t, t('delegation.which'))]}>
        <Select
          options={own.map(({ id, role, unitName }) => ({ value: id, label: `${roleName(role)} · ${unitName}` }))}
          onChange={(id: string) => form.setFieldValue('unitId', own.find((grant) => grant.id === id)?.unitId)}
          data-testid="field-grant"
        />
      </Form.Item>
      <Form.Item name="username" label={t('delegation.to')} extra={t('delegation.toHint')} rules={[required(t, t('delegation.to'))]}>
        <Input autoComplete="off" autoCapitalize="none" spellCheck={false} data-testid="field-username" />
      </Form.Item>
      <Form.Item name="unitId" label={t('grants.unit')} extra={t('form.unitHint')} rules={[required(t, t('grants.unit'))]}>
        <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="field-unit" />
      </Form.Item>
      <Form.Item name="managementScopes" label={t('post.scope')} extra={t('delegation.scopesHint')}>
        <Select
          mode="multiple"
          maxTagCount="responsive"
          placeholder={t('delegation.sameScopes')}
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
        <Form.Item name="validTo" label={t('grants.lastDay')} validateTrigger="onBlur" rules={[required(t, t('grants.lastDay')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validTo" />
        </Form.Item>
      </div>
      <ReasonField />
    </>
  )
}
