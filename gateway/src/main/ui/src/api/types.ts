import type { components } from '../generated/personnel'
import type { components as PlanningComponents } from '../generated/planning'
import type { components as TrainingComponents } from '../generated/training'

type Schemas = components['schemas']
export type Me = Schemas['Me']
export type View = Schemas['View']
export type ViewPage = Schemas['ViewPage']
export type HeldGrant = Schemas['HeldGrant']
export type Unit = Schemas['Unit']
export type Tree = Schemas['Tree']
export type ManagementScope = Schemas['ManagementScope']
export type Sex = Schemas['Sex']
export type Person = Schemas['Person']
export type PersonRow = Schemas['PersonRow']
export type PostLine = Schemas['PostLine']
export type Identity = Schemas['Identity']
export type Assignment = Schemas['Assignment']
export type PersonHistory = Schemas['PersonHistory']
export type Account = Schemas['Account']
export type AccountLine = Schemas['AccountLine']
export type AccountHandover = Schemas['AccountHandover']
export type Delegations = Schemas['Delegations']
export type GivenDelegation = Schemas['GivenDelegation']
export type NewDelegation = Schemas['NewDelegation']
export type AccountGrants = Schemas['AccountGrants']
export type Grant = Schemas['Grant']
export type LineageStep = Schemas['LineageStep']
export type Seat = Schemas['Seat']
export type Decision = Schemas['Decision']
export type DecisionState = Schemas['DecisionState']
export type DecisionKind = Schemas['DecisionKind']
export type DecisionEffect = Schemas['Effect']
export type EffectAct = Schemas['EffectAct']
export type RotationDirection = Schemas['RotationDirection']
export type NewDecision = Schemas['DecisionContent']
export type NewEffect = Schemas['NewEffect']
export type Reorganisation = Schemas['Reorganisation']
export type ReorganisationLine = Schemas['ReorganisationLine']
export type ReorganisationState = Schemas['ReorganisationState']
export type ReorganisationContent = Schemas['ReorganisationContent']
export type ReorganisationPost = Schemas['ReorganisationPost']
export type FoundedUnit = Schemas['FoundedUnit']
export type ChangedUnit = Schemas['ChangedUnit']
export type Succession = Schemas['ReorganisationStep']
export type SuccessionKind = Schemas['SuccessionKind']
export type FutureSeat = Schemas['FutureSeat']
export type SeatKind = Schemas['SeatKind']
export type Regime = Schemas['Regime']
export type UnitImpact = Schemas['UnitImpact']
export type Placement = Schemas['Placement']
export type NewPlacement = Schemas['NewPlacement']
export type CvCatalogue = Schemas['CvCatalogue']
export type CvKind = Schemas['CvKind']
export type CvField = Schemas['CvField']
/** Entries of the other classes have the same fields. */
export type Cv = Schemas['Cv']
export type CvEntry = Schemas['CvEntry']
export type Declaration = Schemas['SensitiveCvDeclaration']
export type CvClass = 'PERSONAL' | 'SENSITIVE' | 'RESTRICTED'
export type Statistics = Schemas['Statistics']
export type StatisticsBy = Schemas['StatisticsBy']
export type StatisticsLine = Schemas['StatisticsLine']
export type CountedPerson = Schemas['CountedPerson']
export type Flaw = Schemas['Flaw']
export type Severity = Schemas['Severity']
export type DossierQuality = Schemas['DossierQuality']
export type FlawFound = Schemas['FlawFound']
export type UnitFigures = Schemas['UnitFigures']
export type FigureLine = Schemas['FigureLine']
export type FlawCount = Schemas['FlawCount']
export type FlawedDossier = Schemas['FlawedDossier']
export type SuspectPair = Schemas['SuspectPair']
export type SuspectPerson = Schemas['SuspectPerson']
export type Conduct = Schemas['Conduct']
export type Rating = Schemas['Rating']
export type Discipline = Schemas['Discipline']
export type HealthCertificate = Schemas['HealthCertificate']
export type ImportReport = Schemas['ImportReport']
export type Difference = Schemas['Difference']
export type SheetCount = Schemas['SheetCount']
export type CellFinding = Schemas['CellFinding']
export type ImportBatch = Schemas['Batch']
export type UndoReport = Schemas['UndoReport']
/** Training and planning promise the same shape. */
export type PersonPanel = TrainingComponents['schemas']['PersonPanel']
export type Certificate = TrainingComponents['schemas']['Certificate']
export type Enrolment = TrainingComponents['schemas']['Enrolment']
export type CertificateKind = TrainingComponents['schemas']['CertificateKind']
export type CertificateLevel = TrainingComponents['schemas']['CertificateLevel']
export type CertificateState = TrainingComponents['schemas']['CertificateState']
type Planning = PlanningComponents['schemas']
export type PlannedSeat = Planning['Seat']
export type SeatRow = Planning['SeatRow']
export type Verdict = Planning['Verdict']
export type Verdicts = Planning['Verdicts']
export type Criterion = Planning['Criterion']
export type Basis = Planning['Basis']
export type Outcome = Planning['Outcome']
export type Confidence = Planning['Confidence']
export type PlanEntry = Planning['PlanEntry']
export type PlanState = Planning['PlanState']
export type Procedure = Planning['Procedure']
export type FrozenCriterion = Planning['FrozenCriterion']
export type ProcedureRow = Planning['ProcedureRow']
export type ProcedureState = Planning['ProcedureState']
export type PreApproval = Planning['PreApproval']
export type PreApprovalMode = Planning['PreApprovalMode']
export type Secrecy = Planning['Secrecy']
export type Pointer = Planning['Pointer']
export type ProcedureStep = Planning['StepLine']
export type Meeting = Planning['Meeting']
export type Deadline = Planning['DeadlineLine']
export type DocumentKind = Planning['DocumentKind']
export type Programme = Planning['Programme']
export type FigureBasis = Planning['FigureBasis']
export type FigureSet = Planning['FigureSet']
export type Figure = Planning['Figure']
export type FigureRow = Planning['FigureRow']
export type UnitName = Planning['UnitName']
/** What waits, as each service tells it; the page shows them as one list. */
export interface WorkItem {
  id: string
  type: TrainingComponents['schemas']['WorkItem']['type'] | Planning['WorkItem']['type'] | Schemas['WorkItem']['type']
  personId?: string
  personName?: string
  subject: string
  by?: string
  since: string
  /** The day on which a term ends (personnel) or a seat falls vacant (planning). */
  due?: string
  day?: string
  stage?: NonNullable<Schemas['WorkItem']['stage']>
  note?: Schemas['Bilingual']
  reason?: string
  /** What the day stands on. */
  confidence?: Confidence
  /** Of work, of whoever retires. */
  lastDay?: string
}

export type OtherService = Schemas['OtherService']
export const TREES: readonly Tree[] = ['PARTY', 'STATE', 'FRONT', 'PUBLIC_SERVICE']
export const SCOPES: readonly ManagementScope[] = [
  'CENTRAL_POLITBURO', 'CENTRAL_SECRETARIAT', 'PROVINCIAL_BTV', 'PROVINCIAL_ORG_DEPT', 'PROVINCIAL_AGENCY',
  'COMMUNE_PARTY_COMMITTEE', 'UNIT_HEAD', 'DISTRICT_BTV',
]
export const SERVICES: readonly OtherService[] = ['TRAINING', 'PLANNING']
