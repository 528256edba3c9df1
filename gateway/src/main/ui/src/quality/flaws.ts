import type { FigureLine, Flaw, FlawCount, FlawFound, Severity } from '../api/types'

/** The worst first; also what somebody may ask for. */
export const SEVERITIES: readonly Severity[] = ['ERROR', 'WARNING', 'MISSING']

/** Every kind of finding with how bad it is; the compiler sees to it that none is left out. */
export const FLAWS: Readonly<Record<Flaw, Severity>> = {
  BIRTH_IN_FUTURE: 'ERROR',
  POST_BEFORE_SIXTEEN: 'ERROR',
  POSTS_OVERLAP: 'ERROR',
  UNIT_DOES_NOT_STAND: 'ERROR',
  ENTRY_BEFORE_BIRTH: 'ERROR',
  ENTRY_IN_FUTURE: 'ERROR',
  ENTRY_OUT_OF_ORDER: 'ERROR',
  DEGREE_TOO_EARLY: 'ERROR',
  CHILD_NOT_YOUNGER: 'ERROR',
  DISCIPLINE_OUT_OF_ORDER: 'ERROR',
  ID_NUMBER_WRONG_FORM: 'ERROR',
  POST_BEFORE_EIGHTEEN: 'WARNING',
  CHILD_TOO_CLOSE: 'WARNING',
  SALARY_OUT_OF_ORDER: 'WARNING',
  ID_NUMBER_OTHER_SEX: 'WARNING',
  ID_NUMBER_OTHER_YEAR: 'WARNING',
  ID_NUMBER_UNKNOWN_PROVINCE: 'WARNING',
  PAST_RETIREMENT_AGE: 'WARNING',
  ITEM_MISSING: 'MISSING',
  RATING_MISSING: 'MISSING',
  MEMBERSHIP_MISSING: 'MISSING',
}

export const isFlaw = (text: string | null): text is Flaw => text !== null && Object.hasOwn(FLAWS, text)
export const isSeverity = (text: string | null): text is Severity => SEVERITIES.includes(text as Severity)

/** What of a dossier's address leads to where a finding is put right; nothing for the summary. */
export function placeOf({ group, item }: Pick<FlawFound, 'group' | 'item'>): Record<string, string> {
  return group === 'CV' || group === 'SENSITIVE_CV' || item === 'ID_NUMBER' ? { tab: 'cv', ...(item ? { kind: item } : {}) } : {}
}

/** Kinds of one severity, the most frequent first. */
export const kindsOf = ({ kinds }: Pick<FigureLine, 'kinds'>, severity: Severity): FlawCount[] =>
  kinds.filter((kind) => kind.severity === severity).toSorted((one, other) => other.dossiers - one.dossiers)

/** A share in whole percent, rounded down: 100 is all of them. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part * 100) / whole))
