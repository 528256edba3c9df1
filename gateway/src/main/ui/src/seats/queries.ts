import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, planning } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { ApiError, asProblem, isPaused } from '../api/problem'
import type { Verdicts } from '../api/types'
import type { Day } from '../app/dates'

export const seatQuery = (seatId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: ['planning-seat', seatId, asOf ?? 'today'],
    queryFn: ({ signal }) =>
      answer(planning.GET('/api/planning/seats/{seatId}', { params: { path: { seatId }, query: { asOf } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
  })

/** A page that is looked at asks again each second; what has not changed is answered without a body. */
const LIVE = 1_000

interface Live {
  etag: string | undefined
  verdicts: Verdicts
}

export const verdictsQuery = (seatId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: ['verdicts', seatId, asOf ?? 'today'],
    queryFn: async ({ signal, client, queryKey }): Promise<Live> => {
      const before = client.getQueryData<Live>(queryKey)
      const call = planning.GET('/api/planning/seats/{seatId}/verdicts', {
        params: { path: { seatId }, query: { asOf }, header: before?.etag ? { 'If-None-Match': before.etag } : {} },
        signal,
        // The browser's own cache would turn the 304 into the old answer.
        cache: 'no-store',
      })
      const { data, error, response } = await call.catch((cause: unknown) => {
        if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
        throw new ApiError(0)
      })
      if (response.status === 304 && before) return before
      if (!response.ok || !data) throw new ApiError(response.status, asProblem(error))
      return { etag: response.headers.get('ETag') ?? undefined, verdicts: data }
    },
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : LIVE),
    select: ({ verdicts }) => verdicts,
  })

export const vacanciesQuery = (unitId: string | undefined, vacantBy: Day, asOf: Day | undefined) =>
  infiniteQueryOptions({
    queryKey: ['vacancies', unitId, vacantBy, asOf ?? 'today'],
    queryFn: ({ pageParam, signal }) =>
      answer(planning.GET('/api/planning/seats', { params: { query: { unitId, vacantBy, asOf, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
