import { CheckCircleOutlined, CloseCircleOutlined, EditOutlined, StopOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReorganisationState } from '../api/types'

const LOOKS = {
  DRAFT: { color: 'warning', icon: <EditOutlined /> },
  APPROVED: { color: 'success', icon: <CheckCircleOutlined /> },
  UNDONE: { color: 'error', icon: <CloseCircleOutlined /> },
  WITHDRAWN: { color: 'default', icon: <StopOutlined /> },
} as const

export function ReorganisationTag({ state }: { state: ReorganisationState }) {
  const { t } = useTranslation()
  return (
    <Tag icon={LOOKS[state].icon} color={LOOKS[state].color} data-testid="reorganisation-state">
      {t(`reorganisation.states.${state}`)}
    </Tag>
  )
}
