import { describe, expect, it } from 'vitest'
import { dossierAt, splitByPage } from './sight'

const clerk = { actions: ['person.read', 'person.write'] }
const planner = { actions: ['person.read', 'plan.read'] }

describe('why somebody sees a page', () => {
  it('names the grants that carry what the page asks for', () => {
    expect(splitByPage([clerk, planner], '/plans')).toEqual({ here: [planner], elsewhere: [clerk] })
    expect(splitByPage([clerk, planner], '/people/new').here).toEqual([clerk, planner])
    expect(splitByPage([clerk], '/planspage').here).toEqual([clerk])
  })

  it('knows whose dossier is open', () => {
    expect(dossierAt('/people/019a8f00-0000-7000-8000-00000000f100')).toBe('019a8f00-0000-7000-8000-00000000f100')
    expect(dossierAt('/people/new')).toBeUndefined()
    expect(dossierAt('/people')).toBeUndefined()
  })
})
