import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import type { Conduct, ConfidenceVote, Discipline, HealthCertificate, Rating, Suspension } from '../api/types'
import { formatDay, parseDay, type Day } from '../app/dates'
import { FactDrawer } from '../app/FactDrawer'
import { day, required, TypedDate } from '../people/fields'
import { etag, personKey } from '../people/queries'
import { conductKey, conductQuery } from './queries'

export const FAMILIES = ['rating', 'discipline', 'suspension', 'confidence', 'health'] as const

export type ConductFact =
  | { family: 'rating'; item: Rating }
  | { family: 'discipline'; item: Discipline }
  | { family: 'suspension'; item: Suspension }
  | { family: 'confidence'; item: ConfidenceVote }
  | { family: 'health'; item: HealthCertificate }

export type ConductChange = { kind: 'add'; family: ConductFact['family'] } | ({ kind: 'correct' | 'void' } & ConductFact)

interface Values {
  year?: number
  rating?: Rating['rating']
  form?: Discipline['form']
  decidedOn?: string
  revokedOn?: string
  track?: Discipline['track']
  authority?: string
  matter?: string
  issuedOn?: string
  from?: string
  until?: string
  heldOn?: string
  high?: number
  confidence?: number
  low?: number
  document?: string
}

const NAMES = ['year', 'rating', 'form', 'decidedOn', 'revokedOn', 'track', 'authority', 'matter', 'issuedOn', 'from', 'until', 'heldOn', 'high', 'confidence', 'low', 'document', 'reason'] as const
const GRADES = ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'KXL'] as const
const TRACKS = ['PARTY', 'STATE'] as const
const FORMS = ['REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION'] as const

function valuesOf(change: ConductChange): Values {
  if (change.kind !== 'correct') return {}
  const document = change.item.document
  switch (change.family) {
    case 'rating':
      return { year: change.item.year, rating: change.item.rating, document }
    case 'discipline':
      return {
        form: change.item.form,
        decidedOn: formatDay(change.item.decidedOn),
        revokedOn: change.item.revokedOn ? formatDay(change.item.revokedOn) : '',
        track: change.item.track,
        authority: change.item.authority,
        matter: change.item.matter,
        document,
      }
    case 'suspension':
      return { from: formatDay(change.item.from), until: change.item.until ? formatDay(change.item.until) : '', document }
    case 'confidence':
      return { heldOn: formatDay(change.item.heldOn), high: change.item.high, confidence: change.item.confidence, low: change.item.low, document }
    case 'health':
      return { issuedOn: formatDay(change.item.issuedOn), document }
  }
}

/** The same change of the fact as it stands now. */
function standingNow(change: ConductChange, now: Conduct): ConductChange {
  if (change.kind === 'add') return change
  switch (change.family) {
    case 'rating':
      return { ...change, item: now.ratings.find(({ id }) => id === change.item.id) ?? change.item }
    case 'discipline':
      return { ...change, item: now.disciplines.find(({ id }) => id === change.item.id) ?? change.item }
    case 'suspension':
      return { ...change, item: now.suspensions.find(({ id }) => id === change.item.id) ?? change.item }
    case 'confidence':
      return { ...change, item: now.confidenceVotes.find(({ id }) => id === change.item.id) ?? change.item }
    case 'health':
      return { ...change, item: now.healthCertificates.find(({ id }) => id === change.item.id) ?? change.item }
  }
}

/** Words as they are sent; nothing where there are none. */
const words = <Name extends string>(name: Name, text: string | undefined) =>
  (text?.trim() ? { [name]: text.normalize('NFC').trim() } : {}) as Partial<Record<Name, string>>
const paper = (values: Values) => words('document', values.document)
const dayOf = (text: string | undefined): Day => parseDay(text ?? '')!

