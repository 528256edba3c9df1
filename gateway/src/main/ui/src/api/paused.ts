import { isPaused } from './problem'

export const ASK_AGAIN_EVERY = 10_000

/** A service that is away is asked again by itself, so that the page heals without a reload. */
export const askAgainWhilePaused = ({ state }: { state: { error: unknown } }): number | false => (isPaused(state.error) ? ASK_AGAIN_EVERY : false)
