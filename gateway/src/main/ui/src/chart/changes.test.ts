import { describe, expect, it } from 'vitest'
import type { SuccessionKind, SuccessionStep, Unit } from '../api/types'
import { changesBetween } from './changes'
import { chartOf, movedTo, openToChanges, rootsOf, shownUnder, standingAt } from './tree'

const NQ = '1683/NQ-UBTVQH15'

const unit = (id: string, parentId?: string, more: Partial<Unit> = {}): Unit => ({
  id, tree: 'STATE', name: id, type: 'PHUONG', parentId, validFrom: '2015-05-15', instrument: '932/NQ-UBTVQH13', ...more,
})
const step = (predecessorId: string, successorId: string, kind: SuccessionKind = 'MERGE', more: Partial<SuccessionStep> = {}): SuccessionStep => ({
  predecessorId, successorId, kind, effectiveOn: '2025-07-01', instrument: NQ, ...more,
})
const kinds = (id: string, ...args: Parameters<typeof changesBetween>) => changesBetween(...args).of.get(id)?.kinds

describe('the difference of two trees', () => {
  it('is nothing where nothing changed', () => {
    const units = [unit('tinh'), unit('song-cong', 'tinh')]
    expect(changesBetween(units, units, []).of.size).toBe(0)
  })

  it('tells of a merger what is gone, what is new, and by which act', () => {
    const earlier = [unit('tinh'), unit('mo-che', 'tinh'), unit('chau-son', 'tinh')]
    const later = [unit('tinh'), unit('ba-xuyen', 'tinh', { validFrom: '2025-07-01', instrument: NQ })]
    const { of } = changesBetween(earlier, later, [step('mo-che', 'ba-xuyen'), step('chau-son', 'ba-xuyen')])
    expect(of.get('ba-xuyen')).toMatchObject({ kinds: ['NEW'], from: ['mo-che', 'chau-son'], instruments: [NQ] })
    expect(of.get('mo-che')).toMatchObject({ kinds: ['GONE'], into: ['ba-xuyen'], instruments: [NQ] })
    expect(of.has('tinh')).toBe(false)
  })

  it('keeps two units of one name apart', () => {
    const earlier = [unit('xa', undefined, { name: 'Bá Xuyên', type: 'XA' }), unit('mo-che')]
    const later = [unit('phuong', undefined, { name: 'Bá Xuyên' })]
    const { of } = changesBetween(earlier, later, [step('xa', 'phuong'), step('mo-che', 'phuong')])
    expect(of.get('xa')?.kinds).toEqual(['GONE'])
    expect(of.get('phuong')?.kinds).toEqual(['NEW'])
  })

  it('tells in how many ways a unit that goes on changed, and by the act of its new version', () => {
    const earlier = [unit('a'), unit('b'), unit('x', 'a', { name: 'Xã Bình Sơn', type: 'XA' })]
    const later = [unit('a'), unit('b'), unit('x', 'b', { name: 'Phường Bình Sơn', validFrom: '2025-07-01', instrument: NQ })]
    const { of } = changesBetween(earlier, later, [])
    expect(of.get('x')).toMatchObject({ kinds: ['RENAMED', 'RETYPED', 'MOVED'], instruments: [NQ] })
    expect(of.get('x')?.before?.name).toBe('Xã Bình Sơn')
  })

  it('sees one unit where it was renamed under another id, and moves nothing below it', () => {
    const earlier = [unit('so-cu', undefined, { name: 'Sở Nội vụ cũ' }), unit('phong', 'so-cu')]
    const later = [unit('so', undefined, { name: 'Sở Nội vụ' }), unit('phong', 'so')]
    const { of, same } = changesBetween(earlier, later, [step('so-cu', 'so', 'RENAME')])
    expect(of.get('so')?.kinds).toEqual(['RENAMED'])
    expect(of.get('so-cu')).toBe(of.get('so'))
    expect(of.has('phong')).toBe(false)
    expect(same.get('so-cu')).toBe('so')
    expect([...chartOf(later, earlier, { of, same }).keys()]).toEqual(['so', 'phong'])
  })

  it('sees two units where another went into the renamed one as well', () => {
    const steps = [step('a', 'c', 'RENAME'), step('b', 'c')]
    expect(kinds('a', [unit('a'), unit('b')], [unit('c')], steps)).toEqual(['GONE'])
    expect(kinds('c', [unit('a'), unit('b')], [unit('c')], steps)).toEqual(['NEW'])
  })

  it('does not call it a move when the parent was replaced', () => {
    const earlier = [unit('tinh-cu'), unit('sang-moc', 'tinh-cu')]
    const later = [unit('tinh'), unit('sang-moc', 'tinh')]
    expect(kinds('sang-moc', earlier, later, [step('tinh-cu', 'tinh')])).toBeUndefined()
    expect(kinds('sang-moc', earlier, later, [])).toEqual(['MOVED'])
  })

  it('tells what a unit that goes on took in', () => {
    const { of } = changesBetween([unit('a'), unit('b')], [unit('a')], [step('b', 'a')])
    expect(of.get('a')).toMatchObject({ kinds: ['TOOK_IN'], from: ['b'] })
  })

  it('passes through units that came and went between the two days', () => {
    const steps = [step('a', 'm', 'MERGE', { effectiveOn: '2020-01-01', instrument: '813' }), step('m', 'z')]
    const { of } = changesBetween([unit('a')], [unit('z')], steps)
    expect(of.get('z')).toMatchObject({ kinds: ['NEW'], from: ['a'], instruments: ['813', NQ] })
    expect(of.get('a')?.into).toEqual(['z'])
  })

  it('names the act of a unit that is gone without a successor', () => {
    const { of } = changesBetween([unit('city', undefined, { instrument: '932 (lập); 1683 (kết thúc)' })], [], [])
    expect(of.get('city')).toMatchObject({ kinds: ['GONE'], into: [], instruments: ['932 (lập); 1683 (kết thúc)'] })
  })
})

