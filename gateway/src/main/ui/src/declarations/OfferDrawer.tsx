import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Progress, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Declaration } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { parsePartial } from '../app/dates'
import { said } from '../cv/values'
import { FileField, SaidFields } from '../documents/PaperDrawer'
import { documentsQuery } from '../documents/queries'
import { required } from '../people/fields'
import { declarationsKey, offerPaper } from './queries'

interface Typed {
  content?: File
  kind?: string
  title?: string
  number?: string
  issuedOn?: string
  issuer?: string
}

const NAMES = ['content', 'kind', 'title', 'number', 'issuedOn', 'issuer'] as const

/** A paper that proves what is declared, offered with it: of the dossier once that is accepted. */
export function OfferDrawer({ personId, declaration, onClose }: { personId: string; declaration: Declaration; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { data: documents, isPending } = useQuery(documentsQuery(personId, 'SENSITIVE'))
  const [percent, setPercent] = useState<number>()
  const kinds = (documents?.kinds ?? []).filter(({ proves }) => declaration.act === 'VOID' || proves.length === 0 || proves.includes(declaration.kind))
  return (
    <AskDrawer<Typed, unknown>
      title={t('declaration.offer')}
      confirmTestId="confirm-offer"
      about={<p className="second">{t('declaration.offerMeans')}</p>}
      names={NAMES}
      initial={{}}
      fields={
        <>
          <FileField />
          <Form.Item name="kind" label={t('documents.kind')} rules={[required(t, t('documents.kind'))]}>
            <Select
              data-testid="field-kind"
              loading={isPending}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('form.choose')}
              options={kinds.map((kind) => ({ value: kind.code, label: said(kind) }))}
            />
          </Form.Item>
          <SaidFields />
          {percent !== undefined && (
            <div role="status">
              <Progress percent={percent} size="small" aria-label={t('documents.sending')} />
              <p className="third">{t(percent < 100 ? 'documents.sending' : 'documents.checking')}</p>
            </div>
          )}
        </>
      }
      send={async (typed, key) => {
        const text = (value: string | undefined) => value?.normalize('NFC').trim() || undefined
        const issuedOn = text(typed.issuedOn)
        setPercent(0)
        try {
          return await offerPaper(
            personId,
            declaration.id,
            {
              kind: typed.kind ?? '',
              title: text(typed.title) ?? '',
              number: text(typed.number),
              // What is no date goes as it was typed: the service says what is wrong with it.
              issuedOn: issuedOn && (parsePartial(issuedOn) ?? issuedOn),
              issuer: text(typed.issuer),
            },
            typed.content!,
            key,
            setPercent,
          )
        } finally {
          setPercent(undefined)
        }
      }}
      onDone={() => {
        void queries.invalidateQueries({ queryKey: declarationsKey(personId) })
        onClose()
      }}
      onClose={onClose}
    />
  )
}
