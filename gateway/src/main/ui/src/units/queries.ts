import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { NewQuota, NewTerm, Quota, Term } from '../api/types'
import type { Day } from '../app/dates'
import { etag } from '../people/queries'

export const lineageQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['lineage', unitId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/units/{unitId}/lineage', { params: { path: { unitId } }, signal })),
    staleTime: 60_000,
  })

export const termsQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['terms', unitId],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/units/{unitId}/terms', { params: { path: { unitId } }, signal })).then(({ items }) => items),
  })

export const termHistoryQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['terms', unitId, 'history'],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/units/{unitId}/terms/history', { params: { path: { unitId } }, signal })).then(({ items }) => items),
  })

/** What is typed of a term. */
export type TermValues = Omit<NewTerm, 'unitId'>

/** Records a term under an id of our own, or puts one right against the revision that was on the screen. */
export const putTerm = (unitId: string, standing: Term | undefined, values: TermValues, id: string): Promise<Term> =>
  answer(
    personnel.PUT('/api/personnel/terms/{termId}', {
      params: { path: { termId: standing?.id ?? id }, header: standing ? { 'If-Match': etag(standing.revision) } : {} },
      body: { unitId, ...values },
    }),
  )

export const voidTerm = ({ id, revision }: Term, reason: string) =>
  answer(
    personnel.POST('/api/personnel/terms/{termId}/void', {
      params: { path: { termId: id }, header: { 'If-Match': etag(revision) } },
      body: { reason: reason.trim() },
    }),
  )

export const seatQuery = (seatId: string) =>
  queryOptions({
    queryKey: ['seats', seatId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/seats/{seatId}', { params: { path: { seatId } }, signal })),
  })

export const seatsQuery = (unitId: string, below: boolean, asOf: Day | undefined) =>
  infiniteQueryOptions({
    queryKey: ['seats', unitId, below, asOf ?? 'today'],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET('/api/personnel/seats', { params: { query: { unitId, below, asOf, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const quotasQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['quotas', unitId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/units/{unitId}/quotas', { params: { path: { unitId } }, signal })),
  })

export const quotaHistoryQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['quotas', unitId, 'history'],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/units/{unitId}/quotas/history', { params: { path: { unitId } }, signal })).then(({ items }) => items),
  })

/** Records a quota under an id of our own, or puts one right against the revision that was on the screen. */
export const putQuota = (unitId: string, standing: Quota | undefined, values: Omit<NewQuota, 'unitId'>, id: string): Promise<Quota> =>
  answer(
    personnel.PUT('/api/personnel/quotas/{quotaId}', {
      params: { path: { quotaId: standing?.id ?? id }, header: standing ? { 'If-Match': etag(standing.revision) } : {} },
      body: { unitId, ...values },
    }),
  )

export const voidQuota = ({ id, revision }: Quota, reason: string) =>
  answer(
    personnel.POST('/api/personnel/quotas/{quotaId}/void', {
      params: { path: { quotaId: id }, header: { 'If-Match': etag(revision) } },
      body: { reason },
    }),
  )
