import { CheckCircleOutlined, EditOutlined, HourglassOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { EvaluationState } from './types'

const LOOKS = {
  OPEN: { color: 'processing', icon: <EditOutlined /> },
  PROPOSED: { color: 'warning', icon: <HourglassOutlined /> },
  DECIDED: { color: 'success', icon: <CheckCircleOutlined /> },
} as const

export function EvaluationTag({ state }: { state: EvaluationState }) {
  const { t } = useTranslation()
  return (
    <Tag icon={LOOKS[state].icon} color={LOOKS[state].color} data-testid="evaluation-state">
      {t(`evaluation.states.${state}`)}
    </Tag>
  )
}
