import { Form, Input, Select, type FormRule } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CertificateKind } from '../api/types'
import { parseDay, parsePartial } from '../app/dates'
import { day, required, TypedDate } from '../people/fields'
import { KINDS, LEVELS } from './values'

export function CertificateFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const kind = Form.useWatch<CertificateKind | undefined>('kind')
  const partial: FormRule = {
    validator: (_, text: string | undefined) =>
      !text?.trim() || parsePartial(text) ? Promise.resolve() : Promise.reject(new Error(t('form.partial'))),
  }
  const notBefore: FormRule = {
    validator: (_, text: string | undefined) => {
      const last = parseDay(text ?? '')
      const issued = parsePartial((form.getFieldValue('issuedOn') as string | undefined) ?? '')
      return !last || !issued || last >= issued ? Promise.resolve() : Promise.reject(new Error(t('form.lastBeforeFirst')))
    },
  }
  const length: FormRule = { min: 2, max: 200, message: t('certificate.textLength') }
  return (
    <>
      <div className="pair">
        <Form.Item name="kind" label={t('certificate.kind')} rules={[required(t, t('certificate.kind'))]}>
          <Select
            data-testid="field-kind"
            placeholder={t('form.choose')}
            // A level belongs to one kind.
            onChange={() => form.setFieldValue('level', undefined)}
            options={KINDS.map((value) => ({ value, label: t(`certificate.kinds.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="level" label={t('certificate.level')} rules={[required(t, t('certificate.level'))]}>
          <Select
            data-testid="field-level"
            placeholder={t('form.choose')}
            disabled={!kind}
            options={(kind ? LEVELS[kind] : []).map((value) => ({ value, label: t(`certificate.levels.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t('certificate.name')} rules={[required(t, t('certificate.name')), length]}>
        <Input autoComplete="off" data-testid="field-name" />
      </Form.Item>
      <Form.Item name="issuer" label={t('certificate.issuer')} rules={[required(t, t('certificate.issuer')), length]}>
        <Input autoComplete="off" data-testid="field-issuer" />
      </Form.Item>
      <Form.Item name="number" label={t('certificate.number')} rules={[required(t, t('certificate.number'))]}>
        <Input autoComplete="off" maxLength={60} data-testid="field-number" />
      </Form.Item>
      <div className="pair">
        <Form.Item
          name="issuedOn"
          label={t('certificate.issuedOn')}
          extra={t('form.birthHint')}
          validateTrigger="onBlur"
          rules={[required(t, t('certificate.issuedOn')), partial]}
        >
          <TypedDate partial placeholder={t('form.dayPlaceholder')} data-testid="field-issuedOn" />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label={t('certificate.until')}
          extra={t('certificate.untilHint')}
          validateTrigger="onBlur"
          dependencies={['issuedOn']}
          rules={[day(t), notBefore]}
        >
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validUntil" />
        </Form.Item>
      </div>
    </>
  )
}
