import { describe, expect, it } from 'vitest'
import { ApiError, asProblem, isPaused, lineOf, sortFindings, type Problem } from './problem'

const messages = { vi: 'Sai', en: 'Wrong' }
const problem = (fields: (string | undefined)[]): Problem => ({
  type: 'urn:opencadre:problem:invalid', title: 'Sai', status: 422, code: 'invalid', messages,
  findings: fields.map((field) => ({ field, code: 'x', messages })),
})

describe('problems', () => {
  it('put findings at the field that their path ends in, whatever it is nested in', () => {
    const { atField, others } = sortFindings(problem(['fullName', 'assignment.validFrom', 'validFrom', 'grants[0].x', undefined]), [
      'fullName', 'validFrom',
    ])
    expect([...atField].map(([field, findings]) => [field, findings.length])).toEqual([['fullName', 1], ['validFrom', 2]])
    expect(others).toHaveLength(2)
  })

  it('say of which line of a list they speak', () => {
    expect(problem(['effects[2].seatId', 'seatId', undefined]).findings.map(lineOf)).toEqual([2, undefined, undefined])
  })

  it('are told apart from whatever else an error may carry', () => {
    expect(asProblem('<html>')).toBeUndefined()
    expect(asProblem({ status: 500, title: 'Internal Server Error' })).toBeUndefined()
    expect(asProblem({ messages })?.findings).toEqual([])
  })

  it('tell a service that is away from one that refuses', () => {
    for (const status of [0, 502, 503, 504]) expect(isPaused(new ApiError(status))).toBe(true)
    for (const status of [400, 401, 403, 404, 412, 422, 500]) expect(isPaused(new ApiError(status))).toBe(false)
  })
})
