import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Select, type FormRule } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import type { Cv, CvCatalogue, CvClass, CvEntry, CvField, CvKind } from '../api/types'
import { FactDrawer } from '../app/FactDrawer'
import { DECLARED_AT, type DeclaredClass, declarationsKey } from '../declarations/queries'
import { required, TypedDate } from '../people/fields'
import { etag } from '../people/queries'
import { AT, cvKey, cvQuery } from './queries'
import { entryText, listOf, readTyped, said, typedText } from './values'

export type CvChange = { act: 'add'; kind: CvKind } | { act: 'correct' | 'void'; kind: CvKind; entry: CvEntry }

/** What is typed: each field under its code, the last step of where a finding points, and the paper. */
type Typed = Record<string, string | undefined>

/** A text longer than this is written on several lines. */
const LONG = 300

function typedOf(change: CvChange, entry: CvEntry | undefined): Typed {
  if (change.act !== 'correct' || !entry) return {}
  return {
    ...Object.fromEntries(
      change.kind.fields.map((field) => {
        const value = entry.values[field.code]
        return [field.code, value === undefined ? '' : typedText(field, value)]
      }),
    ),
    document: entry.document ?? '',
  }
}

function valuesOf(kind: CvKind, typed: Typed): Record<string, string> {
  return Object.fromEntries(
    kind.fields.flatMap((field) => {
      const text = typed[field.code]?.trim()
      // What is not of its type goes as it was typed: the service says what is wrong with it.
      return text ? [[field.code, readTyped(field, text) ?? text]] : []
    }),
  )
}

function send(personId: string, fieldClass: CvClass, change: CvChange, typed: Typed & { reason?: string }, sent: { key: string; revision: number }) {
  const match = { 'If-Match': etag(sent.revision) }
  const posted = { ...match, 'Idempotency-Key': sent.key }
  const values = valuesOf(change.kind, typed)
  const document = typed.document?.normalize('NFC').trim()
  const paper = document ? { document } : {}
  const reason = typed.reason?.normalize('NFC').trim() ?? ''
  const at = AT[fieldClass]
  if (change.act === 'add') {
    return answer(personnel.POST(at, { params: { path: { personId }, header: posted }, body: { kind: change.kind.code, values, ...paper } }))
  }
  const path = { personId, entryId: change.entry.id }
  return change.act === 'correct'
    ? answer(personnel.PUT(`${at}/{entryId}`, { params: { path, header: match }, body: { values, ...paper, reason } }))
    : answer(personnel.POST(`${at}/{entryId}/void`, { params: { path, header: posted }, body: { reason } }))
}

function declare(personId: string, fieldClass: DeclaredClass, change: CvChange, typed: Typed & { note?: string }, key: string) {
  const document = typed.document?.normalize('NFC').trim()
  const note = typed.note?.normalize('NFC').trim()
  const body = {
    act: ACT[change.act],
    ...(change.act === 'add' ? { kind: change.kind.code } : { entryId: change.entry.id }),
    ...(change.act === 'void' ? {} : { values: valuesOf(change.kind, typed), ...(document ? { document } : {}) }),
    ...(note ? { note } : {}),
  }
  return answer(personnel.POST(DECLARED_AT[fieldClass], { params: { path: { personId }, header: { 'Idempotency-Key': key } }, body }))
}

const ACT = { add: 'ADD', correct: 'CORRECT', void: 'VOID' } as const

interface CvDrawerProps {
  personId: string
  catalogue: CvCatalogue
  fieldClass: CvClass
  revision: number
  change: CvChange
  /** Set where it is asked for by whom the CV is about, and nothing changes yet. */
  declaredAs?: DeclaredClass
  onClose: () => void
}

