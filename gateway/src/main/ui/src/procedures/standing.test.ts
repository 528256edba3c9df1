import { expect, it } from 'vitest'
import type { Procedure } from '../api/types'
import { standing } from './standing'

const steps = [1, 2, 3, 4, 5].map((number) => ({
  number,
  ...(number === 3 ? { ruling: { result: 'GO_ON', people: ['b'] } } : {}),
})) as unknown as Procedure['steps']
const procedure = { candidates: ['a', 'b'].map((personId) => ({ personId, documents: [] })), steps }
const who = (number: number, of: Pick<Procedure, 'candidates' | 'steps'> = procedure) => standing(of, { number }).map(({ personId }) => personId)

it('offers every candidate up to step 3, and then who came out of it', () => {
  expect(who(2)).toEqual(['a', 'b'])
  expect(who(3)).toEqual(['a', 'b'])
  expect(who(4)).toEqual(['b'])
  expect(who(5)).toEqual(['b'])
})

it('offers every candidate where nothing came out yet', () => {
  expect(who(4, { ...procedure, steps: [] })).toEqual(['a', 'b'])
})
