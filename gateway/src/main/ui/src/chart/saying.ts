import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../api/types'
import type { Change } from './changes'

/** What a type is called; the law makes new ones, and such a one is called by its code. */
export function useTypeName(): (type: string) => string {
  const { t, i18n } = useTranslation()
  return (type) => (i18n.exists(`chart.types.${type}`) ? i18n.t(`chart.types.${type}` as never) : t('chart.type', { type }))
}

/** What a change says beside its kinds: what was before, where it came from and went. */
export function sayChange(change: Change, names: (id: string) => string, typeName: (type: string) => string, t: TFunction): string[] {
  const { before, after, kinds } = change
  const both = before && after
  return [
    both && kinds.includes('RENAMED') && t('chart.was.name', { before: before.name, after: after.name }),
    both && kinds.includes('RETYPED') && t('chart.was.type', { before: typeName(before.type), after: typeName(after.type) }),
    both && kinds.includes('MOVED') && t('chart.was.parent', { before: parentOf(before, names, t), after: parentOf(after, names, t) }),
    change.from.length > 0 && t('chart.from', { units: change.from.map(names).join(', ') }),
    change.into.length > 0 && t('chart.into', { units: change.into.map(names).join(', ') }),
    kinds.includes('GONE') && change.into.length === 0 && t('chart.intoNone'),
  ].filter((line): line is string => !!line)
}

const parentOf = ({ parentId }: Unit, names: (id: string) => string, t: TFunction) => (parentId ? names(parentId) : t('chart.noParent'))
