import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { SCOPES, type Decision, type DecisionKind, type EffectAct, type ManagementScope, type NewEffect, type RotationDirection } from '../api/types'
import { isPaused } from '../api/problem'
import { useAsOf, useGo } from '../app/asOf'
import { ChangeButton } from '../app/ChangeButton'
import { parseDay } from '../app/dates'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { usePageTitle } from '../app/usePageTitle'
import { onItsOwn } from '../app/words'
import { useRefusal } from '../app/useRefusal'
import { useUnsavedGuard } from '../app/useUnsavedGuard'
import { day, required, TypedDate } from '../people/fields'
import { PersonPicker } from '../people/PersonPicker'
import { personQuery } from '../people/queries'
import { seatQuery } from '../units/queries'
import { SeatPicker } from '../units/SeatPicker'
import './decisions.css'
import { acceptDecision, decisionQuery, draftDecision } from './queries'
import { sayAct } from './words'

interface TypedEffect {
  personId: string
  act: EffectAct
  seatId?: string
  assignmentId?: string
  effectiveFrom?: string
  termMonths?: number
  acting?: boolean
  concurrent?: boolean
  direction?: RotationDirection
  plannedReturn?: string
  local?: boolean
  until?: string
}

interface Typed {
  kind: DecisionKind
  number?: string
  signedOn?: string
  authority?: ManagementScope
  effects: TypedEffect[]
}

/** What the form begins with. */
interface Initial {
  kind?: DecisionKind
  effects: Partial<TypedEffect>[]
}

const KINDS: readonly DecisionKind[] = [
  'APPOINT', 'REAPPOINT', 'EXTEND_TENURE', 'NOMINATE', 'NOMINATE_REELECT', 'ELECT', 'DESIGNATE', 'CO_OPT', 'RATIFY', 'CONFIRM', 'TRANSFER',
  'ROTATE', 'SECOND', 'ACTING', 'IN_CHARGE', 'SUSPEND', 'RELEASE', 'RESIGN', 'RELIEVE', 'RECALL', 'DISMISS', 'RETIRE', 'EARLY_RETIRE',
]
const ENDING: readonly DecisionKind[] = ['RELEASE', 'RESIGN', 'RELIEVE', 'RECALL', 'DISMISS', 'RETIRE', 'EARLY_RETIRE']
const CHARGING: readonly DecisionKind[] = ['ACTING', 'IN_CHARGE']

/** What a decision of a kind may bring about; the first is what it usually does. */
function actsOf(kind: DecisionKind | undefined): readonly EffectAct[] {
  switch (kind) {
    case 'NOMINATE':
    case 'NOMINATE_REELECT':
      return ['NOMINATE']
    case 'ELECT':
      return ['ELECT', 'START', 'END']
    case 'SUSPEND':
      return ['SUSPEND']
    default:
      return kind && ENDING.includes(kind) ? ['END'] : ['START', 'END']
  }
}

/** What a further line of a decision of this kind begins with. */
const usual = (kind: DecisionKind | undefined) => ({ act: actsOf(kind)[0]!, acting: !!kind && CHARGING.includes(kind) })

const DIRECTIONS: readonly RotationDirection[] = ['DOWN', 'UP', 'LATERAL']
const FIELDS = ['kind', 'number', 'signedOn', 'authority'] as const

const toEffect = ({ effectiveFrom, plannedReturn, until, ...typed }: TypedEffect): NewEffect => {
  const days = { effectiveFrom, plannedReturn, until }
  const known = Object.entries(days).flatMap(([name, text]) => {
    const typedDay = parseDay(text ?? '')
    return typedDay ? [[name, typedDay]] : []
  })
  return { ...typed, ...Object.fromEntries(known) }
}

/**
 * Prepares a decision by hand: a future one, or one that was signed long ago. Somebody else records that it was issued.
 * Opened from a nomination it is the election of whoever was named.
 */
