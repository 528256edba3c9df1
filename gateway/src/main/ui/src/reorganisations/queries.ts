import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel, planning, training } from '../api/client'
import type { NewPlacement, OtherService, Reorganisation, ReorganisationContent, ReorganisationLine, Seat } from '../api/types'
import { addDays, type Day } from '../app/dates'
import { etag } from '../people/queries'
import type { ReorganisationAct } from './acts'

const ONE = '/api/personnel/reorganisations/{reorganisationId}'

export const reorganisationsQuery = infiniteQueryOptions({
  queryKey: ['reorganisations', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answer(personnel.GET('/api/personnel/reorganisations', { params: { query: { cursor: pageParam, limit: 50 } }, signal })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next,
})

export const reorganisationQuery = (reorganisationId: string) =>
  queryOptions({
    queryKey: ['reorganisations', reorganisationId],
    queryFn: ({ signal }) => answer(personnel.GET(ONE, { params: { path: { reorganisationId } }, signal })),
  })

export const impactQuery = ({ id, revision }: ReorganisationLine) =>
  queryOptions({
    queryKey: ['reorganisations', id, 'impact', revision],
    queryFn: ({ signal }) => answer(personnel.GET(`${ONE}/impact`, { params: { path: { reorganisationId: id } }, signal })),
  })

/** A copy may still be on its way: a little patience, then the page says who has not answered. */
const PATIENCE = { retry: 4, retryDelay: 1000 } as const

/** One that answers for an earlier revision has not heard of this one yet. */
const untilRevision =
  (revision: number) =>
  ({ state }: { state: { data?: { revision: number }; dataUpdateCount: number } }) =>
    state.data && state.data.revision < revision && state.dataUpdateCount < 30 ? 2000 : false

export const studyingQuery = ({ id, revision }: ReorganisationLine) =>
  queryOptions({
    ...PATIENCE,
    queryKey: ['reorganisations', id, 'studying', revision],
    refetchInterval: untilRevision(revision),
    queryFn: ({ signal }) =>
      answer(training.GET('/api/training/reorganisations/{reorganisationId}/impact', { params: { path: { reorganisationId: id } }, signal })),
  })

export const plannedQuery = ({ id, revision }: ReorganisationLine) =>
  queryOptions({
    ...PATIENCE,
    queryKey: ['reorganisations', id, 'planned', revision],
    refetchInterval: untilRevision(revision),
    queryFn: ({ signal }) =>
      answer(planning.GET('/api/planning/reorganisations/{reorganisationId}/impact', { params: { path: { reorganisationId: id } }, signal })),
  })

/** All of it is tried on the other side, so it is asked for only when somebody looks. */
export const checkQuery = ({ id, revision }: ReorganisationLine) =>
  queryOptions({
    queryKey: ['reorganisations', id, 'check', revision],
    queryFn: ({ signal }) => answer(personnel.GET(`${ONE}/check`, { params: { path: { reorganisationId: id } }, signal })),
  })

export const postsQuery = (reorganisationId: string, unplaced: boolean) =>
  infiniteQueryOptions({
    queryKey: ['reorganisations', reorganisationId, 'posts', unplaced],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET(`${ONE}/posts`, { params: { path: { reorganisationId }, query: { unplaced, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const titlesQuery = queryOptions({
  queryKey: ['titles'],
  queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/titles', { signal })),
  staleTime: 300_000,
})

export const standingSeatQuery = (seatId: string, asOf: Day) =>
  queryOptions({
    queryKey: ['seats', 'one', seatId, asOf],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/seats/{seatId}', { params: { path: { seatId }, query: { asOf } }, signal })),
    staleTime: 60_000,
  })

/** Every seat of the units that stands on the day. */
export const standingSeatsQuery = (unitIds: readonly string[], asOf: Day) =>
  queryOptions({
    queryKey: ['seats', 'of', unitIds, asOf],
    queryFn: async ({ signal }) => {
      const seats: Seat[] = []
      for (const unitId of unitIds) {
        let cursor: string | undefined
        do {
          const page = await answer(personnel.GET('/api/personnel/seats', { params: { query: { unitId, asOf, cursor, limit: 200 } }, signal }))
          seats.push(...page.items)
          cursor = page.next
        } while (cursor)
      }
      return seats
    },
  })

/** Names of posts and seats that findings are about; those that the reader is not told of are left out. */
export const namedQuery = ({ id, revision, state, effectiveOn }: ReorganisationLine, posts: readonly string[], seats: readonly string[]) =>
  queryOptions({
    queryKey: ['reorganisations', id, 'named', revision, posts, seats],
    queryFn: async ({ signal }) => {
      const names = new Map<string, string>()
      const asked = new Set(posts)
      let cursor: string | undefined
      while (names.size < asked.size) {
        const page = await answer(
          personnel.GET(`${ONE}/posts`, { params: { path: { reorganisationId: id }, query: { cursor, limit: 200 } }, signal }),
        )
        for (const { assignmentId, personName, title, unitName } of page.items) {
          if (asked.has(assignmentId)) names.set(assignmentId, `${personName}, ${title}, ${unitName}`)
        }
        cursor = page.next
        if (!cursor) break
      }
      // Once it is approved the seats that end stand no longer on the day itself.
      const asOf = state === 'APPROVED' ? addDays(effectiveOn, -1) : effectiveOn
      for (const seatId of seats) {
        const { data: seat } = await personnel.GET('/api/personnel/seats/{seatId}', {
          params: { path: { seatId }, query: { asOf } },
          signal,
        })
        if (seat) names.set(seatId, `${seat.title.name}, ${seat.unitName}`)
      }
      return names
    },
  })

export const draftReorganisation = (body: ReorganisationContent, key: string): Promise<Reorganisation> =>
  answer(personnel.POST('/api/personnel/reorganisations', { params: { header: { 'Idempotency-Key': key } }, body }))

export const changeReorganisation = ({ id, revision }: ReorganisationLine, body: ReorganisationContent): Promise<Reorganisation> =>
  answer(personnel.PUT(ONE, { params: { path: { reorganisationId: id }, header: { 'If-Match': etag(revision) } }, body }))

export const placePost = ({ id, revision }: ReorganisationLine, assignmentId: string, body: NewPlacement): Promise<Reorganisation> =>
  answer(
    personnel.PUT(`${ONE}/posts/{assignmentId}`, {
      params: { path: { reorganisationId: id, assignmentId }, header: { 'If-Match': etag(revision) } },
      body,
    }),
  )

export function act({ id, revision }: ReorganisationLine, what: Exclude<ReorganisationAct, 'edit'>, typed: string | undefined, answered: readonly OtherService[], key: string): Promise<Reorganisation> {
  const params = { path: { reorganisationId: id }, header: { 'If-Match': etag(revision), 'Idempotency-Key': key } }
  const reason = typed?.normalize('NFC').trim() ?? ''
  switch (what) {
    case 'propose':
      return answer(personnel.POST(`${ONE}/propose`, { params }))
    case 'approve':
      return answer(personnel.POST(`${ONE}/approve`, { params, body: { answered: [...answered], ...(reason && { reason }) } }))
    case 'undo':
      return answer(personnel.POST(`${ONE}/undo`, { params, body: { reason } }))
    case 'withdraw':
      return answer(personnel.POST(`${ONE}/withdraw`, { params, body: { reason } }))
  }
}

/** A draft touches nothing but itself; one that was approved or undone touches units, seats and people everywhere. */
export function acceptReorganisation(queries: QueryClient, reorganisation: Reorganisation) {
  const { id, state } = reorganisation.line
  queries.setQueryData(reorganisationQuery(id).queryKey, reorganisation)
  const everywhere = state === 'APPROVED' || state === 'UNDONE'
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => (everywhere || queryKey[0] === 'reorganisations') && (queryKey[1] !== id || queryKey.length > 2),
  })
}
