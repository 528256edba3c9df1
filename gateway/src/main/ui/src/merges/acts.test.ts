import { describe, expect, it } from 'vitest'
import { actsOn } from './acts'

const all = () => true

describe('what may be done with a merge', () => {
  it('is approved or withdrawn while it waits', () => {
    expect(actsOn({ state: 'PREPARED' }, all)).toEqual(['approve', 'withdraw'])
    expect(actsOn({ state: 'UNDOING' }, all)).toEqual(['approve', 'withdraw'])
  })

  it('is undone once it is merged', () => {
    expect(actsOn({ state: 'MERGED' }, all)).toEqual(['undo'])
  })

  it('is at its end once it is undone or withdrawn', () => {
    expect(actsOn({ state: 'UNDONE' }, all)).toEqual([])
    expect(actsOn({ state: 'WITHDRAWN' }, all)).toEqual([])
  })

  it('is only approved by whoever may', () => {
    expect(actsOn({ state: 'PREPARED' }, (action) => action === 'merge.write')).toEqual(['withdraw'])
  })
})
