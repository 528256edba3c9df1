import { useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import type { Person } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { useMe } from '../app/me'
import { IdentityFields } from '../people/fields'
import { identityValues, toIdentity, type IdentityValues } from '../people/values'
import { declarationsKey } from './queries'

interface Typed extends IdentityValues {
  document?: string
  note?: string
}

/** An official asks to have their own name, sex or birth put right; nothing changes until whoever keeps the record accepts. */
export function DeclareIdentity({ person, onDone, onClose }: { person: Person; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const queries = useQueryClient()
  return (
    <AskDrawer<Typed, unknown>
      title={t('declaration.send')}
      confirmTestId="confirm-identity-declaration"
      about={<p className="second">{t('declaration.identityMeans')}</p>}
      names={['fullName', 'sex', 'birth', 'document', 'note']}
      initial={identityValues(person.identity)}
      fields={
        <>
          <IdentityFields today={legalDay} />
          <Form.Item name="document" label={t('conduct.document')} extra={t('declaration.identityDocument')}>
            <Input autoComplete="off" maxLength={200} data-testid="field-document" />
          </Form.Item>
          <Form.Item name="note" label={t('declaration.note')} rules={[{ min: 3, max: 500, message: t('form.reasonLength') }]}>
            <Input.TextArea rows={3} maxLength={500} data-testid="field-note" />
          </Form.Item>
        </>
      }
      send={({ document, note, ...typed }, key) =>
        answer(
          personnel.POST('/api/personnel/people/{personId}/declarations', {
            params: { path: { personId: person.id }, header: { 'Idempotency-Key': key } },
            body: {
              act: 'CORRECT',
              entryId: person.id,
              values: toIdentity(typed),
              ...(document?.trim() ? { document: document.normalize('NFC').trim() } : {}),
              ...(note?.trim() ? { note: note.normalize('NFC').trim() } : {}),
            },
          }),
        )
      }
      onDone={() => {
        void queries.invalidateQueries({ queryKey: declarationsKey(person.id) })
        onDone()
      }}
      onClose={onClose}
    />
  )
}
