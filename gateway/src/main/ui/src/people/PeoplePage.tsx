import { FilterOutlined, LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsOf, useGo } from '../app/asOf'
import { BasisChoice } from '../app/BasisChoice'
import { ChangeButton } from '../app/ChangeButton'
import { DataGrid } from '../app/DataGrid'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { ProblemAlert } from '../app/ProblemAlert'
import { usePageTitle } from '../app/usePageTitle'
import { UnitPicker, useUnits } from '../app/units'
import { useMedia } from '../app/useMedia'
import { useRemembered } from '../app/useRemembered'
import { formatNumber } from '../i18n'
import { ExtractList } from './ExtractList'
import { CvForms } from './CvForms'
import { FilterChip } from './FilterChip'
import { FACETS, type Facet } from './filterOf'
import { usePeopleColumns } from './columns'
import { PersonCard } from './PersonCard'
import { countQuery, PAGE_SIZE, peopleQuery } from './queries'
import { Facets, facetText } from './Facets'
import { TitleFilter } from './TitleFilter'
import { SavedFilters } from './SavedFilters'
import { usePeopleAddress } from './usePeopleAddress'

export function PeoplePage() {
  const { t } = useTranslation()
  const go = useGo()
  const { me, can } = useMe()
  const { asOf } = useAsOf()
  const address = usePeopleAddress()
  const narrowed = { q: address.q, unit: address.unit, basis: address.basis, sex: address.sex, age: address.age, scope: address.scope, title: address.title }
  const filter = { ...narrowed, asOf }
  const page = useQuery(peopleQuery(filter, address.cursor))
  const { data: count } = useQuery(countQuery(filter))
  const { data: units } = useUnits(asOf)
  const [rowHeight, setRowHeight] = useRemembered<'36' | '44'>('rowHeight', '36')
  const [card, setCard] = useRemembered<'open' | 'closed'>('card', 'open')
  const [chosenId, setChosenId] = useState<string>()
  const narrow = useMedia('(max-width: 1100px)')
  const prints = can('cv.print') && !asOf
  const [picked, setPicked] = useState<readonly string[]>([])
  const pick = (id: string) => setPicked((ids) => (ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]))
  const columns = usePeopleColumns(useMedia('(max-width: 767px)'), prints ? { picked, onPick: pick } : undefined)

  usePageTitle(t('people.title'))

  if (me && !can('person.read')) return <NoRights />

  const rows = page.data?.items
  const index = Math.max(0, rows?.findIndex((row) => row.id === chosenId) ?? 0)
  const chosen = narrow ? rows?.find((row) => row.id === chosenId) : rows?.[index]
  const before = address.cursors.length * PAGE_SIZE
  const total = count && formatNumber(count.total)
  const unitName = units?.find((unit) => unit.id === address.unit)?.name
  const choose = (id: string | undefined) => {
    setChosenId(id)
    if (id) setCard('open')
  }
  const personCard = chosen && (narrow || card === 'open') && (
    <PersonCard
      person={chosen}
      position={before + index + 1}
      total={total}
      onMove={(step) => choose(rows?.[index + step]?.id ?? chosen.id)}
      onClose={() => (narrow ? setChosenId(undefined) : setCard('closed'))}
    />
  )

  return (
    <div className="page people">
      <div className="page-head">
        <h1>{t('people.title')}</h1>
        {prints && <ExtractList filter={narrowed} />}
        {prints && <CvForms filter={narrowed} picked={picked} total={count?.total} />}
        {can('person.write') && (
          <ChangeButton type="primary" icon={<PlusOutlined />} data-testid="add-person" onClick={() => go('/people/new')}>
            {t('people.add')}
          </ChangeButton>
        )}
      </div>
      <div className="filters">
        <FilterOutlined aria-hidden />
        {address.q && <FilterChip field={t('filter.name')} value={address.q} onRemove={() => address.filter({ q: undefined })} />}
        {address.unit ? (
          <FilterChip field={t('filter.unit')} value={unitName ?? '…'} onRemove={() => address.filter({ unit: undefined })} />
        ) : (
          <UnitPicker
            asOf={asOf}
            className="filter-unit"
            variant="borderless"
            placeholder={
              <>
                <PlusOutlined /> {t('filter.addUnit')}
              </>
            }
            suffixIcon={null}
            value={null as unknown as string}
            aria-label={t('filter.addUnit')}
            data-testid="filter-unit"
            onChange={(unit) => address.filter({ unit })}
          />
        )}
        {address.basis && <BasisChoice value={address.basis} onChange={(basis) => address.filter({ basis })} />}
        {FACETS.map((facet) => {
          const value = address[facet]
          return (
            value && (
              <FilterChip key={facet} field={t(`filter.${facet}`)} value={facetText(t, facet, value)} onRemove={() => address.filter({ [facet]: undefined })} />
            )
          )
        })}
        <TitleFilter value={address.title} onChange={(title) => address.filter({ title })} />
        <Facets filter={filter} onNarrow={address.filter} />
        <SavedFilters />
        <b className="total" data-testid="people-total" aria-live="polite">
          {t('people.total', { count: count?.total ?? 0, total: total ?? '–' })}
        </b>
        <Segmented
          size="small"
          aria-label={t('people.rowHeight')}
          value={rowHeight}
          options={['36', '44']}
          onChange={(value) => setRowHeight(value as '36' | '44')}
        />
      </div>
      {page.isError && <ProblemAlert error={page.error} title={t('people.failed')} onRetry={() => void page.refetch()} />}
      {(rows || !page.isError) && (
        <div className="with-card">
          <DataGrid
            label={t('people.title')}
            testId="people-grid"
            rowTestId={(id) => `person-row-${id}`}
            rows={rows}
            columns={columns}
            rowHeight={rowHeight}
            chosen={chosen?.id}
            onChoose={choose}
            onOpen={(id) => go(`/people/${id}`)}
            onPick={prints ? pick : undefined}
            refreshing={page.isFetching && !!rows}
            empty={<Empty q={address.q} unitName={unitName} onDrop={address.filter} hasUnit={!!address.unit} bySuccessors={address.basis === 'SUCCESSOR'} facets={[...FACETS, 'title' as const].filter((name) => !!address[name])} />}
            foot={
              rows?.length !== 0 && (<>
                <span>
                  {rows?.length
                    ? t(total ? 'people.rangeOf' : 'people.range', { from: formatNumber(before + 1), to: formatNumber(before + rows.length), total })
                    : '–'}
                </span>
                <span className="third">{t('people.keys')}</span>
                {picked.length > 0 && (
                  <Button type="link" data-testid="unpick" onClick={() => setPicked([])}>
                    {t('cvForms.unpick', { count: picked.length })}
                  </Button>
                )}
                <span className="pager">
                  {address.cursors.length > 0 && (
                    <Button type="link" icon={<LeftOutlined />} onClick={address.previous} data-testid="previous-page">
                      {t('people.previous')}
                    </Button>
                  )}
                  {page.data?.next && (
                    <Button
                      type="link"
                      icon={<RightOutlined />}
                      iconPlacement="end"
                      data-testid="next-page"
                      onClick={() => address.next(page.data.next!)}
                    >
                      {t('people.next')}
                    </Button>
                  )}
                </span>
              </>)
            }
          />
          {narrow ? (
            <Drawer open={!!personCard} onClose={() => setChosenId(undefined)} size={340} closable={false} styles={{ body: { padding: 0 } }}>
              {personCard}
            </Drawer>
          ) : (
            personCard
          )}
        </div>
      )}
    </div>
  )
}

