import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../api/problem'
import type { Reorganisation, Unit } from '../api/types'
import { useMe } from '../app/me'
import { fold, type UnitNode } from '../app/unitTree'
import { useUnits } from '../app/units'
import { nameAt, placeOf, type Names } from './places'
import { namedQuery, titlesQuery } from './queries'

/** Titles by their code; whoever may not read the catalogue is told the code. */
export function useTitles() {
  const { can } = useMe()
  return useQuery({ ...titlesQuery, enabled: can('seat.read'), select: ({ items }) => items })
}

/** Names of the units and titles that a reorganisation is about: those that begin, those it touches, those that stand. */
export function useNames(reorganisation: Reorganisation | undefined): Names {
  const standing = useUnits(undefined).data
  const titles = useTitles().data
  return useMemo(() => {
    const units = new Map<string, string>()
    for (const { id, name } of [...(standing ?? []), ...(reorganisation?.units ?? []), ...(reorganisation?.newUnits ?? [])]) units.set(id, name)
    return {
      unit: (id) => units.get(id),
      title: (code) => titles?.find((title) => title.code === code)?.name ?? code,
    }
  }, [standing, titles, reorganisation])
}

/** The units that begin, to be chosen before those that stand. */
export function useBeginning(reorganisation: Reorganisation, but?: string): UnitNode | undefined {
  const { t } = useTranslation()
  return useMemo(() => {
    const children = reorganisation.newUnits.filter(({ id }) => id !== but).map(({ id, name }) => ({ value: id, title: name, search: fold(name) }))
    return children.length > 0 ? { value: 'NEW', title: t('reorganisation.newUnits'), search: '', selectable: false, children } : undefined
  }, [reorganisation, but, t])
}

/** The types that units have so far, to choose from. */
export const typesOf = (units: readonly Unit[] | undefined): { value: string }[] =>
  [...new Set(units?.map(({ type }) => type))].sort().map((value) => ({ value }))

const FIELDS = [
  'name', 'instrument', 'effectiveOn', 'level', 'type', 'code', 'agencyCode', 'parentId', 'tree', 'unitId', 'predecessorId', 'successorId',
  'kind', 'note', 'titleCode', 'title', 'seatId', 'holders', 'termMonths', 'managementScope', 'validFrom', 'validTo',
] as const
const isField = (text: string | undefined): text is (typeof FIELDS)[number] => FIELDS.some((field) => field === text)

/** Says in words where a finding points; the names of posts and seats are asked for. */
export function useWhere(reorganisation: Reorganisation | undefined, findings: readonly Finding[]): (finding: Finding, listed?: Listed) => string {
  const { t } = useTranslation()
  const known = useNames(reorganisation)
  const ids = (part: 'posts' | 'seats') => [
    ...new Set(findings.flatMap(({ field }) => {
      const place = placeOf(field)
      return place?.part === part && place.id ? [place.id] : []
    })),
  ]
  const posts = ids('posts')
  const seats = ids('seats')
  const named = useQuery({
    ...namedQuery(reorganisation?.line ?? NONE, posts, seats),
    enabled: !!reorganisation && posts.length + seats.length > 0,
  }).data
  return ({ field }, listed) => {
    const place = placeOf(field)
    const last = place ? place.field : field?.split('.').at(-1)
    const words = isField(last) ? t(`reorganisation.fields.${last}`) : undefined
    const content = listed ?? reorganisation
    if (!place || !content) return words ?? ''
    const name = nameAt(place, content, { ...known, post: (id) => named?.get(id), seat: (id) => named?.get(id) })
    return [t(`reorganisation.parts.${place.part}`), name && `“${name}”`, words && `(${words.toLocaleLowerCase()})`].filter(Boolean).join(' ')
  }
}

type Listed = Parameters<typeof nameAt>[1]

const NONE: Reorganisation['line'] = {
  id: '', revision: 0, state: 'DRAFT', name: '', instrument: '', effectiveOn: '', level: 'UNIT_HEAD', own: false, answered: [], by: '', since: '',
}
