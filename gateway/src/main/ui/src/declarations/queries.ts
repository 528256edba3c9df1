import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, personnel, sendFile } from '../api/client'
import type { CvClass, OfferedPaper } from '../api/types'
import { save } from '../app/save'
import type { SaidOfPaper } from '../documents/queries'

/** What is restricted is not declared on a page: it is brought in person. */
export type DeclaredClass = Exclude<CvClass, 'RESTRICTED'>

export const isDeclared = (fieldClass: CvClass): fieldClass is DeclaredClass => fieldClass !== 'RESTRICTED'

/** Each class has an address of its own, as the entries have. */
export const DECLARED_AT = {
  PERSONAL: '/api/personnel/people/{personId}/declarations',
  SENSITIVE: '/api/personnel/people/{personId}/sensitive-declarations',
} as const satisfies Record<DeclaredClass, string>

export const DECLARATIONS_READ_BY = { PERSONAL: 'declaration.read', SENSITIVE: 'declaration-sensitive.read' } as const

export const declarationsKey = (personId: string) => ['declarations', personId] as const

export const declarationsQuery = (personId: string, fieldClass: DeclaredClass) =>
  infiniteQueryOptions({
    queryKey: [...declarationsKey(personId), fieldClass],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET(DECLARED_AT[fieldClass], { params: { path: { personId }, query: { cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    retry: false,
  })

const OFFERED_AT = '/api/personnel/people/{personId}/offered-documents'

export const OFFERED_READ_BY = 'declaration-sensitive.read'

/** Papers that were offered with what was declared, of every class: as sensitive as the papers of a dossier. */
export const offeredQuery = (personId: string) =>
  queryOptions({
    queryKey: [...declarationsKey(personId), 'offered'],
    queryFn: ({ signal }) => answer(personnel.GET(OFFERED_AT, { params: { path: { personId } }, signal })),
    retry: false,
  })

export function offerPaper(personId: string, declarationId: string, said: SaidOfPaper, file: File, key: string, onProgress: (percent: number) => void): Promise<OfferedPaper> {
  const query = new URLSearchParams({ declarationId, file: file.name.normalize('NFC') })
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value)
  return sendFile(`${OFFERED_AT.replace('{personId}', encodeURIComponent(personId))}?${query}`, file, { 'Idempotency-Key': key }, onProgress)
}

export async function takeOffered(personId: string, paper: OfferedPaper): Promise<void> {
  const asked = { params: { path: { personId, documentId: paper.id } }, parseAs: 'blob' as const }
  save(await answer(personnel.GET(`${OFFERED_AT}/{documentId}/content`, asked)), paper.file)
}
