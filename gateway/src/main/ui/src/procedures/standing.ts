import type { Procedure, ProcedureStep } from '../api/types'

/** For whom votes may be counted in a step: the candidates, and from step 4 on who came out of step 3. */
export function standing(
  { candidates, steps }: Pick<Procedure, 'candidates' | 'steps'>,
  step: Pick<ProcedureStep, 'number'>,
): readonly Procedure['candidates'][number][] {
  const left = steps.find(({ number }) => number === 3)?.ruling?.people
  return step.number <= 3 || !left ? candidates : candidates.filter(({ personId }) => left.includes(personId))
}
