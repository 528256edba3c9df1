import { useTranslation } from 'react-i18next'
import type { Tree } from '../api/types'

export function Lane({ tree }: { tree: Tree }) {
  const { t } = useTranslation()
  return (
    <span className={`lane lane-${tree}`}>
      <i aria-hidden />
      {t(`tree.${tree}`)}
    </span>
  )
}