export function NewDecisionPage() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const [params] = useSearchParams()
  const nomination = params.get('nomination') ?? ''
  const named = useQuery({ ...decisionQuery(nomination), enabled: !!nomination })
  const seats = useQueries({ queries: seatsOf(named.data).map((seatId) => seatQuery(seatId)) })
  if (me && !can('decision.write')) return <NoRights />
  const failed = [named, ...seats].find(({ isError }) => isError)
  if (failed) return <div className="page"><ProblemAlert error={failed.error} title={t('decision.failed')} onRetry={() => void failed.refetch()} /></div>
  if (nomination && (!named.data || seats.some(({ data }) => !data))) return null
  const ratified = new Set(seats.flatMap(({ data }) => (data?.kind === 'RATIFIED' ? [data.id] : [])))
  return <DecisionForm initial={named.data ? electing(named.data, ratified) : { effects: [{ act: 'START' }] }} />
}

const seatsOf = (nomination: Decision | undefined): string[] => [...new Set(nomination?.effects.flatMap(({ seatId }) => seatId ?? []))]

/** The election of whoever was named: it gives the post, but for a seat whose election is ratified. */
const electing = ({ effects }: Decision, ratified: ReadonlySet<string>): Initial => ({
  kind: 'ELECT',
  effects: effects.map(({ personId, seatId = '' }) => ({ personId, seatId, act: ratified.has(seatId) ? 'ELECT' : 'START' })),
})

