import type { Reorganisation } from '../api/types'
import { useMe } from '../app/me'
import { ChangedCard } from './ChangedCard'
import { FoundedCard } from './FoundedCard'
import { LeavingCard } from './LeavingCard'
import { SeatsCard } from './SeatsCard'

/** What each list of a reorganisation is drawn from. */
export interface ListProps {
  reorganisation: Reorganisation
  editable: boolean
}

/** What ends and into what, what begins, what goes on otherwise, and which seats begin. */
export function UnitsTab({ reorganisation }: { reorganisation: Reorganisation }) {
  const { can } = useMe()
  const lists = { reorganisation, editable: reorganisation.line.state === 'DRAFT' && can('reorganisation.write') }
  return (
    <div className="plan-tab">
      <LeavingCard {...lists} />
      <FoundedCard {...lists} />
      <ChangedCard {...lists} />
      <SeatsCard {...lists} />
    </div>
  )
}
