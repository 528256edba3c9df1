import { queryOptions } from '@tanstack/react-query'
import { answer, personnel, sendFile } from '../api/client'
import type { Paper } from '../api/types'
import { save } from '../app/save'
import { etag } from '../people/queries'

export const PAPER_CLASSES = ['SENSITIVE', 'RESTRICTED'] as const
export type PaperClass = (typeof PAPER_CLASSES)[number]

/** Papers of restricted entries have an address of their own, as these entries have. */
const AT = {
  SENSITIVE: '/api/personnel/people/{personId}/documents',
  RESTRICTED: '/api/personnel/people/{personId}/restricted-documents',
} as const satisfies Record<PaperClass, string>

export const READ_BY = { SENSITIVE: 'document.read', RESTRICTED: 'restricted-document.read' } as const
export const WRITTEN_BY = { SENSITIVE: 'document.write', RESTRICTED: 'restricted-document.write' } as const

/** The largest file that is taken, in bytes. */
export const LARGEST = 20_000_000

export const documentsKey = (personId: string) => ['person', personId, 'documents'] as const

/** Asked anew whenever it is shown: a fact that was recorded a moment ago wants its paper. */
export const documentsQuery = (personId: string, paperClass: PaperClass) =>
  queryOptions({
    queryKey: [...documentsKey(personId), paperClass],
    queryFn: ({ signal }) => answer(personnel.GET(AT[paperClass], { params: { path: { personId } }, signal })),
    retry: false,
    staleTime: 0,
  })

/** What is said of a paper; each under the name that the service gives it. */
export interface SaidOfPaper {
  kind: string
  title: string
  number?: string
  issuedOn?: string
  issuer?: string
  factId?: string
}

export function sendPaper(personId: string, paperClass: PaperClass, said: SaidOfPaper, file: File, key: string, onProgress: (percent: number) => void): Promise<Paper> {
  const query = new URLSearchParams({ file: file.name.normalize('NFC') })
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value)
  return sendFile(`${AT[paperClass].replace('{personId}', encodeURIComponent(personId))}?${query}`, file, { 'Idempotency-Key': key }, onProgress)
}

export async function takePaper(personId: string, paperClass: PaperClass, paper: Paper): Promise<void> {
  const asked = { params: { path: { personId, documentId: paper.id } }, parseAs: 'blob' as const }
  save(await answer(personnel.GET(`${AT[paperClass]}/{documentId}/content`, asked)), paper.file)
}

export const voidPaper = (personId: string, paperClass: PaperClass, paper: Paper, reason: string, key: string) =>
  answer(
    personnel.POST(`${AT[paperClass]}/{documentId}/void`, {
      params: { path: { personId, documentId: paper.id }, header: { 'If-Match': etag(paper.revision), 'Idempotency-Key': key } },
      body: { reason },
    }),
  )
