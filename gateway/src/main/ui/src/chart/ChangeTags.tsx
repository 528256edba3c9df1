import { useTranslation } from 'react-i18next'
import type { Change, ChangeKind } from './changes'

/** Told by a sign and a word beside the colour. */
const SIGNS: Record<ChangeKind, string> = { NEW: '+', GONE: '−', RENAMED: '≠', RETYPED: '≈', MOVED: '→', TOOK_IN: '⊕' }

export function ChangeTags({ change }: { change: Change }) {
  const { t } = useTranslation()
  return (
    <span className="change-tags">
      {change.kinds.map((kind) => (
        <span key={kind} className={`change-tag ${kind}`}>
          <span aria-hidden="true">{SIGNS[kind]}</span> {t(`chart.kinds.${kind}`)}
        </span>
      ))}
    </span>
  )
}
