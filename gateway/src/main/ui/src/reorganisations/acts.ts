import type { ReorganisationLine } from '../api/types'
import type { Day } from '../app/dates'

export type ReorganisationAct = 'edit' | 'propose' | 'approve' | 'undo' | 'withdraw'

/** What may be done with it as it stands, by somebody with these rights, on the legal day. */
export function actsOn(
  { state, own, effectiveOn }: Pick<ReorganisationLine, 'state' | 'own' | 'effectiveOn'>,
  can: (action: string) => boolean,
  legalDay: Day,
): ReorganisationAct[] {
  const mayWrite = can('reorganisation.write')
  const mayApprove = can('reorganisation.approve')
  switch (state) {
    case 'DRAFT':
      return [
        ...(mayApprove && !own ? (['approve'] as const) : []),
        ...(mayWrite ? (['propose', 'edit', 'withdraw'] as const) : []),
      ]
    case 'APPROVED':
      return mayApprove && legalDay < effectiveOn ? ['undo'] : []
    default:
      return []
  }
}