/** One entry of a CV, recorded, put right or taken back, or declared to be so; the catalogue says which fields there are. */
export function CvDrawer({ personId, catalogue, fieldClass, revision, change, declaredAs, onClose }: CvDrawerProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { kind } = change
  const standing = (now: Cv) => (change.act === 'add' ? undefined : now.entries.find(({ id }) => id === change.entry.id))
  return (
    <FactDrawer<Typed>
      title={`${declaredAs ? t(`declaration.acts.${ACT[change.act]}`) : t(`conduct.acts.${change.act}`)}: ${said(kind)}`}
      names={[...kind.fields.map(({ code }) => code), 'document', 'reason', 'note']}
      initial={typedOf(change, change.act === 'add' ? undefined : change.entry)}
      revision={revision}
      fields={
        change.act === 'void' ? (
          <>
            <p>
              <b>{entryText(catalogue, kind, change.entry)}</b>
            </p>
            <p>{t(declaredAs ? 'declaration.hint' : 'conduct.voidMeans')}</p>
            {declaredAs && <Note must />}
          </>
        ) : (
          <>
            {kind.fields.map((field) => (
              <Field key={field.code} catalogue={catalogue} field={field} />
            ))}
            <Form.Item name="document" label={t('conduct.document')} extra={t('cv.documentHint')}>
              <Input autoComplete="off" maxLength={200} data-testid="field-document" />
            </Form.Item>
            {declaredAs && <Note must={false} />}
          </>
        )
      }
      withReason={change.act !== 'add' && !declaredAs}
      confirm={
        declaredAs
          ? { label: t('declaration.send'), danger: false }
          : change.act === 'void'
            ? { label: t('posts.void'), danger: true }
            : undefined
      }
      send={(typed, sent): Promise<unknown> =>
        declaredAs ? declare(personId, declaredAs, change, typed, sent.key) : send(personId, fieldClass, change, typed, sent)
      }
      reread={async () => {
        const now = await queries.fetchQuery({ ...cvQuery(personId, fieldClass, undefined), staleTime: 0 })
        return { revision: now.revision, values: typedOf(change, standing(now)) }
      }}
      onSaved={() => void queries.invalidateQueries({ queryKey: declaredAs ? declarationsKey(personId) : cvKey(personId) })}
      onClose={onClose}
    />
  )
}

function Note({ must }: { must: boolean }) {
  const { t } = useTranslation()
  const label = t('declaration.note')
  return (
    <Form.Item name="note" label={label} rules={[...(must ? [required(t, label)] : []), { min: 3, max: 500, message: t('form.reasonLength') }]}>
      <Input.TextArea rows={3} maxLength={500} data-testid="field-note" />
    </Form.Item>
  )
}

const ofItsType = (t: TFunction, field: CvField): FormRule => ({
  validator: (_, text: string | undefined) =>
    !text?.trim() || readTyped(field, text) !== undefined
      ? Promise.resolve()
      : Promise.reject(new Error(t(field.type === 'DATE' ? 'form.partial' : field.type === 'YEAR' ? 'cv.year' : 'cv.number'))),
})

function Field({ catalogue, field }: { catalogue: CvCatalogue; field: CvField }) {
  const { t } = useTranslation()
  const label = said(field)
  const list = listOf(catalogue, field)
  const rules = [...(field.required ? [required(t, label)] : []), ofItsType(t, field)]
  const testId = `field-${field.code}`
  return (
    <Form.Item
      name={field.code}
      label={field.unit ? `${label} (${field.unit})` : label}
      validateTrigger="onBlur"
      rules={rules}
      extra={field.type === 'DATE' ? t('form.birthHint') : list?.confidence === 'UNCONFIRMED' ? t('cv.unconfirmed') : undefined}
    >
      {field.type === 'CODE' ? (
        <Select
          data-testid={testId}
          allowClear={!field.required}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('form.choose')}
          options={list?.items.map((item) => ({ value: item.code, label: said(item) }))}
        />
      ) : field.type === 'DATE' ? (
        <TypedDate partial placeholder={t('form.dayPlaceholder')} data-testid={testId} />
      ) : (field.maxLength ?? 0) >= LONG ? (
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={field.maxLength} data-testid={testId} />
      ) : (
        <Input
          autoComplete="off"
          maxLength={field.type === 'YEAR' ? 4 : field.maxLength}
          inputMode={field.type === 'TEXT' ? undefined : field.type === 'NUMBER' ? 'decimal' : 'numeric'}
          data-testid={testId}
        />
      )}
    </Form.Item>
  )
}
