import { AutoComplete, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TREES, type FoundedUnit, type Reorganisation } from '../api/types'
import { UnitPicker, useUnits } from '../app/units'
import { required } from '../people/fields'
import { contentOf, said, withFounded, withoutFounded } from './content'
import { PlanDrawer } from './PlanDrawer'
import { changeReorganisation } from './queries'
import { RowsCard } from './RowsCard'
import { UnitLink } from './UnitLink'
import type { ListProps } from './UnitsTab'
import { typesOf, useBeginning, useNames } from './useNames'

/** Units that begin on the day. */
export function FoundedCard({ reorganisation, editable }: ListProps) {
  const { t } = useTranslation()
  const names = useNames(reorganisation)
  const [open, setOpen] = useState<{ row?: FoundedUnit }>()
  return (
    <>
      <RowsCard<FoundedUnit>
        title={t('reorganisation.newUnits')}
        rows={reorganisation.newUnits}
        rowKey={({ id }) => id}
        none={t('reorganisation.noneFounded')}
        testId="founded"
        add={t('reorganisation.addFounded')}
        onOpen={editable ? (row) => setOpen({ row }) : undefined}
        nameOf={({ name }) => name}
        columns={[
          {
            key: 'name',
            title: t('reorganisation.newName'),
            width: '34%',
            render: (_, { id, name }) => (reorganisation.line.state === 'APPROVED' ? <UnitLink id={id} reorganisation={reorganisation} names={names} /> : name),
          },
          {
            key: 'type',
            title: t('reorganisation.fields.type'),
            render: (_, { type, tree }) => (
              <>
                {type}
                <div className="third">{t(`tree.${tree}`)}</div>
              </>
            ),
          },
          { key: 'code', title: t('reorganisation.fields.code'), render: (_, { code }) => code ?? '–' },
          { key: 'agencyCode', title: t('reorganisation.fields.agencyCode'), render: (_, { agencyCode }) => agencyCode ?? '–' },
          {
            key: 'parent',
            title: t('reorganisation.fields.parentId'),
            render: (_, { parentId }) => (parentId ? <UnitLink id={parentId} reorganisation={reorganisation} names={names} /> : '–'),
          },
        ]}
      />
      {open && <FoundedDrawer reorganisation={reorganisation} row={open.row} onClose={() => setOpen(undefined)} />}
    </>
  )
}

function FoundedDrawer({ reorganisation, row, onClose }: { reorganisation: Reorganisation; row?: FoundedUnit; onClose: () => void }) {
  const { t } = useTranslation()
  const [base] = useState(reorganisation)
  const [id] = useState(() => row?.id ?? crypto.randomUUID())
  const before = useBeginning(base, id)
  const units = useUnits(undefined).data
  const content = contentOf(base)
  const index = row ? content.newUnits.findIndex((unit) => unit.id === row.id) : content.newUnits.length
  const next = (typed: Omit<FoundedUnit, 'id'>) => withFounded(content, { id, ...said(typed) })
  const short = { max: 40, message: t('reorganisation.textLength') }
  return (
    <PlanDrawer<Omit<FoundedUnit, 'id'>>
      title={row ? t('reorganisation.editFounded') : t('reorganisation.addFounded')}
      testId="save-founded"
      reorganisation={base}
      initial={row ?? {}}
      fields={
        <>
          <Form.Item name="name" label={t('reorganisation.newName')} rules={[required(t, t('reorganisation.newName')), { max: 200, message: t('reorganisation.textLength') }]}>
            <Input autoComplete="off" data-testid="field-name" />
          </Form.Item>
          <div className="pair">
            <Form.Item name="tree" label={t('reorganisation.fields.tree')} rules={[required(t, t('reorganisation.fields.tree'))]}>
              <Select placeholder={t('form.choose')} data-testid="field-tree" options={TREES.map((tree) => ({ value: tree, label: t(`tree.${tree}`) }))} />
            </Form.Item>
            <Form.Item name="type" label={t('reorganisation.fields.type')} extra={t('reorganisation.typeHint')} rules={[required(t, t('reorganisation.fields.type')), short]}>
              <AutoComplete options={typesOf(units)} showSearch={{ filterOption: true }} data-testid="field-type" />
            </Form.Item>
            <Form.Item name="code" label={t('reorganisation.fields.code')}>
              <Input autoComplete="off" maxLength={20} data-testid="field-code" />
            </Form.Item>
            <Form.Item name="agencyCode" label={t('reorganisation.fields.agencyCode')} rules={[{ min: 2, ...short }]}>
              <Input autoComplete="off" maxLength={40} data-testid="field-agencyCode" />
            </Form.Item>
          </div>
          <Form.Item
            name="parentId"
            label={t('reorganisation.fields.parentId')}
            extra={t('form.unitHint')}
            rules={[required(t, t('reorganisation.fields.parentId'))]}
          >
            <UnitPicker before={before} placeholder={t('form.unitPlaceholder')} data-testid="field-parentId" />
          </Form.Item>
        </>
      }
      at={(path) => {
        const [, at, field] = /^newUnits\[(\d+)](?:\.(\w+))?$/.exec(path) ?? []
        return Number(at) === index ? [field ?? 'name'] : undefined
      }}
      sent={next}
      send={(typed) => changeReorganisation(base.line, next(typed))}
      remove={row && { means: t('reorganisation.removeFounded'), content: withoutFounded(content, row.id) }}
      onClose={onClose}
    />
  )
}
