import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reorganisation, SuccessionKind } from '../api/types'
import { UnitPicker } from '../app/units'
import { required } from '../people/fields'
import { contentOf, said, withLeaving, withoutLeaving, type Leaving } from './content'
import { PlanDrawer } from './PlanDrawer'
import { changeReorganisation } from './queries'
import { useBeginning, useNames } from './useNames'

export const KINDS: readonly SuccessionKind[] = ['MERGE', 'SPLIT', 'RENAME', 'TYPE_CHANGE', 'TRANSFER_PARENT']

interface Typed {
  unitId: string
  ends?: boolean
  steps?: { successorId?: string; kind: SuccessionKind; note?: string }[]
}

/** One unit and what it goes into: into one unit, into several, or into none that is recorded. */
export function LeavingDrawer({ reorganisation, row, onClose }: { reorganisation: Reorganisation; row?: Leaving; onClose: () => void }) {
  const { t } = useTranslation()
  // What somebody else says meanwhile is told by the service and not overwritten.
  const [base] = useState(reorganisation)
  const names = useNames(base)
  const before = useBeginning(base)
  const content = contentOf(base)
  const next = ({ unitId, ends, steps = [] }: Typed) =>
    withLeaving(
      content,
      { unitId, ends: !!ends, steps: steps.flatMap(({ successorId, ...step }) => (successorId ? [said({ successorId, ...step })] : [])) },
      row?.unitId,
    )
  return (
    <PlanDrawer<Typed>
      title={row ? t('reorganisation.editLeaving') : t('reorganisation.addLeaving')}
      testId="save-leaving"
      reorganisation={base}
      initial={row ? { unitId: row.unitId, ends: row.ends, steps: row.steps.map((step) => ({ ...step })) } : { ends: true, steps: [{ kind: 'MERGE' }] }}
      fields={
        <>
          <Form.Item name="unitId" label={t('post.unit')} extra={t('form.unitHint')} rules={[required(t, t('post.unit'))]}>
            <UnitPicker
              chosen={row && { id: row.unitId, name: names.unit(row.unitId) ?? row.unitId }}
              placeholder={t('form.unitPlaceholder')}
              data-testid="field-unitId"
            />
          </Form.Item>
          <Form.Item name="ends" valuePropName="checked">
            <Checkbox data-testid="field-ends">{t('reorganisation.ends')}</Checkbox>
          </Form.Item>
          <Form.List name="steps">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <div key={key} className="plan-row">
                    <Form.Item name={[name, 'successorId']} label={t('reorganisation.fields.successorId')} rules={[required(t, t('reorganisation.fields.successorId'))]}>
                      <UnitPicker before={before} placeholder={t('form.unitPlaceholder')} data-testid="field-successorId" />
                    </Form.Item>
                    <Form.Item name={[name, 'kind']} label={t('reorganisation.fields.kind')} rules={[required(t, t('reorganisation.fields.kind'))]}>
                      <Select data-testid="field-kind" options={KINDS.map((kind) => ({ value: kind, label: t(`unit.kinds.${kind}`) }))} />
                    </Form.Item>
                    <Form.Item name={[name, 'note']} label={t('reorganisation.fields.note')} extra={t('reorganisation.noteHint')}>
                      <Input autoComplete="off" maxLength={500} data-testid="field-note" />
                    </Form.Item>
                    <Button type="link" danger icon={<DeleteOutlined />} onClick={() => remove(name)}>
                      {t('reorganisation.removeSuccessor')}
                    </Button>
                  </div>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({ kind: fields.length > 0 ? 'SPLIT' : 'MERGE' })} data-testid="add-successor">
                  {t('reorganisation.addSuccessor')}
                </Button>
              </>
            )}
          </Form.List>
        </>
      }
      at={(path, typed) => {
        const sent = next(typed)
        if (path === `endedUnits[${sent.endedUnits.indexOf(typed.unitId)}]`) return ['unitId']
        const [, index, field] = /^successions\[(\d+)](?:\.(\w+))?$/.exec(path) ?? []
        // Its own stand behind all others.
        const steps = typed.steps?.length ?? 0
        const own = Number(index) - (sent.successions.length - steps)
        if (!(own >= 0 && own < steps)) return undefined
        return field === 'predecessorId' ? ['unitId'] : ['steps', own, field ?? 'successorId']
      }}
      sent={next}
      send={(typed) => changeReorganisation(base.line, next(typed))}
      remove={row && { means: t('reorganisation.removeLeaving'), content: withoutLeaving(content, row.unitId) }}
      onClose={onClose}
    />
  )
}
