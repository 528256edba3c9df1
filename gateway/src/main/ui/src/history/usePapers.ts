import { useQuery } from '@tanstack/react-query'
import type { Paper } from '../api/types'
import { useMe } from '../app/me'
import { usePurpose } from '../app/purpose'
import { documentsQuery, READ_BY, type PaperClass } from '../documents/queries'
import { papersWith, type Belief } from './versions'

/**
 * The papers behind beliefs, for whoever may read them and has said to what purpose. A history stands without them:
 * where they cannot be read, sources are words.
 */
export function usePapers(personId: string, paperClass: PaperClass): (id: string, belief: Belief) => Paper[] {
  const { can } = useMe()
  const known = usePurpose()
  const { data } = useQuery({ ...documentsQuery(personId, paperClass), enabled: can(READ_BY[paperClass]) && !!known })
  return (id, belief) => (data ? papersWith(data.items, id, belief) : [])
}
