import { LockOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsOf } from './asOf'
import { ClosedRecord } from './closed'

/** A button that changes something. On any day but today, and in a closed record, it stays in sight, locked. */
export function ChangeButton({ icon, disabled, ...props }: ButtonProps & { 'data-testid'?: string }) {
  const { t } = useTranslation()
  const closed = useContext(ClosedRecord)
  const another = useAsOf().when !== 'today'
  return (
    <Button
      {...props}
      icon={closed || another ? <LockOutlined /> : icon}
      disabled={closed || another || disabled}
      title={closed ? t('merge.locked') : another ? t('day.locked') : undefined}
    />
  )
}
