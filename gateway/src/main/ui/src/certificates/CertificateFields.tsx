import { Form, Input, type FormRule } from 'antd'
import { useTranslation } from 'react-i18next'
import { parseDay, parsePartial } from '../app/dates'
import { day, required, TypedDate } from '../people/fields'
import { KindAndLevel } from './KindAndLevel'

export function CertificateFields() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
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
      <KindAndLevel />
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
