import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { formatDay, parseDay, type Day } from '../app/dates'
import { day, required, TypedDate } from '../people/fields'

/** What is typed of every paper about a unit. */
export interface TypedPaper {
  validFrom: string
  validTo?: string
  instrument: string
  reason?: string
}

export const PAPER_NAMES = ['validFrom', 'validTo', 'instrument', 'reason'] as const

export const typedPaper = ({ validFrom, validTo, instrument }: { validFrom: Day; validTo?: Day; instrument: string }): TypedPaper => ({
  validFrom: formatDay(validFrom),
  ...(validTo ? { validTo: formatDay(validTo) } : {}),
  instrument,
})

export const paperOf = ({ validFrom, validTo, instrument, reason }: TypedPaper) => ({
  validFrom: parseDay(validFrom) ?? '',
  ...(parseDay(validTo ?? '') ? { validTo: parseDay(validTo ?? '') } : {}),
  instrument: instrument.trim(),
  ...(reason?.trim() ? { reason: reason.trim() } : {}),
})

/** Its days, and which paper it is. */
export function PaperFields({ toHint }: { toHint: string }) {
  const { t } = useTranslation()
  return (
    <>
      <div className="pair">
        <Form.Item name="validFrom" label={t('term.from')} validateTrigger="onBlur" rules={[required(t, t('term.from')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validFrom" />
        </Form.Item>
        <Form.Item name="validTo" label={t('term.to')} extra={toHint} validateTrigger="onBlur" rules={[day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validTo" />
        </Form.Item>
      </div>
      <Form.Item name="instrument" label={t('unit.instrument')} rules={[required(t, t('unit.instrument')), { max: 300, message: t('form.titleLength') }]}>
        <Input autoComplete="off" data-testid="field-instrument" />
      </Form.Item>
    </>
  )
}
