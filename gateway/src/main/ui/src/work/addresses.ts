import type { Work } from './merged'

/** Where the work of an item is done: a path, and what is asked of the page there. */
export function addressOf(item: Work): [pathname: string, params?: Record<string, string>] {
  switch (item.type) {
    case 'DECISION_TO_ISSUE':
    case 'ELECTION_TO_RATIFY':
      return [`/decisions/${item.id}`]
    case 'REORGANISATION_TO_APPROVE':
      return [`/reorganisations/${item.id}`]
    case 'EVALUATION_TO_DECIDE':
      return [`/evaluations/${item.id}`]
    case 'MERGE_TO_APPROVE':
      return [`/quality/merges/${item.id}`]
    case 'REVIEW_TO_DO':
    case 'REVIEW_OVERDUE':
      return [`/quality/reviews/${item.id}`]
    case 'BODY_TERM_ENDS':
      return [`/units/${item.id}`]
    case 'PLAN_TO_APPROVE':
      return ['/plans']
    case 'POLICY_TO_APPROVE':
    case 'PAPERS_TO_CONFIRM':
    case 'STEP_TO_HOLD':
    case 'PROCEDURE_TO_CONCLUDE':
      return [`/procedures/${item.id}`]
    case 'SEAT_FALLS_VACANT':
      return [`/seats/${item.id}`]
    case 'DECLARATION_TO_DECIDE':
      return [`/people/${item.personId}`, { tab: 'cv' }]
    default:
      return [`/people/${item.personId}`]
  }
}

/** The day by which something happens, where there is one. */
export const dueOf = (item: Work): string | undefined => item.due ?? item.day
