import type { components } from '../generated/personnel'

type Schemas = components['schemas']
export type Review = Schemas['ReviewDetail']
export type ReviewLine = Schemas['ReviewLine']
export type ReviewState = Schemas['ReviewState']
export type Figures = Schemas['ReviewFigures']
export type ReviewedUnit = Schemas['ReviewedUnit']
export type ReviewedLine = Schemas['ReviewedLine']
export type Standing = Schemas['ReviewStanding']
export type NewReview = Schemas['NewReview']
export type Marks = Schemas['ReviewMarks']
export type FieldGroup = Schemas['FieldGroup']

export const STANDINGS: readonly Standing[] = ['NOT_REVIEWED', 'CHANGED', 'TO_MEND', 'CONFIRMED']
export const GROUPS: readonly FieldGroup[] = ['IDENTITY', 'POSTS', 'CONDUCT', 'CERTIFICATES', 'CV', 'SENSITIVE_CV']
