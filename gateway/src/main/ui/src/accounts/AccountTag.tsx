import { CheckOutlined, StopOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'

export function AccountTag({ enabled }: { enabled: boolean }) {
  const { t } = useTranslation()
  return (
    <Tag color={enabled ? 'success' : 'error'} icon={enabled ? <CheckOutlined /> : <StopOutlined />}>
      {t(enabled ? 'account.enabled' : 'account.disabled')}
    </Tag>
  )
}
