import { CheckOutlined, CloseOutlined, HourglassOutlined, StopOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CertificateState } from '../api/types'

const LOOKS: Record<CertificateState, { icon: ReactNode; color: string }> = {
  ENTERED: { icon: <HourglassOutlined />, color: 'warning' },
  VERIFIED: { icon: <CheckOutlined />, color: 'success' },
  REJECTED: { icon: <CloseOutlined />, color: 'error' },
  REVOKED: { icon: <StopOutlined />, color: 'default' },
}

/** A sign and a word, never colour alone. */
export function StateTag({ state }: { state: CertificateState }) {
  const { t } = useTranslation()
  const { icon, color } = LOOKS[state]
  return (
    <Tag icon={icon} color={color} data-testid={`certificate-${state}`}>
      {t(`certificate.states.${state}`)}
    </Tag>
  )
}
