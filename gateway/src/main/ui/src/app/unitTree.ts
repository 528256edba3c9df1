import { TREES, type Unit } from '../api/types'

/** Accents and case are optional in a search, as people type on a telephone. */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase()

/** Every word typed begins a word of the name. */
export const matches = (folded: string, typed: string): boolean =>
  fold(typed).trim().split(/\s+/).every((word) => ` ${folded}`.includes(` ${word}`))

export interface UnitNode {
  value: string
  title: string
  search: string
  selectable?: boolean
  children?: UnitNode[]
}

/** One root per tree; a unit whose parent is not in the list stands directly under its tree. */
export function unitForest(units: readonly Unit[], treeName: (tree: Unit['tree']) => string): UnitNode[] {
  const nodes = new Map(units.map((unit): [string, UnitNode] => [unit.id, { value: unit.id, title: unit.name, search: fold(`${unit.name} ${unit.code ?? ''}`) }]))
  const roots = new Map(TREES.map((tree): [Unit['tree'], UnitNode[]] => [tree, []]))
  for (const unit of units) {
    const parent = unit.parentId ? nodes.get(unit.parentId) : undefined
    const siblings = parent ? (parent.children ??= []) : roots.get(unit.tree)
    siblings?.push(nodes.get(unit.id)!)
  }
  return [...roots]
    .filter(([, children]) => children.length > 0)
    .map(([tree, children]) => ({ value: tree, title: treeName(tree), search: '', selectable: false, children }))
}
