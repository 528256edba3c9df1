import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import type { Person } from '../api/types'
import { FactDrawer } from '../app/FactDrawer'
import { FileNumberField } from '../people/fields'
import { etag, numberChanged, personQuery } from '../people/queries'
import { toFileNumber } from '../people/values'

interface Typed {
  fileNumber?: string
}

/** The number of the dossier, given after the registration or put right. */
export function FileNumberDrawer({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FactDrawer<Typed>
      title={t('numbers.fileNumber')}
      names={['fileNumber', 'reason']}
      initial={{ fileNumber: person.fileNumber ?? '' }}
      revision={person.revision}
      fields={<FileNumberField must />}
      withReason
      send={(typed, { revision }) =>
        answer(
          personnel.PUT('/api/personnel/people/{personId}/file-number', {
            params: { path: { personId: person.id }, header: { 'If-Match': etag(revision) } },
            body: { fileNumber: toFileNumber(typed).fileNumber ?? '', reason: typed.reason?.normalize('NFC').trim() ?? '' },
          }),
        )
      }
      reread={async () => {
        const now = await queries.fetchQuery({ ...personQuery(person.id, undefined), staleTime: 0 })
        return { revision: now.revision, values: { fileNumber: now.fileNumber ?? '' } }
      }}
      onSaved={() => numberChanged(queries, person.id)}
      onClose={onClose}
    />
  )
}
