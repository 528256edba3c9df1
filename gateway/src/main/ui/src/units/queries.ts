import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Day } from '../app/dates'

export const lineageQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['lineage', unitId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/units/{unitId}/lineage', { params: { path: { unitId } }, signal })),
    staleTime: 60_000,
  })

export const seatsQuery = (unitId: string, below: boolean, asOf: Day | undefined) =>
  infiniteQueryOptions({
    queryKey: ['seats', unitId, below, asOf ?? 'today'],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET('/api/personnel/seats', { params: { query: { unitId, below, asOf, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })
