import { AutoComplete, Form, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TREES } from '../api/types'
import { UnitPicker, useUnits } from '../app/units'
import { required } from '../people/fields'
import { firstContent, type FirstStep } from './content'
import { HeadFields, headOf, inHead, type TypedHead } from './HeadFields'
import { KINDS } from './LeavingDrawer'
import { PlanDrawer } from './PlanDrawer'
import { draftReorganisation } from './queries'
import { typesOf } from './useNames'

type Typed = TypedHead & FirstStep

const INTO = ['NEW', 'STANDING', 'LATER'] as const

/** `newUnits[0].name` is the new unit of this form, and what a successor is wrong in the unit chosen. */
const at = (path: string, { into }: Typed) => {
  const inNew = /^newUnits\[0]\.(name|type|tree|parentId)$/.exec(path)?.[1]
  if (inNew) return ['unit', inNew]
  return into === 'STANDING' && /^successions\[\d+]\.successorId$/.test(path) ? ['successorId'] : inHead(path)
}

/** Begins a reorganisation: by what, from when, and the first units of it; the rest is said on its page. */
export function DraftDrawer({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const { t } = useTranslation()
  const [newId] = useState(() => crypto.randomUUID())
  const content = (typed: Typed) => firstContent(headOf(typed), typed, newId)
  return (
    <PlanDrawer<Typed>
      title={t('reorganisation.draft')}
      confirm={{ label: t('reorganisation.saveDraft') }}
      testId="save-reorganisation"
      initial={{ into: 'NEW', kind: 'MERGE' }}
      about={<p className="second plan-about">{t('reorganisation.draftMeans')}</p>}
      fields={
        <>
          <HeadFields />
          <FirstFields />
        </>
      }
      at={at}
      sent={content}
      send={(typed, key) => draftReorganisation(content(typed), key)}
      onSaved={({ line }) => onDone(line.id)}
      onClose={onClose}
    />
  )
}

function FirstFields() {
  const { t } = useTranslation()
  const into = Form.useWatch('into', Form.useFormInstance()) as FirstStep['into'] | undefined
  const units = useUnits(undefined).data
  return (
    <>
      <Form.Item
        name="endedUnits"
        label={t('reorganisation.endedUnits')}
        extra={t('form.unitHint')}
        rules={into === 'NEW' ? [] : [{ required: true, message: t('form.requiredShort') }]}
      >
        <UnitPicker<string[]> multiple placeholder={t('form.unitPlaceholder')} data-testid="field-endedUnits" />
      </Form.Item>
      <Form.Item name="into" label={t('reorganisation.into')} rules={[required(t, t('reorganisation.into'))]}>
        <Radio.Group options={INTO.map((value) => ({ value, label: t(`reorganisation.intos.${value}`) }))} />
      </Form.Item>
      {into === 'NEW' && (
        <>
          <Form.Item
            name={['unit', 'name']}
            label={t('reorganisation.newName')}
            rules={[required(t, t('reorganisation.newName')), { max: 200, message: t('reorganisation.textLength') }]}
          >
            <Input autoComplete="off" data-testid="field-unit-name" />
          </Form.Item>
          <div className="pair">
            <Form.Item name={['unit', 'tree']} label={t('reorganisation.fields.tree')} rules={[required(t, t('reorganisation.fields.tree'))]}>
              <Select placeholder={t('form.choose')} data-testid="field-unit-tree" options={TREES.map((tree) => ({ value: tree, label: t(`tree.${tree}`) }))} />
            </Form.Item>
            <Form.Item
              name={['unit', 'type']}
              label={t('reorganisation.fields.type')}
              extra={t('reorganisation.typeHint')}
              rules={[required(t, t('reorganisation.fields.type')), { max: 40, message: t('reorganisation.textLength') }]}
            >
              <AutoComplete options={typesOf(units)} showSearch={{ filterOption: true }} data-testid="field-unit-type" />
            </Form.Item>
          </div>
          <Form.Item
            name={['unit', 'parentId']}
            label={t('reorganisation.fields.parentId')}
            rules={[required(t, t('reorganisation.fields.parentId'))]}
          >
            <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="field-unit-parent" />
          </Form.Item>
        </>
      )}
      {into === 'STANDING' && (
        <Form.Item name="successorId" label={t('reorganisation.fields.successorId')} rules={[required(t, t('reorganisation.fields.successorId'))]}>
          <UnitPicker placeholder={t('form.unitPlaceholder')} data-testid="field-successor" />
        </Form.Item>
      )}
      {into !== 'LATER' && (
        <Form.Item name="kind" label={t('reorganisation.fields.kind')} rules={[required(t, t('reorganisation.fields.kind'))]}>
          <Select data-testid="field-kind" options={KINDS.map((kind) => ({ value: kind, label: t(`unit.kinds.${kind}`) }))} />
        </Form.Item>
      )}
    </>
  )
}
