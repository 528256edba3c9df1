import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Flaw, Severity } from '../api/types'

/** How many dossiers are looked at for one page of the list. */
const LOOK_AT = 100

/** Asked anew whenever it is shown: what was put right a moment ago is right. */
export const dossierQualityQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'quality'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/{personId}/quality', { params: { path: { personId } }, signal })),
    retry: false,
    staleTime: 0,
  })

export const figuresQuery = (unit: string) =>
  queryOptions({
    queryKey: ['quality', 'figures', unit],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/quality', { params: { query: { unit } }, signal })),
    retry: false,
  })

export interface FlawFilter {
  unit: string
  code?: Flaw
  severity?: Severity
}

export const flawedQuery = (filter: FlawFilter) =>
  infiniteQueryOptions({
    queryKey: ['quality', 'dossiers', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET('/api/personnel/quality/dossiers', { params: { query: { ...filter, cursor: pageParam, limit: LOOK_AT } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    retry: false,
  })

export const duplicatesQuery = infiniteQueryOptions({
  queryKey: ['quality', 'duplicates'],
  queryFn: ({ pageParam, signal }) => answer(personnel.GET('/api/personnel/duplicates', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  retry: false,
})
