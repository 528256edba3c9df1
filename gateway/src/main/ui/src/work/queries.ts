import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, personnel, planning, training } from '../api/client'
import { ASK_AGAIN_EVERY } from '../api/paused'
import { isPaused } from '../api/problem'
import type { WorkItem } from '../api/types'

/** Services that have work for people. */
export const WORK_SERVICES = ['personnel', 'training', 'planning'] as const
export type WorkService = (typeof WORK_SERVICES)[number]

interface Page {
  items: WorkItem[]
  next?: string
}

const PAGE_SIZE = 50

function page(service: WorkService, cursor: string | undefined, signal: AbortSignal): Promise<Page> {
  const request = { params: { query: { cursor, limit: PAGE_SIZE } }, signal }
  switch (service) {
    case 'personnel':
      return answer(personnel.GET('/api/personnel/work-items', request))
    case 'training':
      return answer(training.GET('/api/training/work-items', request))
    case 'planning':
      return answer(planning.GET('/api/planning/work-items', request))
  }
}

export const workNoticeQuery = queryOptions({
  queryKey: ['work-notice'],
  queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/work-notice', { signal })),
})

export const wantWorkNotice = (wanted: boolean) => answer(personnel.PUT('/api/personnel/work-notice', { body: { wanted } }))

export const workQuery = (service: WorkService) =>
  infiniteQueryOptions({
    queryKey: ['work', service],
    queryFn: ({ pageParam, signal }) => page(service, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => (isPaused(state.error) ? ASK_AGAIN_EVERY : false),
  })
