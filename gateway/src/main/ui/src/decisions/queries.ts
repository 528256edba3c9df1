import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Decision, DecisionKind, DecisionState, ManagementScope, NewDecision } from '../api/types'
import type { Day } from '../app/dates'
import type { AsPaper } from '../app/paper'
import { etag } from '../people/queries'

export const decisionsQuery = (state: DecisionState | undefined, person: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['decisions', 'list', state, person],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET('/api/personnel/decisions', { params: { query: { state, person, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const decisionQuery = (decisionId: string) =>
  queryOptions({
    queryKey: ['decisions', decisionId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/decisions/{decisionId}', { params: { path: { decisionId } }, signal })),
  })

export const decisionHistoryQuery = (decisionId: string) =>
  queryOptions({
    queryKey: ['decisions', decisionId, 'history'],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/decisions/{decisionId}/history', { params: { path: { decisionId } }, signal })),
  })

export const decisionDocument = (decisionId: string) => (asked: AsPaper) =>
  answer(personnel.GET('/api/personnel/decisions/{decisionId}/document', { params: { path: { decisionId } }, ...asked }))

/** What the forms of a decision hold; days as they were typed and understood. */
export interface DecisionValues {
  number: string
  signedOn: Day
  authority?: ManagementScope
  /** By id of the effect. */
  days: Record<string, Day | undefined>
  reason?: string
}

/** Kinds that name somebody for an election. */
export const NOMINATING: readonly DecisionKind[] = ['NOMINATE', 'NOMINATE_REELECT']

export type DecisionAct = 'issue' | 'correct' | 'rescind' | 'withdraw'

/** What may be done with a decision as it stands, by somebody with these rights. */
export const actsOn = (decision: Decision, can: (action: string) => boolean): DecisionAct[] => {
  switch (decision.state) {
    case 'DRAFT':
      return [
        ...(can('decision.issue') && !decision.own ? (['issue'] as const) : []),
        ...(can('decision.write') ? (['withdraw'] as const) : []),
      ]
    case 'ISSUED':
      return [...(can('decision.write') ? (['correct'] as const) : []), ...(can('decision.issue') ? (['rescind'] as const) : [])]
    default:
      return []
  }
}

export function sendDecision(decision: Decision, act: DecisionAct, values: DecisionValues, key: string): Promise<Decision> {
  const path = { decisionId: decision.id }
  const match = { 'If-Match': etag(decision.revision) }
  const posted = { path, header: { ...match, 'Idempotency-Key': key } }
  const { number, signedOn } = values
  const reason = values.reason?.trim() ?? ''
  switch (act) {
    case 'issue':
      return answer(
        personnel.POST('/api/personnel/decisions/{decisionId}/issue', {
          params: posted,
          body: {
            number,
            signedOn,
            authority: values.authority!,
            effects: decision.effects.flatMap(({ id }) => {
              const effectiveFrom = values.days[id]
              return effectiveFrom ? [{ effectId: id, effectiveFrom }] : []
            }),
            ...(reason ? { reason } : {}),
          },
        }),
      )
    case 'correct':
      return answer(
        personnel.PUT('/api/personnel/decisions/{decisionId}', {
          params: { path, header: match },
          body: {
            kind: decision.kind,
            number,
            signedOn,
            effects: decision.effects.map(({ id, personId, act: what, seatId, assignmentId, until, termMonths, acting, concurrent, direction, plannedReturn, local }) => ({
              personId,
              act: what,
              ...(what === 'END' || what === 'SUSPEND' ? { assignmentId } : { seatId }),
              effectiveFrom: values.days[id]!,
              until,
              termMonths,
              acting,
              concurrent,
              direction,
              plannedReturn,
              local,
            })),
            reason,
          },
        }),
      )
    case 'rescind':
      return answer(personnel.POST('/api/personnel/decisions/{decisionId}/rescind', { params: posted, body: { number, signedOn, reason } }))
    case 'withdraw':
      return answer(personnel.POST('/api/personnel/decisions/{decisionId}/withdraw', { params: posted, body: { reason } }))
  }
}

/** Whether a draft says all that its paper says, and somebody else prepared it. */
export const isReady = ({ state, own, number, signedOn, authority, effects }: Decision): boolean =>
  state === 'DRAFT' &&
  !own &&
  !!number &&
  !!signedOn &&
  !!authority &&
  effects.every(({ act, effectiveFrom }) => act === 'NOMINATE' || !!effectiveFrom)

/** All of them or none, each against the revision that was on the screen. */
export const issueDecisions = (decisions: readonly Decision[], reason: string, key: string) =>
  answer(
    personnel.POST('/api/personnel/decisions/issue', {
      params: { header: { 'Idempotency-Key': key } },
      body: {
        decisions: decisions.map(({ id, revision }) => ({ decisionId: id, revision })),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
      },
    }),
  )

export const draftDecision = (body: NewDecision, key: string): Promise<Decision> =>
  answer(personnel.POST('/api/personnel/decisions', { params: { header: { 'Idempotency-Key': key } }, body }))

/** A decision touches people, seats, plans and what waits: everything is asked for again. */
export const acceptDecision = (queries: QueryClient, decision: Decision) => {
  queries.setQueryData(decisionQuery(decision.id).queryKey, decision)
  void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== decision.id || queryKey.length > 2 })
}
