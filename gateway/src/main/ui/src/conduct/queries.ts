import { queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { isPaused } from '../api/problem'
import type { Day } from '../app/dates'

export const conductKey = (personId: string) => ['conduct', personId] as const

export const conductQuery = (personId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: [...conductKey(personId), asOf ?? 'today'],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/people/{personId}/conduct', { params: { path: { personId }, query: { asOf } }, signal })),
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
  })

export const conductHistoryQuery = (personId: string) =>
  queryOptions({
    queryKey: [...conductKey(personId), 'history'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/{personId}/conduct/history', { params: { path: { personId } }, signal })),
    retry: false,
    staleTime: 0,
  })
