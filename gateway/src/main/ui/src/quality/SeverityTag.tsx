import { CloseCircleOutlined, ExclamationCircleOutlined, FileUnknownOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Severity } from '../api/types'
import { formatNumber } from '../i18n'

const LOOKS = {
  ERROR: { color: 'error', icon: <CloseCircleOutlined /> },
  WARNING: { color: 'warning', icon: <ExclamationCircleOutlined /> },
  MISSING: { color: 'default', icon: <FileUnknownOutlined /> },
} as const

/** How bad it is, in a word beside its sign; with how many there are of it. */
export function SeverityTag({ severity, count }: { severity: Severity; count?: number }) {
  const { t } = useTranslation()
  return (
    <Tag icon={LOOKS[severity].icon} color={LOOKS[severity].color}>
      {t(`quality.severities.${severity}`)}
      {count !== undefined && ` ${formatNumber(count)}`}
    </Tag>
  )
}
