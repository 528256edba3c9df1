import { answer, personnel } from '../api/client'
import type { Person } from '../api/types'
import { etag } from '../people/queries'
import { toAssignment, toIdentity, toIdNumberReason, type IdentityValues, type PostValues } from '../people/values'
import type { Change } from './ChangeDrawer'

export type ChangeValues = IdentityValues & PostValues & { reason: string }

/** Each change goes out against a revision; those that create carry the key of their form as well. */
export function sendChange(
  personId: string,
  change: Change,
  values: ChangeValues,
  { key, revision }: { key: string; revision: number },
): Promise<Person> {
  const match = { 'If-Match': etag(revision) }
  const reason = values.reason?.trim()
  switch (change.kind) {
    case 'identity':
      return answer(
        personnel.PUT('/api/personnel/people/{personId}/identity', {
          params: { path: { personId }, header: match },
          body: { ...toIdentity(values), ...toIdNumberReason(values), reason },
        }),
      )
    case 'add':
      return answer(
        personnel.POST('/api/personnel/people/{personId}/assignments', {
          params: { path: { personId }, header: { ...match, 'Idempotency-Key': key } },
          body: toAssignment(values),
        }),
      )
    case 'correct':
      return answer(
        personnel.PUT('/api/personnel/people/{personId}/assignments/{assignmentId}', {
          params: { path: { personId, assignmentId: change.assignment.id }, header: match },
          body: { ...toAssignment(values), reason },
        }),
      )
    case 'void':
      return answer(
        personnel.POST('/api/personnel/people/{personId}/assignments/{assignmentId}/void', {
          params: { path: { personId, assignmentId: change.assignment.id }, header: { ...match, 'Idempotency-Key': key } },
          body: { reason },
        }),
      )
  }
}
