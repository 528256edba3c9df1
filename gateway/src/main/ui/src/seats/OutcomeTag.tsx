import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleOutlined, QuestionCircleFilled } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Confidence, Outcome } from '../api/types'

const LOOKS = {
  PASS: { color: 'success', icon: <CheckCircleFilled /> },
  FAIL: { color: 'error', icon: <CloseCircleFilled /> },
  UNKNOWN: { color: 'warning', icon: <QuestionCircleFilled /> },
} as const

/** Of one condition, or of all together. */
export function OutcomeTag({ outcome, whole }: { outcome: Outcome; whole?: boolean }) {
  const { t } = useTranslation()
  return (
    <Tag color={LOOKS[outcome].color} icon={LOOKS[outcome].icon} data-testid={whole ? 'overall' : undefined}>
      {t(`verdict.${whole ? 'overall' : 'outcome'}.${outcome}`)}
    </Tag>
  )
}

/** What was not read in the regulation's own wording says so. */
export function Unconfirmed({ confidence }: { confidence: Confidence }) {
  const { t } = useTranslation()
  return confidence === 'CONFIRMED' ? null : (
    <span className="unconfirmed">
      <ExclamationCircleOutlined /> {t('verdict.unconfirmed')}
    </span>
  )
}
