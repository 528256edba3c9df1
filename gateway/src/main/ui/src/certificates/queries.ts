import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, training } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { isPaused } from '../api/problem'
import type { Day } from '../app/dates'

export const certificatesQuery = (personId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: ['certificates', personId, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      answer(training.GET('/api/training/people/{personId}/certificates', { params: { path: { personId }, query: { asOf } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
  })

/** What a change made old: the list of the person, and what waits for somebody. */
export function dropOld(queries: QueryClient, personId: string) {
  for (const queryKey of [['certificates', personId], ['work']]) void queries.invalidateQueries({ queryKey })
}