/** Each family has its own address and body; everything else is one. */
function send(personId: string, change: ConductChange, values: Values & { reason?: string }, sent: { key: string; revision: number }) {
  const match = { 'If-Match': etag(sent.revision) }
  const posted = { ...match, 'Idempotency-Key': sent.key }
  const reason = values.reason?.trim() ?? ''
  if (change.family === 'rating') {
    const body = { year: values.year!, rating: values.rating!, ...paper(values) }
    if (change.kind === 'add') return answer(personnel.POST('/api/personnel/people/{personId}/ratings', { params: { path: { personId }, header: posted }, body }))
    const path = { personId, ratingId: change.item.id }
    return change.kind === 'correct'
      ? answer(personnel.PUT('/api/personnel/people/{personId}/ratings/{ratingId}', { params: { path, header: match }, body: { ...body, reason } }))
      : answer(personnel.POST('/api/personnel/people/{personId}/ratings/{ratingId}/void', { params: { path, header: posted }, body: { reason } }))
  }
  if (change.family === 'discipline') {
    const body = () => ({
      form: values.form!,
      decidedOn: dayOf(values.decidedOn),
      ...(values.revokedOn?.trim() ? { revokedOn: dayOf(values.revokedOn) } : {}),
      ...(values.track ? { track: values.track } : {}),
      ...words('authority', values.authority),
      ...words('matter', values.matter),
      ...paper(values),
    })
    if (change.kind === 'add') return answer(personnel.POST('/api/personnel/people/{personId}/disciplines', { params: { path: { personId }, header: posted }, body: body() }))
    const path = { personId, disciplineId: change.item.id }
    return change.kind === 'correct'
      ? answer(personnel.PUT('/api/personnel/people/{personId}/disciplines/{disciplineId}', { params: { path, header: match }, body: { ...body(), reason } }))
      : answer(personnel.POST('/api/personnel/people/{personId}/disciplines/{disciplineId}/void', { params: { path, header: posted }, body: { reason } }))
  }
  if (change.family === 'suspension') {
    const body = () => ({
      from: dayOf(values.from),
      ...(values.until?.trim() ? { until: dayOf(values.until) } : {}),
      ...paper(values),
    })
    if (change.kind === 'add') return answer(personnel.POST('/api/personnel/people/{personId}/suspensions', { params: { path: { personId }, header: posted }, body: body() }))
    const path = { personId, suspensionId: change.item.id }
    return change.kind === 'correct'
      ? answer(personnel.PUT('/api/personnel/people/{personId}/suspensions/{suspensionId}', { params: { path, header: match }, body: { ...body(), reason } }))
      : answer(personnel.POST('/api/personnel/people/{personId}/suspensions/{suspensionId}/void', { params: { path, header: posted }, body: { reason } }))
  }
  if (change.family === 'confidence') {
    const body = () => ({ heldOn: dayOf(values.heldOn), high: values.high!, confidence: values.confidence!, low: values.low!, ...paper(values) })
    if (change.kind === 'add') return answer(personnel.POST('/api/personnel/people/{personId}/confidence-votes', { params: { path: { personId }, header: posted }, body: body() }))
    const path = { personId, voteId: change.item.id }
    return change.kind === 'correct'
      ? answer(personnel.PUT('/api/personnel/people/{personId}/confidence-votes/{voteId}', { params: { path, header: match }, body: { ...body(), reason } }))
      : answer(personnel.POST('/api/personnel/people/{personId}/confidence-votes/{voteId}/void', { params: { path, header: posted }, body: { reason } }))
  }
  const body = () => ({ issuedOn: dayOf(values.issuedOn), ...paper(values) })
  if (change.kind === 'add') return answer(personnel.POST('/api/personnel/people/{personId}/health-certificates', { params: { path: { personId }, header: posted }, body: body() }))
  const path = { personId, certificateId: change.item.id }
  return change.kind === 'correct'
    ? answer(personnel.PUT('/api/personnel/people/{personId}/health-certificates/{certificateId}', { params: { path, header: match }, body: { ...body(), reason } }))
    : answer(personnel.POST('/api/personnel/people/{personId}/health-certificates/{certificateId}/void', { params: { path, header: posted }, body: { reason } }))
}

