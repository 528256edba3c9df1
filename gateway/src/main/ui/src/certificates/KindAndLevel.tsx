import { Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CertificateKind } from '../api/types'
import { required } from '../people/fields'
import { KINDS, LEVELS } from './values'

/** What a paper or a class is of, and its level, which belongs to one kind. */
export function KindAndLevel() {
  const { t } = useTranslation()
  const form = Form.useFormInstance()
  const kind = Form.useWatch<CertificateKind | undefined>('kind')
  return (
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
  )
}
