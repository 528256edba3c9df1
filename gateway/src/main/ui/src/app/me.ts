import { queryOptions, useQuery } from '@tanstack/react-query'
import { askAgainWhilePaused } from '../api/paused'
import { answer, personnel } from '../api/client'
import type { Me } from '../api/types'
import { todayInVietNam } from './dates'

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => answer(personnel.GET('/api/personnel/me')),
  // The legal day turns at midnight and rights may change while the page is open.
  staleTime: 60_000,
  refetchInterval: (query) => askAgainWhilePaused(query) || 300_000,
  refetchOnWindowFocus: true,
})

/** Who is signed in and what they may do. Until personnel-service answers nothing is allowed and today is the calendar's. */
export function useMe(): { me: Me | undefined; legalDay: string; can: (action: string) => boolean; settled: boolean } {
  const { data: me, isPending } = useQuery(meQuery)
  return {
    me,
    legalDay: me?.legalDay ?? todayInVietNam(),
    can: (action) => me?.actions.includes(action) ?? false,
    settled: !isPending,
  }
}
