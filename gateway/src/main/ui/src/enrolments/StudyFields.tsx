import { Form, Input, Select, type FormRule } from 'antd'
import { useTranslation } from 'react-i18next'
import { parsePartial } from '../app/dates'
import { UnitPicker } from '../app/units'
import { KindAndLevel } from '../certificates/KindAndLevel'
import { day, required, TypedDate } from '../people/fields'

export function StudyFields() {
  const { t } = useTranslation()
  const partial: FormRule = {
    validator: (_, text: string | undefined) =>
      !text?.trim() || parsePartial(text) ? Promise.resolve() : Promise.reject(new Error(t('form.partial'))),
  }
  const length: FormRule = { min: 2, max: 200, message: t('certificate.textLength') }
  return (
    <>
      <KindAndLevel />
      <div className="pair">
        <Form.Item name="mode" label={t('study.mode')} rules={[required(t, t('study.mode'))]}>
          <Select
            data-testid="field-mode"
            placeholder={t('form.choose')}
            options={(['CONCENTRATED', 'NON_CONCENTRATED'] as const).map((value) => ({ value, label: t(`study.modes.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="course" label={t('study.course')} rules={[required(t, t('study.course'))]}>
          <Select
            data-testid="field-course"
            options={(['FULL', 'COMPLETION'] as const).map((value) => ({ value, label: t(`study.courses.${value}`) }))}
          />
        </Form.Item>
      </div>
      <Form.Item name="name" label={t('study.name')} rules={[required(t, t('study.name')), length]}>
        <Input autoComplete="off" data-testid="field-name" />
      </Form.Item>
      <Form.Item name="provider" label={t('study.provider')} rules={[required(t, t('study.provider')), length]}>
        <Input autoComplete="off" data-testid="field-provider" />
      </Form.Item>
      <Form.Item name="placeUnitId" label={t('study.place')} extra={t('study.placeHint')}>
        <UnitPicker allowClear placeholder={t('form.unitPlaceholder')} data-testid="field-placeUnitId" />
      </Form.Item>
      <div className="pair">
        <Form.Item name="decision" label={t('study.decision')} rules={[required(t, t('study.decision'))]}>
          <Input autoComplete="off" maxLength={60} data-testid="field-decision" />
        </Form.Item>
        <Form.Item name="decidedOn" label={t('study.decidedOn')} validateTrigger="onBlur" rules={[required(t, t('study.decidedOn')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-decidedOn" />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item
          name="startsOn"
          label={t('study.startsOn')}
          extra={t('form.birthHint')}
          validateTrigger="onBlur"
          rules={[required(t, t('study.startsOn')), partial]}
        >
          <TypedDate partial placeholder={t('form.dayPlaceholder')} data-testid="field-startsOn" />
        </Form.Item>
        <Form.Item name="endsOn" label={t('study.endsOn')} validateTrigger="onBlur" rules={[partial]}>
          <TypedDate partial placeholder={t('form.dayPlaceholder')} data-testid="field-endsOn" />
        </Form.Item>
      </div>
      <Form.Item name="result" label={t('study.result')} extra={t('study.resultHint')}>
        <Select
          allowClear
          data-testid="field-result"
          placeholder={t('study.studying')}
          options={(['COMPLETED', 'NOT_COMPLETED'] as const).map((value) => ({ value, label: t(`study.results.${value}`) }))}
        />
      </Form.Item>
    </>
  )
}