export function ConductDrawer({ personId, revision, change, onClose }: { personId: string; revision: number; change: ConductChange; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FactDrawer<Values>
      title={`${t(`conduct.acts.${change.kind}`)}: ${t(`conduct.family.${change.family}`).toLocaleLowerCase()}`}
      names={NAMES}
      initial={valuesOf(change)}
      revision={revision}
      fields={change.kind === 'void' ? <p>{t('conduct.voidMeans')}</p> : <Fields family={change.family} />}
      withReason={change.kind !== 'add'}
      confirm={change.kind === 'void' ? { label: t('posts.void'), danger: true } : undefined}
      send={(values, sent) => send(personId, change, values, sent)}
      reread={async () => {
        const now = await queries.fetchQuery({ ...conductQuery(personId, undefined), staleTime: 0 })
        return { revision: now.revision, values: valuesOf(standingNow(change, now)) }
      }}
      onSaved={() => {
        // The revision is the person's own.
        void queries.invalidateQueries({ queryKey: conductKey(personId) })
        void queries.invalidateQueries({ queryKey: personKey(personId) })
        void queries.invalidateQueries({ queryKey: ['source', personId] })
      }}
      onClose={onClose}
    />
  )
}

function Fields({ family }: { family: ConductFact['family'] }) {
  const { t } = useTranslation()
  return (
    <>
      {family === 'rating' && (
        <div className="pair">
          <Form.Item name="year" label={t('conduct.yearLabel')} rules={[{ required: true, message: t('form.requiredShort') }]}>
            <InputNumber className="full-width" min={1900} max={9999} precision={0} controls={false} data-testid="field-year" />
          </Form.Item>
          <Form.Item name="rating" label={t('conduct.family.rating')} rules={[required(t, t('conduct.family.rating'))]}>
            <Select
              data-testid="field-rating"
              placeholder={t('form.choose')}
              options={GRADES.map((value) => ({ value, label: t(`conduct.grades.${value}`) }))}
            />
          </Form.Item>
        </div>
      )}
      {family === 'discipline' && (
        <>
          <Form.Item name="form" label={t('conduct.form')} rules={[required(t, t('conduct.form'))]}>
            <Select
              data-testid="field-form"
              placeholder={t('form.choose')}
              options={FORMS.map((value) => ({ value, label: t(`conduct.forms.${value}`) }))}
            />
          </Form.Item>
          <div className="pair">
            <Form.Item name="decidedOn" label={t('conduct.decidedOn')} validateTrigger="onBlur" rules={[required(t, t('conduct.decidedOn')), day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-decidedOn" />
            </Form.Item>
            <Form.Item name="revokedOn" label={t('conduct.revokedOn')} validateTrigger="onBlur" rules={[day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-revokedOn" />
            </Form.Item>
          </div>
          <Form.Item name="track" label={t('conduct.track')}>
            <Select
              allowClear
              data-testid="field-track"
              placeholder={t('form.choose')}
              options={TRACKS.map((value) => ({ value, label: t(`conduct.tracks.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="authority" label={t('conduct.authority')}>
            <Input autoComplete="off" maxLength={200} data-testid="field-authority" />
          </Form.Item>
          <Form.Item name="matter" label={t('conduct.matter')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} data-testid="field-matter" />
          </Form.Item>
        </>
      )}
      {family === 'suspension' && (
        <div className="pair">
          <Form.Item name="from" label={t('conduct.from')} validateTrigger="onBlur" rules={[required(t, t('conduct.from')), day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-from" />
          </Form.Item>
          <Form.Item name="until" label={t('conduct.until')} extra={t('conduct.untilHint')} validateTrigger="onBlur" rules={[day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-until" />
          </Form.Item>
        </div>
      )}
      {family === 'confidence' && (
        <>
          <Form.Item name="heldOn" label={t('conduct.heldOn')} validateTrigger="onBlur" rules={[required(t, t('conduct.heldOn')), day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-heldOn" />
          </Form.Item>
          <div className="pair">
            {(['high', 'confidence', 'low'] as const).map((tally) => (
              <Form.Item key={tally} name={tally} label={t(`conduct.${tally}`)} rules={[{ required: true, message: t('form.requiredShort') }]}>
                <InputNumber className="full-width" min={0} max={30000} precision={0} controls={false} data-testid={`field-${tally}`} />
              </Form.Item>
            ))}
          </div>
        </>
      )}
      {family === 'health' && (
        <Form.Item name="issuedOn" label={t('conduct.issuedOn')} validateTrigger="onBlur" rules={[required(t, t('conduct.issuedOn')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-issuedOn" />
        </Form.Item>
      )}
      <Form.Item name="document" label={t('conduct.document')}>
        <Input autoComplete="off" maxLength={200} data-testid="field-document" />
      </Form.Item>
    </>
  )
}
