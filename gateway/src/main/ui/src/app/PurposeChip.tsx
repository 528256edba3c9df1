import { DownOutlined, EyeOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { PURPOSES, setPurpose, usePurpose } from './purpose'

/** The purpose that this tab has said, to be changed when the work changes; nothing before one was said. */
export function PurposeChip() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const current = usePurpose()
  if (!current) return null
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        selectedKeys: [current],
        items: PURPOSES.map((code) => ({ key: code, label: t(`purpose.codes.${code}`) })),
        onClick: ({ key }) => {
          setPurpose(PURPOSES.find((code) => code === key))
          // What is on the screen was opened to the other purpose; it is asked for, and recorded, anew.
          void queries.invalidateQueries({ type: 'active' })
        },
      }}
    >
      <button type="button" className="scope-chip purpose-chip" data-testid="purpose-chip" aria-haspopup="menu" title={t('purpose.label')}>
        <EyeOutlined />
        <span>{t(`purpose.codes.${current}`)}</span>
        <DownOutlined />
      </button>
    </Dropdown>
  )
}
