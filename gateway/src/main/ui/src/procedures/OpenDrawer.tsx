import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Checkbox, Form, Input, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlannedSeat, Secrecy, Verdict } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useAsOf, useGo } from '../app/asOf'
import { formatDay, parseDay } from '../app/dates'
import { PersonName } from '../app/PersonName'
import { day as dayRule, required, TypedDate } from '../people/fields'
import { modeOn } from '../preapproval/mode'
import { preApprovalQuery } from '../preapproval/queries'
import { OutcomeTag } from '../seats/OutcomeTag'
import { acceptProcedure, openProcedure } from './queries'

interface Typed {
  requestedOn: string
  kept: 'here' | 'elsewhere'
  candidates?: string[]
  number?: string
  level?: Secrecy
  keeper?: string
}

const FIELDS = ['requestedOn', 'candidates', 'number', 'level', 'keeper'] as const
const LEVELS = ['KHONG', 'MAT', 'TOI_MAT', 'TUYET_MAT'] as const

/** Opens the five steps with the planned people; who does not qualify is refused by the service, with the article. */
export function OpenDrawer({ seat, verdicts, onClose }: { seat: PlannedSeat; verdicts: readonly Verdict[]; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const queries = useQueryClient()
  const { day } = useAsOf()
  const { data: said } = useQuery(preApprovalQuery)
  const pointerOnly = modeOn(said?.items ?? [], seat.managementScope, day) === 'POINTER'
  if (!said) return null
  return (
    <AskDrawer
      title={t('procedure.open')}
      confirmTestId="confirm-open"
      about={
        <p className="second">
          {seat.title}, {seat.unitName}
        </p>
      }
      names={FIELDS}
      initial={{
        requestedOn: formatDay(day),
        kept: pointerOnly ? 'elsewhere' : 'here',
        level: 'MAT',
        candidates: verdicts.filter(({ overall }) => overall !== 'FAIL').map(({ personId }) => personId),
      }}
      send={(typed: Typed, key) =>
        openProcedure(
          {
            seatId: seat.id,
            requestedOn: parseDay(typed.requestedOn) ?? '',
            ...(typed.kept === 'here'
              ? { candidates: typed.candidates ?? [] }
              : { pointer: { number: typed.number?.trim() ?? '', level: typed.level ?? 'MAT', keeper: typed.keeper?.trim() ?? '' } }),
          },
          key,
        )
      }
      onDone={(procedure) => {
        acceptProcedure(queries, procedure)
        go(`/procedures/${procedure.id}`)
      }}
      onClose={onClose}
      fields={
        <>
          <Form.Item name="requestedOn" label={t('procedure.requestedOn')} validateTrigger="onBlur" rules={[required(t, t('procedure.requestedOn')), dayRule(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-requestedOn" />
          </Form.Item>
          {pointerOnly && <Alert type="info" showIcon title={t('procedure.pointer.only', { scope: t(`scope.${seat.managementScope}`) })} />}
          <Form.Item name="kept" label={t('procedure.pointer.where')} rules={[{ required: true }]}>
            <Radio.Group
              className="stacked"
              data-testid="field-kept"
              options={(['here', 'elsewhere'] as const).map((value) => ({ value, label: t(`procedure.pointer.${value}`), disabled: value === 'here' && pointerOnly }))}
            />
          </Form.Item>
          <Form.Item noStyle dependencies={['kept']}>
            {({ getFieldValue }) => (getFieldValue('kept') === 'here' ? <WhoFields verdicts={verdicts} /> : <PointerFields />)}
          </Form.Item>
        </>
      }
    />
  )
}

function WhoFields({ verdicts }: { verdicts: readonly Verdict[] }) {
  const { t } = useTranslation()
  return (
    <Form.Item name="candidates" label={t('procedure.candidates')} rules={[{ required: true, message: t('procedure.candidatesNeeded') }]}>
      <Candidates verdicts={verdicts} />
    </Form.Item>
  )
}

/** Where the papers lie; nobody is named. */
function PointerFields() {
  const { t } = useTranslation()
  return (
    <>
      <div className="pair">
        <Form.Item name="number" label={t('procedure.pointer.number')} rules={[required(t, t('procedure.pointer.number'))]}>
          <Input maxLength={60} autoComplete="off" data-testid="field-number" />
        </Form.Item>
        <Form.Item name="level" label={t('procedure.pointer.level')} rules={[{ required: true }]}>
          <Select data-testid="field-level" options={LEVELS.map((value) => ({ value, label: t(`procedure.pointer.levels.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="keeper" label={t('procedure.pointer.keeper')} rules={[required(t, t('procedure.pointer.keeper')), { min: 2 }]}>
        <Input maxLength={200} autoComplete="off" data-testid="field-keeper" />
      </Form.Item>
    </>
  )
}

interface CandidatesProps {
  verdicts: readonly Verdict[]
  id?: string
  value?: string[]
  onChange?: (personIds: string[]) => void
}

/** Takes of its form no more than this: a group of checkboxes may not say that it is required. */
function Candidates({ verdicts, id, value, onChange }: CandidatesProps) {
  const { t } = useTranslation()
  return (
    <div id={id}>
      <Checkbox.Group<string> className="stacked" aria-label={t('procedure.candidates')} value={value} onChange={onChange}>
        {verdicts.map(({ personId, personName, overall }) => (
          <Checkbox key={personId} value={personId}>
            <PersonName name={personName} /> <OutcomeTag outcome={overall} whole />
          </Checkbox>
        ))}
      </Checkbox.Group>
    </div>
  )
}
