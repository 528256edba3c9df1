import { useQueryClient } from '@tanstack/react-query'
import { Form, Input, Progress, Select, type FormRule } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CvCatalogue, Documents, Paper, ProvableFact } from '../api/types'
import { parsePartial } from '../app/dates'
import { FactDrawer } from '../app/FactDrawer'
import { said } from '../cv/values'
import { currentLanguage } from '../i18n'
import { required, TypedDate } from '../people/fields'
import { FilePicker } from './FilePicker'
import { documentsKey, documentsQuery, LARGEST, sendPaper, voidPaper, type PaperClass } from './queries'
import { factKind, factText, goesWith, sizeText, wantedBy } from './values'

export type PaperChange = { act: 'add'; fact?: ProvableFact; kind?: string } | { act: 'void'; paper: Paper }

interface Typed {
  content?: File
  kind?: string
  factId?: string
  title?: string
  number?: string
  issuedOn?: string
  issuer?: string
}

const NAMES = ['content', 'kind', 'factId', 'title', 'number', 'issuedOn', 'issuer', 'reason'] as const
const TAKEN = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx'

interface PaperDrawerProps {
  personId: string
  paperClass: PaperClass
  documents: Documents
  catalogue: CvCatalogue | undefined
  change: PaperChange
  onClose: () => void
}

/** A paper taken in, or voided; what is there is never changed. */
export function PaperDrawer({ personId, paperClass, documents, catalogue, change, onClose }: PaperDrawerProps) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const [percent, setPercent] = useState<number>()
  const paper = change.act === 'void' ? change.paper : undefined
  const send = async (typed: Typed & { reason?: string }, sent: { key: string; revision: number }) => {
    if (paper) return voidPaper(personId, paperClass, { ...paper, revision: sent.revision }, typed.reason?.normalize('NFC').trim() ?? '', sent.key)
    const text = (value: string | undefined) => value?.normalize('NFC').trim() || undefined
    const issuedOn = text(typed.issuedOn)
    setPercent(0)
    try {
      return await sendPaper(
        personId,
        paperClass,
        {
          kind: typed.kind ?? '',
          title: text(typed.title) ?? '',
          number: text(typed.number),
          // What is no date goes as it was typed: the service says what is wrong with it.
          issuedOn: issuedOn && (parsePartial(issuedOn) ?? issuedOn),
          issuer: text(typed.issuer),
          factId: typed.factId,
        },
        typed.content!,
        sent.key,
        setPercent,
      )
    } finally {
      setPercent(undefined)
    }
  }
  return (
    <FactDrawer<Typed>
      title={t(`documents.acts.${change.act}`)}
      names={NAMES}
      initial={change.act === 'add' ? initial(documents, change) : {}}
      revision={paper?.revision ?? 0}
      fields={
        paper ? (
          <>
            <p>
              <b>{paper.title}</b>
            </p>
            <p>{t('documents.voidMeans')}</p>
          </>
        ) : (
          <>
            <PaperFields documents={documents} catalogue={catalogue} />
            {percent !== undefined && (
              <div role="status">
                <Progress percent={percent} size="small" aria-label={t('documents.sending')} />
                <p className="third">{t(percent < 100 ? 'documents.sending' : 'documents.checking')}</p>
              </div>
            )}
          </>
        )
      }
      withReason={change.act === 'void'}
      confirm={change.act === 'void' ? { label: t('posts.void'), danger: true } : undefined}
      send={send}
      reread={async () => {
        const now = await queries.fetchQuery(documentsQuery(personId, paperClass))
        return { revision: now.items.find(({ id }) => id === paper?.id)?.revision ?? 0 }
      }}
      onSaved={() => void queries.invalidateQueries({ queryKey: documentsKey(personId) })}
      onClose={onClose}
    />
  )
}

function initial(documents: Documents, change: { fact?: ProvableFact; kind?: string }): Partial<Typed> {
  const { fact } = change
  const kind = change.kind ?? (fact && wantedBy(documents.kinds, fact)?.code)
  return { kind, factId: fact?.id, number: fact?.kind === 'DECISION' ? fact.text : fact?.document }
}

function PaperFields({ documents, catalogue }: { documents: Documents; catalogue: CvCatalogue | undefined }) {
  const { t } = useTranslation()
  const form = Form.useFormInstance<Typed>()
  const code = Form.useWatch<string | undefined>('kind')
  const chosen = documents.kinds.find((kind) => kind.code === code)
  return (
    <>
      <FileField />
      <Form.Item name="kind" label={t('documents.kind')} rules={[required(t, t('documents.kind'))]} extra={chosen?.confidence === 'UNCONFIRMED' ? t('cv.unconfirmed') : undefined}>
        <Select
          data-testid="field-kind"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('form.choose')}
          options={documents.kinds.map((kind) => ({ value: kind.code, label: said(kind) }))}
          onChange={(code: string) => {
            const kind = documents.kinds.find((each) => each.code === code)
            const fact = documents.facts.find(({ id }) => id === form.getFieldValue('factId'))
            if (fact && !goesWith(kind, fact)) form.setFieldValue('factId', undefined)
          }}
        />
      </Form.Item>
      <Form.Item name="factId" label={t('documents.proves')} extra={t('documents.provesHint')}>
        <Select
          data-testid="field-factId"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('documents.provesNothing')}
          options={documents.facts
            .filter((fact) => goesWith(chosen, fact))
            .map((fact) => ({ value: fact.id, label: `${factKind(t, catalogue, fact)}: ${factText(t, catalogue, fact)}` }))}
        />
      </Form.Item>
      <SaidFields />
    </>
  )
}

/** The file itself. */
export function FileField() {
  const { t } = useTranslation()
  return (
    <Form.Item name="content" label={t('documents.file')} rules={[{ required: true, message: t('documents.chooseFile') }, sized(t('documents.tooLarge', { size: sizeText(LARGEST, currentLanguage()) }))]}>
      <FilePicker accept={TAKEN} hint={t('documents.taken')} />
    </Form.Item>
  )
}

/** What is said of a paper beside its kind. */
export function SaidFields() {
  const { t } = useTranslation()
  const partial: FormRule = {
    validator: (_, text: string | undefined) =>
      !text?.trim() || parsePartial(text.trim()) ? Promise.resolve() : Promise.reject(new Error(t('form.partial'))),
  }
  return (
    <>
      <Form.Item name="title" label={t('documents.title')} rules={[required(t, t('documents.title'))]}>
        <Input autoComplete="off" maxLength={200} data-testid="field-title" />
      </Form.Item>
      <div className="pair">
        <Form.Item name="number" label={t('documents.number')}>
          <Input autoComplete="off" maxLength={60} data-testid="field-number" />
        </Form.Item>
        <Form.Item name="issuedOn" label={t('documents.issuedOn')} validateTrigger="onBlur" rules={[partial]} extra={t('form.birthHint')}>
          <TypedDate partial placeholder={t('form.dayPlaceholder')} data-testid="field-issuedOn" />
        </Form.Item>
      </div>
      <Form.Item name="issuer" label={t('documents.issuer')}>
        <Input autoComplete="off" maxLength={200} data-testid="field-issuer" />
      </Form.Item>
    </>
  )
}

const sized = (message: string): FormRule => ({
  validator: (_, file: File | undefined) => (!file || file.size <= LARGEST ? Promise.resolve() : Promise.reject(new Error(message))),
})
