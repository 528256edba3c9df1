import type { Merge } from '../api/types'
import type { MergeAct } from './queries'

/** What a reader may do with a merge as it stands; whether it is their own the service says. */
export function actsOn({ state }: Pick<Merge, 'state'>, can: (action: string) => boolean): MergeAct[] {
  const acts: MergeAct[] = []
  const waits = state === 'PREPARED' || state === 'UNDOING'
  if (waits && can('merge.approve')) acts.push('approve')
  if (waits && can('merge.write')) acts.push('withdraw')
  if (state === 'MERGED' && can('merge.write')) acts.push('undo')
  return acts
}
