import { Checkbox, Form, Input, Radio, Select, type FormRule } from 'antd'
import type { TFunction } from 'i18next'
import type { FocusEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { SCOPES } from '../api/types'
import { formatDay, parseDay, parsePartial, typedPartial, type Day } from '../app/dates'
import { UnitPicker } from '../app/units'
import { inSentence } from '../app/words'
import type { PostValues } from './values'

/** A date typed by hand; once it is understood it is written out in full. Takes part in a form like any input. */
export function TypedDate({ value = '', onChange, onBlur, partial, ...props }: {
  value?: string
  onChange?: (text: string) => void
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void
  partial?: boolean
  id?: string
  placeholder: string
  'data-testid': string
}) {
  const understood = partial ? parsePartial(value) : parseDay(value)
  const tidy = understood && (partial ? typedPartial(understood) : formatDay(understood))
  return (
    <Input
      {...props}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      onChange={(event) => onChange?.(event.target.value)}
      onBlur={(event) => {
        if (tidy && tidy !== value) onChange?.(tidy)
        onBlur?.(event)
      }}
    />
  )
}

export const required = (t: TFunction, label: string): FormRule => ({
  required: true,
  whitespace: true,
  message: t('form.required', { label: inSentence(label) }),
})

export const day = (t: TFunction): FormRule => ({
  validator: (_, text: string | undefined) =>
    !text?.trim() || parseDay(text) ? Promise.resolve() : Promise.reject(new Error(t('form.day'))),
})

/** Why a number stands although it says another sex or year of birth; asked once it was doubted. */
export function IdNumberReasonField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="idNumberReason"
      label={t('person.idNumberReason')}
      extra={t('form.idNumberReasonHint')}
      rules={[{ max: 500, message: t('form.idNumberReasonLength') }]}
    >
      <Input.TextArea rows={2} maxLength={500} data-testid="field-idNumberReason" />
    </Form.Item>
  )
}

export function IdNumberField({ extra }: { extra?: string }) {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="idNumber"
      label={t('person.idNumber')}
      extra={extra}
      validateTrigger="onBlur"
      rules={[{ pattern: /^\d{12}$/, message: t('form.idNumber') }]}
    >
      <Input inputMode="numeric" autoComplete="off" maxLength={12} data-testid="field-idNumber" />
    </Form.Item>
  )
}

export function FileNumberField({ must }: { must: boolean }) {
  const { t } = useTranslation()
  const label = t('person.fileNumber')
  return (
    <Form.Item
      name="fileNumber"
      label={label}
      extra={t('form.fileNumberHint')}
      rules={[...(must ? [required(t, label)] : []), { min: 2, max: 40, message: t('form.fileNumberLength') }]}
    >
      <Input autoComplete="off" maxLength={40} data-testid="field-fileNumber" />
    </Form.Item>
  )
}

export function IdentityFields({ today, withNumbers, withIdNumberReason }: {
  today: Day
  withNumbers?: boolean
  withIdNumberReason?: boolean
}) {
  const { t } = useTranslation()
  const birth: FormRule = {
    validator: (_, text: string | undefined) => {
      if (!text?.trim()) return Promise.resolve()
      const date = parsePartial(text)
      if (!date) return Promise.reject(new Error(t('form.partial')))
      return date <= today ? Promise.resolve() : Promise.reject(new Error(t('form.birthInFuture')))
    },
  }
  return (
    <>
      <Form.Item
        name="fullName"
        label={t('person.fullName')}
        rules={[required(t, t('person.fullName')), { min: 2, max: 100, message: t('form.nameLength') }]}
      >
        <Input autoComplete="off" data-testid="field-fullName" />
      </Form.Item>
      <div className="pair">
        <Form.Item
          name="birth"
          label={t('person.birth')}
          extra={t('form.birthHint')}
          validateTrigger="onBlur"
          rules={[required(t, t('person.birth')), birth]}
        >
          <TypedDate partial placeholder={t('form.dayPlaceholder')} data-testid="field-birth" />
        </Form.Item>
        <Form.Item name="sex" label={t('person.sex')} rules={[required(t, t('person.sex'))]}>
          <Radio.Group
            data-testid="field-sex"
            options={(['MALE', 'FEMALE'] as const).map((sex) => ({ value: sex, label: t(`sex.${sex}`) }))}
          />
        </Form.Item>
      </div>
      {withNumbers && <FileNumberField must={false} />}
      {withNumbers && <IdNumberField />}
      {withIdNumberReason && <IdNumberReasonField />}
    </>
  )
}

export function PostFields({ chosen }: { chosen?: { id: string; name: string } }) {
  const { t } = useTranslation()
  const from = parseDay(Form.useWatch<string | undefined>('validFrom') ?? '')
  const notBefore: FormRule = {
    validator: (_, text: string | undefined) => {
      const last = parseDay(text ?? '')
      return !last || !from || last >= from ? Promise.resolve() : Promise.reject(new Error(t('form.lastBeforeFirst')))
    },
  }
  return (
    <>
      <Form.Item name="unitId" label={t('post.unit')} extra={t('form.unitHint')} rules={[required(t, t('post.unit'))]}>
        <UnitPicker asOf={from} chosen={chosen} placeholder={t('form.unitPlaceholder')} data-testid="field-unit" />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('post.title')}
        rules={[required(t, t('post.title')), { max: 200, message: t('form.titleLength') }]}
      >
        <Input autoComplete="off" data-testid="field-title" />
      </Form.Item>
      <Form.Item name="managementScope" label={t('post.scope')} rules={[required(t, t('post.scope'))]}>
        <Select
          data-testid="field-scope"
          placeholder={t('form.choose')}
          options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        />
      </Form.Item>
      <div className="pair">
        <Form.Item name="validFrom" label={t('post.from')} validateTrigger="onBlur" rules={[required(t, t('form.firstDay')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-from" />
        </Form.Item>
        <Form.Item
          name="validTo"
          label={t('post.to')}
          extra={t('form.toHint')}
          validateTrigger="onBlur"
          dependencies={['validFrom']}
          rules={[day(t), notBefore]}
        >
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-to" />
        </Form.Item>
      </div>
      <Form.Item<PostValues> name="concurrent" valuePropName="checked">
        <Checkbox data-testid="field-concurrent">{t('post.concurrentLong')}</Checkbox>
      </Form.Item>
    </>
  )
}

export function ReasonField() {
  const { t } = useTranslation()
  return (
    <Form.Item
      name="reason"
      label={t('form.reason')}
      extra={t('form.reasonHint')}
      rules={[required(t, t('form.reason')), { min: 3, max: 500, message: t('form.reasonLength') }]}
    >
      <Input.TextArea rows={3} maxLength={500} data-testid="field-reason" />
    </Form.Item>
  )
}
