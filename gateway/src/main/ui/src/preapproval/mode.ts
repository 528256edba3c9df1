import type { ManagementScope, PreApproval, PreApprovalMode } from '../api/types'
import type { Day } from '../app/dates'

/** What holds of a scope on a day: the latest that had begun, and all is kept where nothing was said. */
export function modeOn(said: readonly PreApproval[], scope: ManagementScope, day: Day): PreApprovalMode {
  const begun = said.filter(({ managementScope, validFrom }) => managementScope === scope && validFrom <= day)
  return begun.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1)?.mode ?? 'STORE'
}
