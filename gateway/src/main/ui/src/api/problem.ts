import type { components } from '../generated/personnel'

export type Problem = components['schemas']['Problem']
export type Finding = components['schemas']['Finding']

/** What is wrong in one of the languages, and by which article where there is one. */
export const sayFinding = ({ messages, article }: Finding, language: 'vi' | 'en'): string =>
  article ? `${messages[language]} (${article})` : messages[language]
export type Language = 'vi' | 'en'

/** A refusal or failure of a service. `problem` is absent when what came back was not a problem document. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(problem?.messages.en ?? `HTTP ${status}`)
  }

  /** The service is not there, as opposed to there and unwilling. */
  get paused(): boolean {
    return [0, 502, 503, 504].includes(this.status)
  }
}

export const isPaused = (error: unknown): boolean => error instanceof ApiError && error.paused
export const hasCode = (error: unknown, code: string): boolean => error instanceof ApiError && error.problem?.code === code
export const hasStatus = (error: unknown, status: number): boolean => error instanceof ApiError && error.status === status

/** The number says another sex or year of birth than was typed; with a reason it is taken all the same. */
export const doubtsIdNumber = (error: unknown): boolean =>
  error instanceof ApiError && !!error.problem?.findings.some((finding) => finding.code.startsWith('id-number-says-'))

export function asProblem(body: unknown): Problem | undefined {
  if (typeof body !== 'object' || body === null) return undefined
  const candidate = body as Partial<Problem>
  if (!candidate.messages?.vi || !candidate.messages.en) return undefined
  return { ...candidate, findings: candidate.findings ?? [] } as Problem
}

/** Of which line of a list in the body a finding speaks, from 0, as of `effects[2].seatId`. */
export const lineOf = ({ field }: Finding): number | undefined => {
  const line = /\[(\d+)\]/.exec(field ?? '')?.[1]
  return line === undefined ? undefined : Number(line)
}

/**
 * Sorts findings into those that belong to a field of the form and those that do not. A finding names the path in the body
 * (`assignment.validFrom`); the forms name their fields by the last step, so that one set of post fields serves
 * registration, addition and correction.
 */
export function sortFindings(problem: Problem, fields: readonly string[]): { atField: Map<string, Finding[]>; others: Finding[] } {
  const atField = new Map<string, Finding[]>()
  const others: Finding[] = []
  for (const finding of problem.findings) {
    const field = finding.field?.split('.').at(-1)
    if (field && fields.includes(field)) atField.set(field, [...(atField.get(field) ?? []), finding])
    else others.push(finding)
  }
  return { atField, others }
}
