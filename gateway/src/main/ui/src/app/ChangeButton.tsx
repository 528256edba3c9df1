import { LockOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAsOf } from './asOf'

/** A button that changes something. On any day but today it stays in sight, locked. */
export function ChangeButton({ icon, disabled, ...props }: ButtonProps & { 'data-testid'?: string }) {
  const { t } = useTranslation()
  const locked = useAsOf().when !== 'today'
  return (
    <Button
      {...props}
      icon={locked ? <LockOutlined /> : icon}
      disabled={locked || disabled}
      title={locked ? t('day.locked') : undefined}
    />
  )
}
