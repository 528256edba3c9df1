import { queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Day } from '../app/dates'

/** Of a unit and what stands directly below it: one question for each box that is opened. */
export const staffingQuery = (unitId: string, asOf: Day | undefined) =>
  queryOptions({
    queryKey: ['staffing', unitId, asOf ?? 'today'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/units/{unitId}/staffing', { params: { path: { unitId }, query: { asOf } }, signal })),
    retry: false,
    staleTime: 30_000,
    select: ({ items }) => items,
  })

/** What became of units after the earlier of two days and up to the later. */
export const successionsQuery = (after: Day, upTo: Day) =>
  queryOptions({
    queryKey: ['successions', after, upTo],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/successions', { params: { query: { after, upTo } }, signal })),
    staleTime: 300_000,
    select: ({ items }) => items,
  })
