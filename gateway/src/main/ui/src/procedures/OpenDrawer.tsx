import { useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlannedSeat, Verdict } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useAsOf, useGo } from '../app/asOf'
import { formatDay, parseDay } from '../app/dates'
import { PersonName } from '../app/PersonName'
import { day as dayRule, required, TypedDate } from '../people/fields'
import { OutcomeTag } from '../seats/OutcomeTag'
import { acceptProcedure, openProcedure } from './queries'

interface Typed {
  requestedOn: string
  candidates: string[]
}

const FIELDS = ['requestedOn', 'candidates'] as const

/** Opens the five steps with the planned people; who does not qualify is refused by the service, with the article. */
export function OpenDrawer({ seat, verdicts, onClose }: { seat: PlannedSeat; verdicts: readonly Verdict[]; onClose: () => void }) {
  const { t } = useTranslation()
  const go = useGo()
  const queries = useQueryClient()
  const { day } = useAsOf()
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
        candidates: verdicts.filter(({ overall }) => overall !== 'FAIL').map(({ personId }) => personId),
      }}
      send={(typed: Typed, key) =>
        openProcedure({ seatId: seat.id, requestedOn: parseDay(typed.requestedOn) ?? '', candidates: typed.candidates }, key)
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
          <Form.Item name="candidates" label={t('procedure.candidates')} rules={[{ required: true, message: t('procedure.candidatesNeeded') }]}>
            <Candidates verdicts={verdicts} />
          </Form.Item>
        </>
      }
    />
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
