import { useTranslation } from 'react-i18next'
import { formatNumber } from '../i18n'
import { percentOf, reviewed } from './progress'
import './reviews.css'
import type { Figures } from './types'

/** How many of how many in numbers, and a bar that says the same to the eye: right, to be mended, changed since, left. */
export function ProgressBar({ figures }: { figures: Figures }) {
  const { t } = useTranslation()
  const width = (count: number) => ({ width: `${figures.dossiers === 0 ? 0 : (count * 100) / figures.dossiers}%` })
  return (
    <span className="review-progress">
      <span className="review-bar" aria-hidden>
        <i className="right" style={width(figures.confirmed)} />
        <i className="mend" style={width(figures.toMend)} />
        <i className="changed" style={width(figures.changed)} />
      </span>
      <span>
        {t('review.progressOf', { done: formatNumber(reviewed(figures)), all: formatNumber(figures.dossiers), percent: percentOf(figures) })}
      </span>
    </span>
  )
}
