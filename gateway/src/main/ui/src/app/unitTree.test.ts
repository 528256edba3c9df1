import { describe, expect, it } from 'vitest'
import type { Unit } from '../api/types'
import { fold, matches, unitForest } from './unitTree'

const unit = (id: string, name: string, tree: Unit['tree'], parentId?: string): Unit => ({ id, name, tree, type: 'X', parentId, validFrom: '2025-07-01' })

describe('units', () => {
  it('are found by words without accents, in any order', () => {
    const name = fold('Phòng Văn hóa - Xã hội phường Bách Quang, Đảng ủy')
    expect(matches(name, 'van hoa bach')).toBe(true)
    expect(matches(name, 'Bách  PHÒNG')).toBe(true)
    expect(matches(name, 'dang uy')).toBe(true)
    expect(matches(name, 'ang uy')).toBe(false)
    expect(matches(name, 'song cong')).toBe(false)
  })

  it('stand under their parent, or under their tree when the parent is not in sight', () => {
    const forest = unitForest([unit('b', 'B', 'STATE', 'a'), unit('a', 'A', 'STATE'), unit('c', 'C', 'PARTY', 'gone')], (tree) => tree)
    expect(forest.map(({ value, children }) => [value, children?.map((child) => child.value)])).toEqual([
      ['PARTY', ['c']],
      ['STATE', ['a']],
    ])
    expect(forest[1]?.children?.[0]?.children?.map(({ value }) => value)).toEqual(['b'])
  })
})
