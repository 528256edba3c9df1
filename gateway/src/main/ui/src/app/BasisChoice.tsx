import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { type UnitBasis, UNIT_BASES } from '../api/types'

/** Whether people of a unit are asked for by the units of the day, or by those that took their place. */
export function BasisChoice({ value, onChange }: { value: UnitBasis; onChange: (basis: UnitBasis | undefined) => void }) {
  const { t } = useTranslation()
  return (
    <Segmented
      size="small"
      aria-label={t('figure.basis')}
      data-testid="unit-basis"
      value={value}
      options={UNIT_BASES.map((basis) => ({ value: basis, label: t(`figure.bases.${basis}`) }))}
      onChange={(basis) => onChange(basis === 'HISTORICAL' ? undefined : basis)}
    />
  )
}