describe('the chart of a day beside another', () => {
  const earlier = [unit('tinh-cu'), unit('tp', 'tinh-cu'), unit('mo-che', 'tp')]
  const later = [unit('tinh'), unit('ba-xuyen', 'tinh')]
  const changes = changesBetween(earlier, later, [step('tinh-cu', 'tinh'), step('mo-che', 'ba-xuyen')])
  const chart = chartOf(later, earlier, changes)

  it('shows what is gone where it stood, and a root that is gone under what it became', () => {
    expect(chart.get('mo-che')?.parentId).toBe('tp')
    expect(chart.get('tp')?.parentId).toBe('tinh-cu')
    expect(chart.get('tinh-cu')).toMatchObject({ parentId: 'tinh', stands: false })
    expect(rootsOf(chart, 'STATE').map(({ unit: { id } }) => id)).toEqual(['tinh'])
  })

  it('shows what is to come where it will stand, looking from the earlier day', () => {
    const before = chartOf(earlier, later, changes)
    expect(before.get('ba-xuyen')).toMatchObject({ parentId: 'tinh', stands: false })
    expect(before.get('tinh')?.parentId).toBe('tinh-cu')
    expect(standingAt(before, 'ba-xuyen')).toBe('tinh-cu')
    expect(standingAt(before, 'mo-che')).toBe('mo-che')
    expect(standingAt(before, 'unknown')).toBeUndefined()
  })

  it('counts the changes below, and opens as far as they go', () => {
    expect(chart.get('tinh')?.changedBelow).toBe(4)
    const { open, cut } = openToChanges(chart, 'tinh', 300)
    expect([...open].sort()).toEqual(['tinh', 'tinh-cu', 'tp'])
    expect(cut).toBe(false)
    expect(openToChanges(chart, 'tinh', 3)).toEqual({ open: new Set(['tinh']), cut: true })
  })

  it('shows the boxes below what is open, each after the one above it', () => {
    expect(shownUnder(chart, 'tinh', new Set(['tinh', 'tinh-cu'])).map(({ each, depth }) => `${each.unit.id} ${depth}`)).toEqual([
      'tinh 0', 'ba-xuyen 1', 'tinh-cu 1', 'tp 2',
    ])
    expect(shownUnder(chart, 'unknown', new Set())).toEqual([])
  })

  it('is walked by the arrows', () => {
    const open = new Set(['tinh'])
    const to = (from: string, key: string) => movedTo(chart, 'tinh', open, from, key)
    expect(to('tinh', 'ArrowDown')).toBe('ba-xuyen')
    expect(to('ba-xuyen', 'ArrowRight')).toBe('tinh-cu')
    expect(to('tinh-cu', 'ArrowRight')).toBeUndefined()
    expect(to('tinh-cu', 'ArrowDown')).toBeUndefined()
    expect(to('tinh-cu', 'ArrowUp')).toBe('tinh')
    expect(to('tinh', 'ArrowUp')).toBeUndefined()
    expect(to('tinh', 'ArrowRight')).toBeUndefined()
    expect(to('ba-xuyen', 'End')).toBe('tinh-cu')
  })
})
