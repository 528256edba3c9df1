import { useQuery } from '@tanstack/react-query'
import { SERVICES, type OtherService, type ReorganisationLine } from '../api/types'
import { plannedQuery, studyingQuery } from './queries'

/** What the other services say for themselves, and which of them have answered for the revision that is on the screen. */
export function useAnswers(line: ReorganisationLine) {
  const studying = useQuery(studyingQuery(line))
  const planned = useQuery(plannedQuery(line))
  const answers: Record<OtherService, boolean> = {
    TRAINING: studying.data?.revision === line.revision,
    PLANNING: planned.data?.revision === line.revision,
  }
  return {
    studying: new Map(answers.TRAINING ? studying.data?.items.map((item) => [item.unitId, item.studying]) : []),
    planned: new Map(answers.PLANNING ? planned.data?.items.map((item) => [item.unitId, item.planned]) : []),
    procedures: new Map(answers.PLANNING ? planned.data?.items.map((item) => [item.unitId, item.procedures]) : []),
    isPending: studying.isPending || planned.isPending,
    answered: SERVICES.filter((service) => answers[service]),
    silent: SERVICES.filter((service) => !answers[service]),
  }
}
