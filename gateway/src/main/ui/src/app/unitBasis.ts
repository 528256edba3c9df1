import { type UnitBasis, UNIT_BASES } from '../api/types'

/** What an address says people are asked for by; as units stood on the day unless it says otherwise. */
export const basisOf = (params: URLSearchParams): UnitBasis =>
  UNIT_BASES.find((basis) => basis === params.get('basis')) ?? 'HISTORICAL'
