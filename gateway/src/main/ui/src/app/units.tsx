import { queryOptions, useQuery } from '@tanstack/react-query'
import { TreeSelect, type TreeSelectProps } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, personnel } from '../api/client'
import { TREES } from '../api/types'
import type { Day } from './dates'
import { fold, matches, unitForest, type UnitNode } from './unitTree'

const unitsQuery = (asOf: Day | undefined) =>
  queryOptions({
    queryKey: ['units', asOf ?? 'today'],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/units', { params: { query: { asOf } }, signal })),
    staleTime: 300_000,
    select: (units) => units.items,
  })

export function useUnits(asOf: Day | undefined) {
  return useQuery(unitsQuery(asOf))
}

type UnitPickerProps<V extends string | string[]> = Omit<TreeSelectProps<V>, 'treeData'> & {
  /** Units that stood on this day; today when left out. */
  asOf?: Day
  /** The name of the chosen unit, for when it no longer stands on that day. */
  chosen?: { id: string; name: string }
  /** Offered before the trees, as units that do not stand yet. */
  before?: UnitNode
}

/** Chooses a unit from the trees; searching finds names without accents and keeps the units above in sight. */
export function UnitPicker<V extends string | string[] = string>({ asOf, chosen, before, ...props }: UnitPickerProps<V>) {
  const { t } = useTranslation()
  const { data: units, isPending, isError } = useUnits(asOf)
  // Who chose a unit and then another day reads its name still, whether it stands on that day or not.
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const treeData = useMemo(() => {
    const forest = unitForest(units ?? [], (tree) => t(`tree.${tree}`))
    const said = [...(chosen ? [[chosen.id, chosen.name] as const] : []), ...[...names].filter(([id]) => id !== chosen?.id)]
    const missing = (chosen && !units ? [] : said).filter(([id]) => !units?.some((unit) => unit.id === id))
    return [...missing.map(([id, name]) => ({ value: id, title: name, search: fold(name) })), ...(before ? [before] : []), ...forest]
  }, [units, chosen, names, before, t])

  return (
    <TreeSelect<V>
      showSearch
      treeData={treeData}
      filterTreeNode={(text, node) => matches((node as unknown as UnitNode).search ?? '', text)}
      treeDefaultExpandedKeys={[...TREES, ...(before ? [before.value] : [])]}
      loading={isPending}
      status={isError ? 'error' : undefined}
      notFoundContent={isError ? t('units.failed') : isPending ? t('units.loading') : t('units.none')}
      popupMatchSelectWidth={false}
      classNames={{ popup: { root: 'unit-popup' } }}
      {...props}
      onChange={(value, labels, extra) => {
        const picked: readonly unknown[] = Array.isArray(value) ? value : [value]
        setNames(new Map((units ?? []).flatMap(({ id, name }): [string, string][] => (picked.includes(id) ? [[id, name]] : []))))
        props.onChange?.(value, labels, extra)
      }}
    />
  )
}
