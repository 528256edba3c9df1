import { PlusOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMe } from '../app/me'
import { fold, matches } from '../app/unitTree'
import { useTitles } from '../reorganisations/useNames'
import { FilterChip } from './FilterChip'

/** Narrows the list to those who hold a seat of a title of the catalogue, for whoever may read that. */
export function TitleFilter({ value, onChange }: { value: string | undefined; onChange: (title: string | undefined) => void }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const { data: titles } = useTitles()
  if (value) {
    return <FilterChip field={t('filter.title')} value={titles?.find(({ code }) => code === value)?.name ?? value} onRemove={() => onChange(undefined)} />
  }
  if (!can('seat.read')) return null
  return (
    <Select
      showSearch={{ filterOption: (typed, option) => matches(fold(option?.label ?? ''), typed) }}
      variant="borderless"
      className="filter-unit"
      suffixIcon={null}
      popupMatchSelectWidth={false}
      value={null as unknown as string}
      placeholder={
        <>
          <PlusOutlined /> {t('filter.title')}
        </>
      }
      aria-label={t('filter.title')}
      data-testid="filter-title"
      options={titles?.map(({ code, name }) => ({ value: code, label: name }))}
      onChange={onChange}
    />
  )
}
