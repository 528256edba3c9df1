import { Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Merge } from '../api/types'

const COLOUR = { PREPARED: 'processing', WITHDRAWN: 'default', MERGED: 'success', UNDOING: 'warning', UNDONE: 'default' } as const

export function MergeTag({ state }: Pick<Merge, 'state'>) {
  const { t } = useTranslation()
  return <Tag color={COLOUR[state]}>{t(`merge.states.${state}`)}</Tag>
}