function Empty({ q, unitName, hasUnit, bySuccessors, facets, onDrop }: {
  q?: string
  unitName?: string
  hasUnit: boolean
  bySuccessors: boolean
  facets: readonly (Facet | 'title')[]
  onDrop: (change: { q?: undefined; unit?: undefined; basis?: undefined } & Partial<Record<Facet | 'title', undefined>>) => void
}) {
  const { t } = useTranslation()
  if (facets.length > 0) {
    return (
      <>
        <p>{t('people.noneFacets')}</p>
        <Button onClick={() => onDrop(Object.fromEntries(facets.map((facet) => [facet, undefined])))}>{t('people.dropFacets')}</Button>
      </>
    )
  }
  if (!q && !hasUnit) return <p>{t('people.none')}</p>
  if (bySuccessors && !q) {
    return (
      <>
        <p>{t('people.noneSuccessor', { unit: unitName ?? '…' })}</p>
        <Button onClick={() => onDrop({ basis: undefined })}>{t('people.dropSuccessor')}</Button>
      </>
    )
  }
  const why = q && hasUnit ? 'people.noneBoth' : q ? 'people.noneName' : 'people.noneUnit'
  return (
    <>
      <p>{t(why, { q, unit: unitName ?? '…' })}</p>
      {q && <Button onClick={() => onDrop({ q: undefined })}>{t('people.dropName')}</Button>}
      {hasUnit && <Button onClick={() => onDrop({ unit: undefined })}>{t('people.dropUnit')}</Button>}
    </>
  )
}
