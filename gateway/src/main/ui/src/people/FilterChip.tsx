import { CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

export function FilterChip({ field, value, onRemove }: { field: string; value: string; onRemove: () => void }) {
  const { t } = useTranslation()
  return (
    <span className="chip">
      {field} <b>{value}</b>
      <button type="button" aria-label={t('filter.remove', { field })} title={t('filter.remove', { field })} onClick={onRemove}>
        <CloseOutlined />
      </button>
    </span>
  )
}
