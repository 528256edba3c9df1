import { useTranslation } from 'react-i18next'

/** How much is filled: a number, and a bar that says the same to the eye. */
export function FilledBar({ percent }: { percent: number }) {
  const { t } = useTranslation()
  return (
    <span className="filled">
      <span className="filled-bar" aria-hidden>
        <i style={{ width: `${percent}%` }} />
      </span>
      {t('quality.percent', { percent })}
    </span>
  )
}
