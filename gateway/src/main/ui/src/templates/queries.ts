import { queryOptions } from '@tanstack/react-query'
import { answer, personnel, sendFile } from '../api/client'
import type { TemplatedPaper, TemplateVersion } from '../api/types'
import type { AsPaper } from '../app/paper'
import { save } from '../app/save'
import { etag } from '../people/queries'

/** The largest template that is taken, in bytes. */
export const LARGEST = 2_000_000

/** What a template of a kind is, by the ending of its name. */
export const endingOf = (kind: TemplatedPaper) => (kind === 'STATISTICS' ? 'xlsx' : 'docx')

export const templatesQuery = queryOptions({
  queryKey: ['paper-templates'],
  queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/paper-templates', { signal })),
})

/** The file of a version, of the house's own, or of the one in force. */
export async function takeTemplate(kind: TemplatedPaper, name: string, which: { version?: string; own?: boolean } = {}): Promise<void> {
  const asked = { params: { path: { kind }, query: which }, parseAs: 'blob' as const }
  save(await answer(personnel.GET('/api/personnel/paper-templates/{kind}/document', asked)), name)
}

export function bringTemplate(kind: TemplatedPaper, file: File, note: string, key: string): Promise<TemplateVersion> {
  const query = new URLSearchParams({ file: file.name.normalize('NFC'), note: note.normalize('NFC').trim() })
  return sendFile(`/api/personnel/paper-templates/${kind}/versions?${query}`, file, { 'Idempotency-Key': key }, () => undefined)
}

/** Statistics are tried with a unit, every other kind with a person. */
export const tryTemplate = (kind: TemplatedPaper, templateId: string, about: { person: string } | { unit: string }) => (asked: AsPaper) =>
  answer(personnel.GET('/api/personnel/paper-templates/{kind}/versions/{templateId}/trial', { params: { path: { kind, templateId }, query: about }, ...asked }))

export const putTemplate = (kind: TemplatedPaper, revision: number, templateId: string | undefined, reason: string) =>
  answer(
    personnel.PUT('/api/personnel/paper-templates/{kind}/in-force', {
      params: { path: { kind }, header: { 'If-Match': etag(revision) } },
      body: { templateId, reason: reason.normalize('NFC').trim() },
    }),
  )
