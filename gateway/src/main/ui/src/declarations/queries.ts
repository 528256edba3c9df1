import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { CvClass } from '../api/types'

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
