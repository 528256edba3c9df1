import { queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { isPaused } from '../api/problem'
import type { CvClass, Me } from '../api/types'
import type { Day } from '../app/dates'

/** Each class of entries has an address of its own: each is opened in another way. */
export const AT = {
  PERSONAL: '/api/personnel/people/{personId}/cv',
  SENSITIVE: '/api/personnel/people/{personId}/sensitive-cv',
  RESTRICTED: '/api/personnel/people/{personId}/restricted-cv',
} as const satisfies Record<CvClass, string>

export const READ_BY = { PERSONAL: 'cv.read', SENSITIVE: 'cv-sensitive.read', RESTRICTED: 'cv-restricted.read' } as const
export const WRITTEN_BY = { PERSONAL: 'cv.write', SENSITIVE: 'cv-sensitive.write', RESTRICTED: 'cv-restricted.write' } as const

export const cvKey = (personId: string) => ['cv', personId] as const

/** Changes with a release, not while a page is open. */
export const catalogueQuery = () =>
  queryOptions({
    queryKey: ['cv-catalogue'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/cv-catalogue', { signal })),
    staleTime: Infinity,
  })

export const cvQuery = (personId: string, fieldClass: CvClass, asOf: Day | undefined) =>
  queryOptions({
    queryKey: [...cvKey(personId), fieldClass, asOf ?? 'today'],
    queryFn: ({ signal }) => answer(personnel.GET(AT[fieldClass], { params: { path: { personId }, query: { asOf } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
  })

export const cvHistoryQuery = (personId: string, fieldClass: CvClass) =>
  queryOptions({
    queryKey: [...cvKey(personId), fieldClass, 'history'],
    queryFn: ({ signal }) => answer(personnel.GET(`${AT[fieldClass]}/history`, { params: { path: { personId } }, signal })),
    retry: false,
    staleTime: 0,
  })

/** Whether somebody may ask for changes of this record, because it is their own. */
export const declares = (me: Me | undefined, personId: string): boolean =>
  me?.grants.some((grant) => grant.personId === personId && grant.actions.includes('declaration.write')) ?? false
