import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { StatisticsBy, UnitBasis } from '../api/types'
import type { Day } from '../app/dates'
import { save } from '../app/save'

export interface Asked {
  unit: string
  basis: UnitBasis
  by: StatisticsBy
  asOf?: Day
  compareTo?: Day
}

const PAGE_SIZE = 50

/** While another question is on its way the old table stays, under the day that it is of. */
export const statisticsQuery = (query: Asked) =>
  queryOptions({
    queryKey: ['statistics', query],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/statistics', { params: { query }, signal })),
    placeholderData: (before) => (before?.unitId === query.unit && before.basis === query.basis && before.by === query.by ? before : undefined),
  })

export const countedQuery = (query: Omit<Asked, 'compareTo'> & { row: string; column: string }) =>
  infiniteQueryOptions({
    queryKey: ['statistics', 'rows', query],
    queryFn: ({ signal, pageParam }) =>
      answer(personnel.GET('/api/personnel/statistics/rows', { params: { query: { ...query, cursor: pageParam, limit: PAGE_SIZE } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

/** The table as a workbook. */
export async function statisticsWorkbook(query: Asked): Promise<void> {
  const file = await answer(personnel.GET('/api/personnel/statistics/workbook', { params: { query }, parseAs: 'blob' }))
  save(file, `thong-ke${query.asOf ? `-${query.asOf}` : ''}.xlsx`)
}
