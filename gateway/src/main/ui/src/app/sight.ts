import type { HeldGrant } from '../api/types'

/** What each page asks for, by the beginning of its address. */
const ACTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['/people', ['person.read']],
  ['/quality', ['quality.read', 'review.read']],
  ['/units', ['unit.read']],
  ['/chart', ['unit.read']],
  ['/seats', ['seat.read', 'plan.read']],
  ['/plans', ['plan.read']],
  ['/procedures', ['procedure.read']],
  ['/decisions', ['decision.read']],
  ['/reorganisations', ['reorganisation.read']],
  ['/evaluations', ['evaluation.read']],
  ['/figures', ['programme.read']],
  ['/statistics', ['statistics.read']],
  ['/imports', ['record.import', 'learning.import', 'plan.import']],
  ['/work-items', ['work.read']],
]

/** The grants that carry something this page asks for, and the others. */
export function splitByPage<G extends Pick<HeldGrant, 'actions'>>(grants: readonly G[], pathname: string): { here: G[]; elsewhere: G[] } {
  const asked = ACTIONS.find(([start]) => pathname === start || pathname.startsWith(`${start}/`))?.[1]
  const carries = ({ actions }: G) => !asked || asked.some((action) => actions.includes(action))
  return { here: grants.filter(carries), elsewhere: grants.filter((grant) => !carries(grant)) }
}

/** Whose dossier the page is. */
export const dossierAt = (pathname: string): string | undefined => /^\/people\/([0-9a-f-]{36})$/.exec(pathname)?.[1]
