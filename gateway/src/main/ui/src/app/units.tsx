import { queryOptions, useQuery } from '@tanstack/react-query'
import { TreeSelect, type TreeSelectProps } from 'antd'
import { useMemo } from 'react'
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
  const treeData = useMemo(() => {
    const forest = unitForest(units ?? [], (tree) => t(`tree.${tree}`))
    const missing = chosen && units && !units.some((unit) => unit.id === chosen.id)
    return [...(missing ? [{ value: chosen.id, title: chosen.name, search: fold(chosen.name) }] : []), ...(before ? [before] : []), ...forest]
  }, [units, chosen, before, t])

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
    />
  )
}
