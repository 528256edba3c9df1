import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, planning } from '../api/client'
import type { PlanEntry, PlanState } from '../api/types'
import type { Day } from '../app/dates'
import { etag } from '../people/queries'

export interface PlanFilter {
  unitId?: string
  state?: PlanState
  asOf?: Day
}

export const plansQuery = (filter: PlanFilter) =>
  infiniteQueryOptions({
    queryKey: ['plans', filter],
    queryFn: ({ pageParam, signal }) =>
      answer(planning.GET('/api/planning/plan-entries', { params: { query: { ...filter, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const propose = (body: { personId: string; seatId: string; term: string; source: 'INTERNAL' | 'EXTERNAL'; paper?: { decision: string; approvedOn: Day } }, key: string): Promise<PlanEntry> =>
  answer(planning.POST('/api/planning/plan-entries', { params: { header: { 'Idempotency-Key': key } }, body }))

export const approve = (entry: PlanEntry, body: { decision: string; approvedOn: Day }, key: string): Promise<PlanEntry> =>
  answer(
    planning.POST('/api/planning/plan-entries/{entryId}/approve', {
      params: { path: { entryId: entry.id }, header: { 'If-Match': etag(entry.revision), 'Idempotency-Key': key } },
      body,
    }),
  )

/** Several at once, each by what its paper says: all of them or none. */
export const approveAll = (entries: readonly PlanEntry[], key: string) =>
  answer(
    planning.POST('/api/planning/plan-entries/approvals', {
      params: { header: { 'Idempotency-Key': key } },
      body: { entries: entries.flatMap(({ id, revision, paper }) => (paper ? [{ id, revision, ...paper }] : [])) },
    }),
  )

/** What a change of a plan made old: plans, seats, verdicts, and what waits for somebody. */
export function dropPlans(queries: QueryClient) {
  for (const queryKey of [['plans'], ['planning-seat'], ['vacancies'], ['verdicts'], ['work']]) void queries.invalidateQueries({ queryKey })
}
