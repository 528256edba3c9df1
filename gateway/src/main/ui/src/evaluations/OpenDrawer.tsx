import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPaused } from '../api/problem'
import { SCOPES, type ManagementScope } from '../api/types'
import { ChangeButton } from '../app/ChangeButton'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { UnitPicker } from '../app/units'
import { useRefusal } from '../app/useRefusal'
import { currentLanguage } from '../i18n'
import { required } from '../people/fields'
import { acceptEvaluation, openEvaluation, schemesQuery } from './queries'

interface TypedRound {
  unitId: string
  level: ManagementScope
  year: number
  quarter: number
  scheme: string
}

const NAMES = ['unitId', 'level', 'year', 'quarter', 'scheme']
const WHOLE_YEAR = 0

/** Opens a round: of which unit and period, up to which scope, by which of the schemes that held on its last day. */
export function OpenDrawer({ unit, onDone, onClose }: { unit: string | undefined; onDone: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const queries = useQueryClient()
  const schemes = useQuery(schemesQuery)
  const [form] = Form.useForm<TypedRound>()
  const refusal = useRefusal(form, NAMES)
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const [opened, setOpened] = useState(!!purpose())
  const year = Form.useWatch('year', form) as number | undefined
  const quarter = Form.useWatch('quarter', form) as number | undefined
  const last = year === undefined || quarter === undefined ? undefined : `${year}-${['12-31', '03-31', '06-30', '09-30', '12-31'][quarter]}`
  const fitting = (schemes.data ?? []).filter(
    (scheme) =>
      last !== undefined &&
      (scheme.period === 'YEAR') === (quarter === WHOLE_YEAR) &&
      scheme.validFrom <= last &&
      (scheme.validTo === undefined || last < scheme.validTo),
  )
  const save = useMutation({
    mutationFn: ({ quarter: chosen, ...typed }: TypedRound) => openEvaluation({ ...typed, ...(chosen === WHOLE_YEAR ? {} : { quarter: chosen }) }, key),
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      // Where nothing was answered nobody knows whether it was done: the next try is then the same request.
      if (!isPaused(error)) setKey(crypto.randomUUID())
    },
    onSuccess: (round) => {
      acceptEvaluation(queries, round)
      onDone(round.line.id)
    },
  })
  return (
    <Drawer
      open
      size={520}
      title={<h2>{t('evaluation.open')}</h2>}
      onClose={onClose}
      footer={
        <Space>
          <ChangeButton type="primary" disabled={!opened} loading={save.isPending} data-testid="save-evaluation" onClick={() => form.submit()}>
            {t('evaluation.open')}
          </ChangeButton>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
        </Space>
      }
    >
      {!opened && <PurposeGate what={t('evaluation.hidden')} onOpen={() => setOpened(true)} />}
      {!!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />}
      <p className="second">{t('evaluation.openMeans')}</p>
      <Form
        form={form}
        layout="vertical"
        disabled={save.isPending || !opened}
        initialValues={{ unitId: unit, year: Number(legalDay.slice(0, 4)), quarter: WHOLE_YEAR, level: 'COMMUNE_PARTY_COMMITTEE' }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="unitId" label={t('evaluation.unit')} rules={[required(t, t('evaluation.unit'))]}>
          <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="field-unitId" />
        </Form.Item>
        <div className="pair">
          <Form.Item name="year" label={t('conduct.yearLabel')} rules={[{ required: true, message: t('form.requiredShort') }]}>
            <InputNumber className="full-width" min={2000} max={2200} precision={0} controls={false} data-testid="field-year" />
          </Form.Item>
          <Form.Item name="quarter" label={t('evaluation.period')}>
            <Select
              data-testid="field-quarter"
              onChange={() => form.resetFields(['scheme'])}
              options={[
                { value: WHOLE_YEAR, label: t('evaluation.wholeYear') },
                ...['I', 'II', 'III', 'IV'].map((name, index) => ({ value: index + 1, label: t('evaluation.quarter', { quarter: name }) })),
              ]}
            />
          </Form.Item>
        </div>
        <Form.Item name="level" label={t('evaluation.level')} extra={t('evaluation.levelHint')} rules={[required(t, t('evaluation.level'))]}>
          <Select data-testid="field-level" options={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))} />
        </Form.Item>
        <Form.Item name="scheme" label={t('evaluation.scheme')} extra={t('evaluation.schemeHint')} rules={[required(t, t('evaluation.scheme'))]}>
          <Select
            data-testid="field-scheme"
            placeholder={t('form.choose')}
            notFoundContent={t('evaluation.noScheme')}
            options={fitting.map(({ code, name, regulation, confirmed }) => ({
              value: code,
              label: `${name[currentLanguage()]} (${regulation}${confirmed ? '' : `, ${t('evaluation.unconfirmed')}`})`,
            }))}
          />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
