import { PlusOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Term, TermBelief } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { ChangeButton } from '../app/ChangeButton'
import { formatDay, parseDay } from '../app/dates'
import { Period } from '../app/DateText'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { FieldHistory, HistoryOf } from '../history/FieldHistory'
import { factByFact } from '../history/versions'
import { day, ReasonField, required, TypedDate } from '../people/fields'
import { putTerm, termHistoryQuery, termsQuery, voidTerm } from './queries'

interface Typed {
  name: string
  validFrom: string
  validTo?: string
  instrument: string
  reason?: string
}

type Asked = { act: 'record' } | { act: 'correct' | 'void'; term: Term }

const NAMES = ['name', 'validFrom', 'validTo', 'instrument', 'reason'] as const

/** The terms of office of a body, the latest first: until when its elected and designated seats are held. */
export function Terms({ unitId }: { unitId: string }) {
  const { t } = useTranslation()
  const { can, legalDay } = useMe()
  const queries = useQueryClient()
  const terms = useQuery(termsQuery(unitId))
  const [asked, setAsked] = useState<Asked>()
  const [shown, setShown] = useState(false)
  const done = () => {
    setAsked(undefined)
    void queries.invalidateQueries({ queryKey: termsQuery(unitId).queryKey })
  }
  return (
    <section className="card" data-testid="unit-terms">
      <div className="card-head">
        <h2>{t('term.title')}</h2>
        {can('seat.write') && (
          <ChangeButton size="small" icon={<PlusOutlined />} data-testid="record-term" onClick={() => setAsked({ act: 'record' })}>
            {t('term.record')}
          </ChangeButton>
        )}
      </div>
      {terms.isError && <ProblemAlert error={terms.error} title={t('term.failed')} onRetry={() => void terms.refetch()} />}
      {terms.data?.length === 0 && <p className="empty">{t('term.none')}</p>}
      {!!terms.data?.length && (
        <Table<Term>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={terms.data}
          columns={[
            {
              key: 'name',
              title: t('term.name'),
              render: (_, { name, validFrom, validTo }) => (
                <>
                  {name}
                  {validFrom <= legalDay && (!validTo || validTo > legalDay) && <span className="third"> {t('term.now')}</span>}
                </>
              ),
            },
            { key: 'period', title: t('term.period'), width: 220, render: (_, { validFrom, validTo }) => <Period validFrom={validFrom} validTo={validTo} /> },
            {
              key: 'instrument',
              title: t('unit.instrument'),
              render: (_, { instrument, reason }) => (
                <>
                  {instrument}
                  {reason && <div className="third">{t('term.corrected', { reason })}</div>}
                </>
              ),
            },
            ...(can('seat.write')
              ? [
                  {
                    key: 'acts',
                    title: <span className="sr-only">{t('action.column')}</span>,
                    width: 150,
                    render: (_: unknown, term: Term) => (
                      <>
                        <ChangeButton type="link" size="small" data-testid={`correct-term-${term.id}`} aria-label={`${t('term.correct')}: ${term.name}`} onClick={() => setAsked({ act: 'correct', term })}>
                          {t('term.correct')}
                        </ChangeButton>
                        <ChangeButton type="link" size="small" danger data-testid={`void-term-${term.id}`} aria-label={`${t('term.void')}: ${term.name}`} onClick={() => setAsked({ act: 'void', term })}>
                          {t('term.void')}
                        </ChangeButton>
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {terms.isSuccess && (
        <Button type="link" size="small" data-testid="term-history" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'term.hideHistory' : 'term.history')}
        </Button>
      )}
      {shown && <History unitId={unitId} />}
      {asked?.act === 'void' && (
        <AskDrawer<{ reason: string }, unknown>
          title={t('term.void')}
          confirmTestId="confirm-void-term"
          about={<p className="second">{t('term.voidMeans', { name: asked.term.name })}</p>}
          names={['reason']}
          initial={{}}
          fields={<ReasonField />}
          send={({ reason }) => voidTerm(asked.term, reason)}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked && asked.act !== 'void' && (
        <AskDrawer<Typed, Term>
          key={asked.act === 'correct' ? asked.term.id : 'new'}
          title={t(asked.act === 'correct' ? 'term.correct' : 'term.record')}
          size={560}
          confirmTestId="confirm-term"
          about={<p className="second">{t('term.means')}</p>}
          names={NAMES}
          initial={asked.act === 'correct' ? typedOf(asked.term) : {}}
          fields={<Fields correcting={asked.act === 'correct'} />}
          send={(typed, key) => putTerm(unitId, asked.act === 'correct' ? asked.term : undefined, valuesOf(typed), key)}
          onDone={done}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  )
}

/** Every belief, also of terms that were voided. */
function History({ unitId }: { unitId: string }) {
  const { t } = useTranslation()
  return (
    <div data-testid="term-beliefs">
      <HistoryOf query={useQuery(termHistoryQuery(unitId))}>
        {(items) => (
          <FieldHistory<TermBelief>
            label={t('term.history')}
            versions={factByFact(items).flatMap(({ rows }) => rows)}
            rowKey={({ id, recordedFrom }) => `${id} ${recordedFrom}`}
            what={({ name }) => name}
            valid={(belief) => belief}
            source={({ instrument }) => ({ document: instrument })}
          />
        )}
      </HistoryOf>
    </div>
  )
}

const typedOf = ({ name, validFrom, validTo, instrument }: Term): Typed => ({
  name,
  validFrom: formatDay(validFrom),
  ...(validTo ? { validTo: formatDay(validTo) } : {}),
  instrument,
})

const valuesOf = ({ name, validFrom, validTo, instrument, reason }: Typed) => ({
  name: name.trim(),
  validFrom: parseDay(validFrom) ?? '',
  ...(parseDay(validTo ?? '') ? { validTo: parseDay(validTo ?? '') } : {}),
  instrument: instrument.trim(),
  ...(reason?.trim() ? { reason: reason.trim() } : {}),
})

function Fields({ correcting }: { correcting: boolean }) {
  const { t } = useTranslation()
  return (
    <>
      <Form.Item name="name" label={t('term.name')} extra={t('term.nameHint')} rules={[required(t, t('term.name')), { max: 200, message: t('form.titleLength') }]}>
        <Input autoComplete="off" data-testid="field-name" />
      </Form.Item>
      <div className="pair">
        <Form.Item name="validFrom" label={t('term.from')} validateTrigger="onBlur" rules={[required(t, t('term.from')), day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validFrom" />
        </Form.Item>
        <Form.Item name="validTo" label={t('term.to')} extra={t('term.toHint')} validateTrigger="onBlur" rules={[day(t)]}>
          <TypedDate placeholder={t('form.dayPlaceholder')} data-testid="field-validTo" />
        </Form.Item>
      </div>
      <Form.Item name="instrument" label={t('unit.instrument')} rules={[required(t, t('unit.instrument')), { max: 300, message: t('form.titleLength') }]}>
        <Input autoComplete="off" data-testid="field-instrument" />
      </Form.Item>
      {correcting && <ReasonField />}
    </>
  )
}
