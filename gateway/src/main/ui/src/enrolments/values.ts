import type { CertificateKind, CertificateLevel, Enrolment } from '../api/types'
import { formatDay, parseDay, parsePartial, typedPartial } from '../app/dates'
import type { components } from '../generated/training'

/** What the form holds: dates as typed. Named as in the contract, so that findings find their field. */
export interface StudyValues {
  kind: CertificateKind
  level: CertificateLevel
  course: Enrolment['course']
  mode: Enrolment['mode']
  name: string
  provider: string
  placeUnitId?: string
  decision: string
  decidedOn: string
  startsOn: string
  endsOn?: string
  result?: Enrolment['result']
}

export const STUDY_FIELDS = [
  'kind', 'level', 'course', 'mode', 'name', 'provider', 'placeUnitId', 'decision', 'decidedOn', 'startsOn', 'endsOn', 'result', 'reason',
] as const

const checked = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('an unchecked date')
  return value
}

const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ')

export function toStudy(values: StudyValues): components['schemas']['NewEnrolment'] {
  return {
    kind: values.kind,
    level: values.level,
    course: values.course,
    mode: values.mode,
    name: tidy(values.name),
    provider: tidy(values.provider),
    ...(values.placeUnitId ? { placeUnitId: values.placeUnitId } : {}),
    decision: tidy(values.decision),
    decidedOn: checked(parseDay(values.decidedOn)),
    startsOn: checked(parsePartial(values.startsOn)),
    ...(values.endsOn?.trim() ? { endsOn: checked(parsePartial(values.endsOn)) } : {}),
    ...(values.result ? { result: values.result } : {}),
  }
}

export const studyValues = (study: Enrolment): StudyValues => ({
  kind: study.kind,
  level: study.level,
  course: study.course,
  mode: study.mode,
  name: study.name,
  provider: study.provider,
  placeUnitId: study.placeUnitId,
  decision: study.decision,
  decidedOn: formatDay(study.decidedOn),
  startsOn: typedPartial(study.startsOn),
  endsOn: study.endsOn ? typedPartial(study.endsOn) : '',
  result: study.result,
})
