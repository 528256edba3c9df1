import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { SCOPES, type ManagementScope, type ReorganisationContent } from '../api/types'
import { parseDay } from '../app/dates'
import { day, required, TypedDate } from '../people/fields'

export interface TypedHead {
  name: string
  instrument: string
  effectiveOn: string
  level: ManagementScope
}

const HEAD = ['name', 'instrument', 'effectiveOn', 'level']

export const inHead = (path: string) => (HEAD.includes(path) ? [path] : undefined)

export const headOf = ({ name, instrument, effectiveOn, level }: TypedHead): Pick<ReorganisationContent, 'name' | 'instrument' | 'effectiveOn' | 'level'> => ({
  name: name.normalize('NFC').trim(),
  instrument: instrument.normalize('NFC').trim(),
  effectiveOn: parseDay(effectiveOn) ?? '',
  level,
})

/** What it is called, by which act, from which day, and decided at which level. */
export function HeadFields() {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item
        name="name"
        label={t('reorganisation.fields.name')}
        rules={[required(t, t('reorganisation.fields.name')), { max: 200, message: t('reorganisation.textLength') }]}
      >
        <Input autoComplete="off" data-testid="field-name" />
      </Form.Item>
      <Form.Item
        name="instrument"
        label={t('reorganisation.fields.instrument')}
        extra={t('reorganisation.instrumentHint')}
        rules={[required(t, t('reorganisation.fields.instrument')), { max: 200, message: t('reorganisation.textLength') }]}
      >
        <Input autoComplete="off" data-testid="field-instrument" />
      </Form.Item>
      <div className="pair">
        <Form.Item
          name="effectiveOn"
          label={t('reorganisation.fields.effectiveOn')}
          extra={t('reorganisation.dayHint')}
          validateTrigger="onBlur"
          rules={[required(t, t('reorganisation.fields.effectiveOn')), day(t)]}
        >
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-effectiveOn" />
        </Form.Item>
        <Form.Item
          name="level"
          label={t('reorganisation.fields.level')}
          extra={t('reorganisation.levelHint')}
          rules={[required(t, t('reorganisation.fields.level'))]}
        >
          <Select
            placeholder={t('form.choose')}
            data-testid="field-level"
            options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
          />
        </Form.Item>
      </div>
    </>
  )
}