function DecisionForm({ initial }: { initial: Initial }) {
  const { t } = useTranslation()
  const go = useGo()
  const queries = useQueryClient()
  const locked = useAsOf().when !== 'today'
  const [form] = Form.useForm<Typed>()
  const refusal = useRefusal(form, FIELDS)
  const [key, setKey] = useState(() => crypto.randomUUID())
  const saved = useRef(false)
  const guard = useUnsavedGuard(useCallback(() => !saved.current && form.isFieldsTouched(), [form]))
  usePageTitle(t('decision.draft'))

  const save = useMutation({
    mutationFn: ({ kind, number, signedOn, authority, effects }: Typed) => {
      const signed = parseDay(signedOn ?? '')
      return draftDecision(
        {
          kind,
          ...(number?.trim() ? { number: number.trim() } : {}),
          ...(signed ? { signedOn: signed } : {}),
          ...(authority ? { authority } : {}),
          effects: effects.map(toEffect),
        },
        key,
      )
    },
    onMutate: () => refusal.setError(undefined),
    onError: (error) => {
      refusal.setError(error)
      // Where nothing was answered nobody knows whether it was kept: the next try is then the same request.
      if (!isPaused(error)) setKey(crypto.randomUUID())
    },
    onSuccess: (decision) => {
      saved.current = true
      acceptDecision(queries, decision)
      go(`/decisions/${decision.id}`)
    },
  })

  return (
    <div className="page new-decision">
      <div className="page-head">
        <h1>{t('decision.draft')}</h1>
      </div>
      {locked && <Alert type="warning" showIcon title={t('day.locked')} />}
      {!!refusal.error && <ProblemAlert error={refusal.error} title={t('form.notSaved')} findings={refusal.others} kept={t('form.kept')} />}
      <Form<Typed>
        form={form}
        layout="vertical"
        className="card card-body"
        disabled={save.isPending || locked}
        initialValues={initial}
        onValuesChange={({ kind }: Partial<Typed>) => {
          if (!kind) return
          // What the kind cannot bring about becomes what it usually does.
          const acts = actsOf(kind)
          const effects = form.getFieldValue('effects') as TypedEffect[]
          form.setFieldValue(
            'effects',
            effects.map((effect) => ({
              ...effect,
              act: acts.includes(effect.act) ? effect.act : acts[0]!,
              acting: CHARGING.includes(kind),
            })),
          )
        }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="kind" label={t('decision.kind')} rules={[required(t, t('decision.kind'))]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            data-testid="field-kind"
            placeholder={t('form.choose')}
            options={KINDS.map((kind) => ({ value: kind, label: t(`decision.kinds.${kind}`) }))}
          />
        </Form.Item>
        <div className="pair">
          <Form.Item name="number" label={t('decision.number')} rules={[{ max: 100, message: t('form.titleLength') }]}>
            <Input autoComplete="off" data-testid="field-number" />
          </Form.Item>
          <Form.Item name="signedOn" label={t('decision.signedOn')} validateTrigger="onBlur" rules={[day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-signedOn" />
          </Form.Item>
        </div>
        <Form.Item name="authority" label={t('decision.authority')} extra={t('decision.authorityDraft')}>
          <Select
            allowClear
            placeholder={t('form.choose')}
            data-testid="field-authority"
            options={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
          />
        </Form.Item>
        <Form.List name="effects">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key: row, name }) => (
                <EffectFields key={row} at={name} numbered={fields.length > 1} onRemove={fields.length > 1 ? () => remove(name) : undefined} />
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add(usual(form.getFieldValue('kind') as DecisionKind | undefined))} data-testid="add-effect">
                {t('decision.addEffect')}
              </Button>
            </>
          )}
        </Form.List>
        <div className="form-foot">
          <p />
          <Button onClick={() => guard.confirmLeave(() => go('/decisions'))}>{t('action.cancel')}</Button>
          <ChangeButton type="primary" htmlType="submit" loading={save.isPending} data-testid="save-decision">
            {t('decision.saveDraft')}
          </ChangeButton>
        </div>
      </Form>
    </div>
  )
}

function EffectFields({ at, numbered, onRemove }: { at: number; numbered: boolean; onRemove?: () => void }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Typed>()
  const kind = Form.useWatch('kind', form) as DecisionKind | undefined
  const acts = actsOf(kind)
  const act = Form.useWatch(['effects', at, 'act'], form) as EffectAct | undefined
  const personId = Form.useWatch(['effects', at, 'personId'], form) as string | undefined
  return (
    <div className="effect-fields">
      {numbered && <h2>{t('decision.effect', { line: at + 1 })}</h2>}
      <Form.Item name={[at, 'personId']} label={t('decision.person')} rules={[required(t, t('decision.person'))]}>
        {/* A post of somebody else is no post of this person. */}
        <PersonPicker data-testid="field-person" onSelect={() => form.setFieldValue(['effects', at, 'assignmentId'], undefined)} />
      </Form.Item>
      <Form.Item name={[at, 'act']} label={t('decision.act')} required>
        <Radio.Group options={acts.map((value) => ({ value, label: onItsOwn(sayAct(t, kind, value)) }))} />
      </Form.Item>
      {act === 'ELECT' && (
        <>
          <Form.Item name={[at, 'seatId']} label={t('decision.seatWon')} extra={t('decision.electedHint')} rules={[required(t, t('decision.seatWon'))]}>
            <SeatPicker data-testid="field-seat" />
          </Form.Item>
          <Form.Item name={[at, 'effectiveFrom']} label={t('decision.dayOf.ELECT')} validateTrigger="onBlur" rules={[day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-day-ELECT" />
          </Form.Item>
        </>
      )}
      {act === 'NOMINATE' && (
        <>
          <Form.Item name={[at, 'seatId']} label={t('decision.seatStoodFor')} rules={[required(t, t('decision.seatStoodFor'))]}>
            <SeatPicker data-testid="field-seat" />
          </Form.Item>
          <Form.Item name={[at, 'effectiveFrom']} label={t('decision.dayOf.NOMINATE')} extra={t('decision.nominatedHint')} validateTrigger="onBlur" rules={[day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-day-NOMINATE" />
          </Form.Item>
        </>
      )}
      {act === 'START' && (
        <>
          <Form.Item name={[at, 'seatId']} label={t('decision.seat')} rules={[required(t, t('decision.seat'))]}>
            <SeatPicker data-testid="field-seat" />
          </Form.Item>
          <div className="pair">
            <Form.Item name={[at, 'effectiveFrom']} label={t('decision.dayOf.START')} validateTrigger="onBlur" rules={[day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-day-START" />
            </Form.Item>
            <Form.Item name={[at, 'termMonths']} label={t('decision.termMonths')}>
              <InputNumber min={1} max={1200} precision={0} data-testid="field-term" />
            </Form.Item>
          </div>
          {kind === 'ROTATE' && (
            <Form.Item name={[at, 'direction']} label={t('decision.direction')} rules={[required(t, t('decision.direction'))]}>
              <Radio.Group options={DIRECTIONS.map((value) => ({ value, label: t(`decision.directions.${value}`) }))} />
            </Form.Item>
          )}
          {kind === 'ROTATE' && (
            <Form.Item name={[at, 'local']} label={t('decision.local')} extra={t('decision.localHint')}>
              <Radio.Group options={[true, false].map((value) => ({ value, label: t(`decision.locals.${value ? 'yes' : 'no'}`) }))} />
            </Form.Item>
          )}
          {(kind === 'ROTATE' || kind === 'SECOND') && (
            <Form.Item name={[at, 'plannedReturn']} label={t('decision.plannedReturn')} validateTrigger="onBlur" rules={[day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-planned-return" />
            </Form.Item>
          )}
          <Form.Item name={[at, 'acting']} valuePropName="checked">
            <Checkbox>{onItsOwn(t('seat.acting'))}</Checkbox>
          </Form.Item>
          <Form.Item name={[at, 'concurrent']} valuePropName="checked">
            <Checkbox>{t('post.concurrentLong')}</Checkbox>
          </Form.Item>
        </>
      )}
      {act === 'SUSPEND' && (
        <>
          <Form.Item name={[at, 'assignmentId']} label={t('decision.suspendedPost')} rules={[required(t, t('decision.suspendedPost'))]}>
            <PostPicker personId={personId} />
          </Form.Item>
          <div className="pair">
            <Form.Item name={[at, 'effectiveFrom']} label={t('decision.dayOf.SUSPEND')} validateTrigger="onBlur" rules={[day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-day-SUSPEND" />
            </Form.Item>
            <Form.Item name={[at, 'until']} label={t('decision.workAgain')} extra={t('decision.workAgainHint')} validateTrigger="onBlur" rules={[day(t)]}>
              <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-until" />
            </Form.Item>
          </div>
        </>
      )}
      {act === 'END' && (
        <div className="pair">
          <Form.Item name={[at, 'assignmentId']} label={t('decision.endPost')} rules={[required(t, t('decision.endPost'))]}>
            <PostPicker personId={personId} />
          </Form.Item>
          <Form.Item name={[at, 'effectiveFrom']} label={t('decision.dayOf.END')} validateTrigger="onBlur" rules={[day(t)]}>
            <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-day-END" />
          </Form.Item>
        </div>
      )}
      {onRemove && (
        <Button type="link" danger icon={<DeleteOutlined />} onClick={onRemove}>
          {t('decision.removeEffect')}
        </Button>
      )}
    </div>
  )
}

/** One of the posts that the person holds. */
function PostPicker({ personId, ...props }: { personId?: string; value?: string; onChange?: (id: string) => void; id?: string }) {
  const { t } = useTranslation()
  const person = useQuery({ ...personQuery(personId ?? '', undefined), enabled: !!personId })
  return (
    <Select<string>
      {...props}
      disabled={!personId}
      loading={person.isFetching}
      placeholder={t('form.choose')}
      data-testid="field-post"
      options={person.data?.assignments.map(({ id, title, unitName }) => ({ value: id, label: `${title}, ${unitName}` }))}
    />
  )
}
