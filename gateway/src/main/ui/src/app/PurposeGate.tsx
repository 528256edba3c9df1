import { EyeOutlined, LockOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PURPOSES, setPurpose, usePurpose, type Purpose } from './purpose'

interface PurposeGateProps {
  /** What lies behind it, as in "Đánh giá, kỷ luật, sức khỏe". */
  what: string
  onOpen: () => void
}

/** Before something sensitive: says that it is, asks to what purpose, and opens it on purpose. */
export function PurposeGate({ what, onOpen }: PurposeGateProps) {
  const { t } = useTranslation()
  const id = useId()
  const known = usePurpose()
  const [chosen, setChosen] = useState<Purpose | undefined>(known)
  return (
    <div className="purpose-gate card-body" data-testid="purpose-gate">
      <p>
        <LockOutlined aria-hidden /> <b>{what}</b>
      </p>
      <p className="second">{t('purpose.why')}</p>
      <div className="purpose-ask">
        <label htmlFor={id}>{t('purpose.label')}</label>
        <Select<Purpose>
          id={id}
          value={chosen}
          placeholder={t('form.choose')}
          data-testid="purpose"
          onChange={setChosen}
          options={PURPOSES.map((code) => ({ value: code, label: t(`purpose.codes.${code}`) }))}
        />
        <Button
          type="primary"
          icon={<EyeOutlined />}
          disabled={!chosen}
          data-testid="purpose-open"
          onClick={() => {
            setPurpose(chosen)
            onOpen()
          }}
        >
          {t('purpose.open')}
        </Button>
      </div>
    </div>
  )
}
