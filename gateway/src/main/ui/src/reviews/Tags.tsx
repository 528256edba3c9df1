import { CheckCircleOutlined, ClockCircleOutlined, EditOutlined, HistoryOutlined, LockOutlined, SearchOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReviewState, Standing } from './types'

const STATES = {
  OPEN: { color: 'processing', icon: <SearchOutlined /> },
  OVERDUE: { color: 'error', icon: <ClockCircleOutlined /> },
  CLOSED: { color: 'default', icon: <LockOutlined /> },
} as const

export function ReviewTag({ state }: { state: ReviewState }) {
  const { t } = useTranslation()
  return (
    <Tag icon={STATES[state].icon} color={STATES[state].color} data-testid="review-state">
      {t(`review.states.${state}`)}
    </Tag>
  )
}

const STANDINGS = {
  NOT_REVIEWED: { color: 'default', icon: <SearchOutlined /> },
  CHANGED: { color: 'warning', icon: <HistoryOutlined /> },
  TO_MEND: { color: 'error', icon: <EditOutlined /> },
  CONFIRMED: { color: 'success', icon: <CheckCircleOutlined /> },
} as const

export function StandingTag({ standing }: { standing: Standing }) {
  const { t } = useTranslation()
  return (
    <Tag icon={STANDINGS[standing].icon} color={STANDINGS[standing].color} data-testid={`standing-${standing}`}>
      {t(`review.standings.${standing}`)}
    </Tag>
  )
}
