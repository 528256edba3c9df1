import { Button, Modal, Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '../api/types'
import { holdsOn } from '../app/dates'
import { useMe } from '../app/me'
import { useUnits } from '../app/units'
import { startValues, type Change } from './ChangeDrawer'
import type { ChangeValues } from './sendChange'

interface ConflictDialogProps {
  change: Change
  fresh: Person
  typed: Partial<ChangeValues>
  onKeep: () => void
  onReload: () => void
}

const LABELS = {
  fullName: 'person.fullName',
  birth: 'person.birth',
  sex: 'person.sex',
  unitId: 'post.unit',
  title: 'post.title',
  managementScope: 'post.scope',
  validFrom: 'post.from',
  validTo: 'post.to',
  concurrent: 'post.concurrent',
} as const

/** Someone else changed the record first: what stands now beside what was typed, and the choice between them. */
export function ConflictDialog({ change, fresh, typed, onKeep, onReload }: ConflictDialogProps) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const { data: units } = useUnits(undefined)
  const now = startValues(change, fresh)
  const fields = (Object.keys(LABELS) as (keyof typeof LABELS)[]).filter((field) => field in now)

  const say = (field: keyof typeof LABELS, values: Partial<ChangeValues>): string => {
    const value = values[field]
    if (field === 'concurrent') return t(value ? 'answer.yes' : 'answer.no')
    if (!value) return '–'
    if (field === 'sex') return t(`sex.${value as 'MALE'}`)
    if (field === 'managementScope') return t(`scope.${value as 'UNIT_HEAD'}`)
    if (field === 'unitId') {
      return fresh.assignments.find((post) => post.unitId === value)?.unitName ?? units?.find(({ id }) => id === value)?.name ?? '…'
    }
    return String(value)
  }
  const postsNow = fresh.assignments.filter((post) => holdsOn(post, legalDay)).map((post) => `${post.title}, ${post.unitName}`)
  const gone = (change.kind === 'correct' || change.kind === 'void') && !fresh.assignments.some(({ id }) => id === change.assignment.id)

  return (
    <Modal
      open
      className="conflict"
      width={640}
      title={t('conflict.title')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      data-testid="conflict"
      footer={[
        <Button key="reload" onClick={onReload} data-testid="conflict-reload">
          {t('conflict.reload')}
        </Button>,
        <Button key="keep" type="primary" onClick={onKeep} disabled={gone} data-testid="conflict-keep">
          {t('conflict.keep')}
        </Button>,
      ]}
    >
      <p>{t('conflict.text', { revision: fresh.revision })}</p>
      {gone && <p>{t('conflict.gone')}</p>}
      {fields.length > 0 ? (
        <Table
          size="small"
          pagination={false}
          rowKey="field"
          dataSource={fields.map((field) => ({ field, now: say(field, now), typed: say(field, typed) }))}
          rowClassName={(row) => (row.now === row.typed ? '' : 'differs')}
          columns={[
            { key: 'field', title: t('conflict.field'), render: (_, row) => t(LABELS[row.field]) },
            { key: 'now', title: t('conflict.now'), dataIndex: 'now' },
            {
              key: 'typed',
              title: t('conflict.typed'),
              render: (_, row) => (row.now === row.typed ? row.typed : <b>{row.typed}</b>),
            },
          ]}
        />
      ) : (
        <p>
          {t('conflict.postsNow')} {postsNow.length ? postsNow.join('; ') : t('people.noPost')}
        </p>
      )}
    </Modal>
  )
}
