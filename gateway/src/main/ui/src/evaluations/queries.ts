import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Evaluation, EvaluationLine, NewEvaluation, SelfAssessment, SelfAssessmentContent, Sheet, SheetContent } from './types'

export const schemesQuery = queryOptions({
  queryKey: ['evaluation-schemes'],
  queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/evaluation-schemes', { signal })),
  staleTime: 300_000,
  select: ({ items }) => items,
})

export const evaluationsQuery = (unit: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['evaluations', unit ?? 'all'],
    queryFn: ({ pageParam, signal }) =>
      answer(personnel.GET('/api/personnel/evaluations', { params: { query: { unit, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const evaluationQuery = (evaluationId: string) =>
  queryOptions({
    queryKey: ['evaluation', evaluationId],
    queryFn: ({ signal }) =>
      answer(personnel.GET('/api/personnel/evaluations/{evaluationId}', { params: { path: { evaluationId } }, signal })),
    retry: false,
  })

export const resultsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['person', personId, 'evaluations'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/{personId}/evaluations', { params: { path: { personId } }, signal })),
    retry: false,
  })

/** For whoever is rated: the rounds they are in. */
export const selfAssessmentsQuery = (personId: string) =>
  queryOptions({
    queryKey: ['self-assessments', personId],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/people/{personId}/self-assessments', { params: { path: { personId } }, signal })),
    retry: false,
  })

export const writeSelfAssessment = (personId: string, { evaluationId, revision }: SelfAssessment, body: SelfAssessmentContent): Promise<SelfAssessment> =>
  answer(
    personnel.PUT('/api/personnel/people/{personId}/self-assessments/{evaluationId}', {
      params: { path: { personId, evaluationId }, header: { 'If-Match': `"${revision}"` } },
      body,
    }),
  )

export function acceptSelfAssessment(queries: QueryClient, personId: string, next: SelfAssessment): void {
  queries.setQueryData(selfAssessmentsQuery(personId).queryKey, (all) =>
    all && { items: all.items.map((each) => (each.evaluationId === next.evaluationId ? next : each)) },
  )
}

export function acceptEvaluation(queries: QueryClient, next: Evaluation): void {
  queries.setQueryData(evaluationQuery(next.line.id).queryKey, next)
  void queries.invalidateQueries({ queryKey: ['evaluations'] })
}

/** Work that waited is done, and what is on record of people has changed. */
export function acceptAct(queries: QueryClient, next: Evaluation): void {
  acceptEvaluation(queries, next)
  for (const key of ['work', 'conduct', 'person']) void queries.invalidateQueries({ queryKey: [key] })
}

const on = ({ id, revision }: EvaluationLine) => ({ path: { evaluationId: id }, header: { 'If-Match': `"${revision}"` } })
const posted = (line: EvaluationLine, key: string) => {
  const { path, header } = on(line)
  return { params: { path, header: { ...header, 'Idempotency-Key': key } } }
}

export const openEvaluation = (body: NewEvaluation, key: string): Promise<Evaluation> =>
  answer(personnel.POST('/api/personnel/evaluations', { params: { header: { 'Idempotency-Key': key } }, body }))

export const writeSheet = (line: EvaluationLine, personId: string, body: SheetContent): Promise<Evaluation> => {
  const { path, header } = on(line)
  return answer(personnel.PUT('/api/personnel/evaluations/{evaluationId}/sheets/{personId}', { params: { path: { ...path, personId }, header }, body }))
}

export const describeUnit = (line: EvaluationLine, unitGrade: EvaluationLine['unitGrade'], unitGradeDocument: string | undefined): Promise<Evaluation> =>
  answer(personnel.PUT('/api/personnel/evaluations/{evaluationId}', { params: on(line), body: { unitGrade, unitGradeDocument } }))

export type Act = 'propose' | 'decide' | 'reopen'

export function act(line: EvaluationLine, what: Act, typed: { document?: string; reason?: string }, key: string): Promise<Evaluation> {
  switch (what) {
    case 'propose':
      return answer(personnel.POST('/api/personnel/evaluations/{evaluationId}/propose', posted(line, key)))
    case 'decide':
      return answer(personnel.POST('/api/personnel/evaluations/{evaluationId}/decide', { ...posted(line, key), body: { document: typed.document } }))
    case 'reopen':
      return answer(personnel.POST('/api/personnel/evaluations/{evaluationId}/reopen', { ...posted(line, key), body: { reason: typed.reason ?? '' } }))
  }
}

export const refreshPeople = (line: EvaluationLine, leaveOut: string[], key: string): Promise<Evaluation> =>
  answer(personnel.POST('/api/personnel/evaluations/{evaluationId}/people', { ...posted(line, key), body: { leaveOut } }))

/** What was typed into a sheet, without what the rules made of it. */
export const contentOf = (sheet: Sheet): SheetContent => ({
  standing: sheet.standing,
  selfPoints: sheet.selfPoints,
  selfGrade: sheet.selfGrade,
  comment: sheet.comment,
  scores: sheet.scores,
  circumstances: sheet.circumstances,
  proposed: sheet.proposed,
  reason: sheet.reason,
})
