import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, planning } from '../api/client'
import type { DocumentKind, Meeting, Pointer, Procedure, ProcedureState } from '../api/types'
import type { Day } from '../app/dates'
import { etag } from '../people/queries'

export const proceduresQuery = (state: ProcedureState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['procedures', 'list', state],
    queryFn: ({ pageParam, signal }) =>
      answer(planning.GET('/api/planning/procedures', { params: { query: { state, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const procedureQuery = (procedureId: string) =>
  queryOptions({
    queryKey: ['procedures', procedureId],
    queryFn: ({ signal }) => answer(planning.GET('/api/planning/procedures/{procedureId}', { params: { path: { procedureId } }, signal })),
  })

export const recordAddress = (procedureId: string) => `/api/planning/procedures/${procedureId}/record`

export const openProcedure = (body: { seatId: string; requestedOn: Day; candidates?: string[]; pointer?: Pointer }, key: string): Promise<Procedure> =>
  answer(planning.POST('/api/planning/procedures', { params: { header: { 'Idempotency-Key': key } }, body }))

/** What may be done with a procedure, with what it needs. */
export type ProcedureAct =
  | { kind: 'policy'; approvedOn: Day; decision: string; reason?: string }
  | { kind: 'papers'; note?: string }
  | { kind: 'rules'; choice: 'CONTINUE_UNDER_OLD' | 'RESTART_UNDER_NEW'; reason: string }
  | { kind: 'document'; personId: string; document: DocumentKind; number: string; issuedOn: Day }
  | { kind: 'hold'; number: number; meeting: Meeting }
  | { kind: 'correct'; number: number; meeting: Meeting; reason: string }
  | { kind: 'head'; personId: string; views: string }
  | { kind: 'conclude'; concludedOn: Day; personId?: string; reason?: string }
  | { kind: 'stop'; reason: string }

export function sendAct(procedure: Procedure, act: ProcedureAct, key: string): Promise<Procedure> {
  const path = { procedureId: procedure.id }
  const match = { 'If-Match': etag(procedure.revision) }
  const params = { path, header: { ...match, 'Idempotency-Key': key } }
  switch (act.kind) {
    case 'policy':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/policy-approval', {
          params,
          body: { approvedOn: act.approvedOn, decision: act.decision, ...(act.reason ? { reason: act.reason } : {}) },
        }),
      )
    case 'papers':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/papers-confirmation', { params, body: act.note ? { note: act.note } : {} }),
      )
    case 'rules':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/rule-version', { params, body: { choice: act.choice, reason: act.reason } }),
      )
    case 'document':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/documents', {
          params,
          body: { personId: act.personId, kind: act.document, number: act.number, issuedOn: act.issuedOn },
        }),
      )
    case 'hold':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/steps/{number}', {
          params: { path: { ...path, number: act.number }, header: params.header },
          body: { meeting: act.meeting },
        }),
      )
    case 'correct':
      return answer(
        planning.PUT('/api/planning/procedures/{procedureId}/steps/{number}', {
          params: { path: { ...path, number: act.number }, header: match },
          body: { meeting: act.meeting, reason: act.reason },
        }),
      )
    case 'head':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/head-choice', { params, body: { personId: act.personId, views: act.views } }),
      )
    case 'conclude':
      return answer(
        planning.POST('/api/planning/procedures/{procedureId}/conclude', {
          params,
          body: {
            concludedOn: act.concludedOn,
            ...(act.personId ? { personId: act.personId } : {}),
            ...(act.reason ? { reason: act.reason } : {}),
          },
        }),
      )
    case 'stop':
      return answer(planning.POST('/api/planning/procedures/{procedureId}/stop', { params, body: { reason: act.reason } }))
  }
}

export function acceptProcedure(queries: QueryClient, procedure: Procedure) {
  queries.setQueryData(procedureQuery(procedure.id).queryKey, procedure)
  for (const queryKey of [['procedures', 'list'], ['planning-seat'], ['vacancies'], ['work'], ['decisions', 'list']]) {
    void queries.invalidateQueries({ queryKey })
  }
}
