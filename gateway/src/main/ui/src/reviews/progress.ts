import type { Figures } from './types'

/** How many were looked through as they are. */
export const reviewed = ({ confirmed, toMend }: Figures): number => confirmed + toMend

/** How many are still to be looked through, or again since they were changed. */
export const left = (figures: Figures): number => figures.dossiers - reviewed(figures)

/** Whole percent, rounded down: 100 is said only where nothing is left. */
export const percentOf = (figures: Figures): number => (figures.dossiers === 0 ? 100 : Math.floor((reviewed(figures) * 100) / figures.dossiers))
