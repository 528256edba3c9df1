import { CheckCircleOutlined, CloseCircleOutlined, EditOutlined, StopOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DecisionState } from '../api/types'

const LOOKS = {
  DRAFT: { color: 'warning', icon: <EditOutlined /> },
  ISSUED: { color: 'success', icon: <CheckCircleOutlined /> },
  RESCINDED: { color: 'error', icon: <CloseCircleOutlined /> },
  WITHDRAWN: { color: 'default', icon: <StopOutlined /> },
} as const

export function DecisionTag({ state }: { state: DecisionState }) {
  const { t } = useTranslation()
  return (
    <Tag icon={LOOKS[state].icon} color={LOOKS[state].color} data-testid="decision-state">
      {t(`decision.states.${state}`)}
    </Tag>
  )
}
