import { AutoComplete, Form, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangedUnit, Reorganisation } from '../api/types'
import { UnitPicker, useUnits } from '../app/units'
import { required } from '../people/fields'
import { contentOf, said, withChanged, withoutChanged } from './content'
import { PlanDrawer } from './PlanDrawer'
import { changeReorganisation } from './queries'
import { RowsCard } from './RowsCard'
import { UnitLink } from './UnitLink'
import type { ListProps } from './UnitsTab'
import { typesOf, useNames } from './useNames'

/** Units that go on by another name, type or code. */
export function ChangedCard({ reorganisation, editable }: ListProps) {
  const { t } = useTranslation()
  const names = useNames(reorganisation)
  const [open, setOpen] = useState<{ row?: ChangedUnit }>()
  const before = (id: string) => reorganisation.units.find((unit) => unit.id === id)
  return (
    <>
      <RowsCard<ChangedUnit>
        title={t('reorganisation.changedUnits')}
        rows={reorganisation.changedUnits}
        rowKey={({ unitId }) => unitId}
        none={t('reorganisation.noneChanged')}
        testId="changed"
        add={t('reorganisation.addChanged')}
        onOpen={editable ? (row) => setOpen({ row }) : undefined}
        nameOf={({ unitId, name }) => names.unit(unitId) ?? name}
        columns={[
          {
            key: 'was',
            title: t('reorganisation.was'),
            width: '34%',
            render: (_, { unitId }) => (
              <>
                <UnitLink id={unitId} reorganisation={reorganisation} names={names} />
                <div className="third">{[before(unitId)?.type, before(unitId)?.code].filter(Boolean).join(', ')}</div>
              </>
            ),
          },
          {
            key: 'becomes',
            title: t('reorganisation.becomes'),
            render: (_, { name, type, code }) => (
              <>
                {name}
                <div className="third">{[type, code].filter(Boolean).join(', ')}</div>
              </>
            ),
          },
        ]}
      />
      {open && <ChangedDrawer reorganisation={reorganisation} row={open.row} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function ChangedDrawer({ reorganisation, row, onClose }: { reorganisation: Reorganisation; row?: ChangedUnit; onClose: () => void }) {
  const { t } = useTranslation()
  const [base] = useState(reorganisation)
  const content = contentOf(base)
  const index = row ? content.changedUnits.findIndex((unit) => unit.unitId === row.unitId) : content.changedUnits.length
  const next = (typed: ChangedUnit) => withChanged(content, said(typed), row?.unitId)
  return (
    <PlanDrawer<ChangedUnit>
      title={row ? t('reorganisation.editChanged') : t('reorganisation.addChanged')}
      testId="save-changed"
      reorganisation={base}
      initial={row ?? {}}
      fields={<ChangedFields chosen={row && { id: row.unitId, name: base.units.find(({ id }) => id === row.unitId)?.name ?? row.name }} />}
      at={(path) => {
        const [, at, field] = /^changedUnits\[(\d+)](?:\.(\w+))?$/.exec(path) ?? []
        return Number(at) === index ? [field ?? 'unitId'] : undefined
      }}
      sent={next}
      send={(typed) => changeReorganisation(base.line, next(typed))}
      remove={row && { means: t('reorganisation.removeChanged'), content: withoutChanged(content, row.unitId) }}
      onClose={onClose}
    />
  )
}

/** What the unit is called today is written down to be changed. */
function ChangedFields({ chosen }: { chosen?: { id: string; name: string } }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<ChangedUnit>()
  const units = useUnits(undefined).data
  return (
    <>
      <Form.Item name="unitId" label={t('reorganisation.was')} extra={t('form.unitHint')} rules={[required(t, t('post.unit'))]}>
        <UnitPicker
          chosen={chosen}
          placeholder={t('form.unitPlaceholder')}
          data-testid="field-unitId"
          onChange={(id) => {
            const unit = units?.find((each) => each.id === id)
            if (unit) form.setFieldsValue({ name: unit.name, type: unit.type, code: unit.code })
          }}
        />
      </Form.Item>
      <Form.Item name="name" label={t('reorganisation.becomes')} rules={[required(t, t('reorganisation.becomes')), { max: 200, message: t('reorganisation.textLength') }]}>
        <Input autoComplete="off" data-testid="field-name" />
      </Form.Item>
      <div className="pair">
        <Form.Item
          name="type"
          label={t('reorganisation.fields.type')}
          extra={t('reorganisation.typeHint')}
          rules={[required(t, t('reorganisation.fields.type')), { max: 40, message: t('reorganisation.textLength') }]}
        >
          <AutoComplete options={typesOf(units)} showSearch={{ filterOption: true }} data-testid="field-type" />
        </Form.Item>
        <Form.Item name="code" label={t('reorganisation.fields.code')}>
          <Input autoComplete="off" maxLength={20} data-testid="field-code" />
        </Form.Item>
      </div>
    </>
  )
}
