import { queryOptions } from '@tanstack/react-query'
import { answer, training } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { isPaused } from '../api/problem'
import type { Day } from '../app/dates'

export const studiesKey = (personId: string) => ['studies', personId] as const

export const studiesQuery = (personId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: [...studiesKey(personId), asOf ?? 'today'],
    queryFn: ({ signal }) =>
      answer(training.GET('/api/training/people/{personId}/enrolments', { params: { path: { personId }, query: { asOf } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
  })
