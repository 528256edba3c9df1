import { infiniteQueryOptions } from '@tanstack/react-query'
import { answer, training } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { isPaused } from '../api/problem'

/** Services that have work for people. */
export type WorkService = 'training'

const PAGE_SIZE = 50

export const trainingWorkQuery = infiniteQueryOptions({
  queryKey: ['work', 'training'],
  queryFn: ({ pageParam, signal }) =>
    answer(training.GET('/api/training/work-items', { params: { query: { cursor: pageParam, limit: PAGE_SIZE } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
  staleTime: 0,
  retry: false,
  refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
})
