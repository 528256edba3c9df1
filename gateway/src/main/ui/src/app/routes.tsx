import { createBrowserRouter, Navigate } from 'react-router'
import { AccountPage } from '../accounts/AccountPage'
import { AccountsPage } from '../accounts/AccountsPage'
import { ChartPage } from '../chart/ChartPage'
import { DecisionPage } from '../decisions/DecisionPage'
import { DecisionsPage } from '../decisions/DecisionsPage'
import { NewDecisionPage } from '../decisions/NewDecisionPage'
import { DelegationsPage } from '../delegations/DelegationsPage'
import { DossierPage } from '../dossier/DossierPage'
import { EvaluationPage } from '../evaluations/EvaluationPage'
import { EvaluationsPage } from '../evaluations/EvaluationsPage'
import { FiguresPage } from '../figures/FiguresPage'
import { ImportPage } from '../imports/ImportPage'
import { ComparePage } from '../merges/ComparePage'
import { MergePage } from '../merges/MergePage'
import { NewPersonPage } from '../people/NewPersonPage'
import { PeoplePage } from '../people/PeoplePage'
import { PlansPage } from '../plans/PlansPage'
import { ProcedurePage } from '../procedures/ProcedurePage'
import { ProceduresPage } from '../procedures/ProceduresPage'
import { QualityPage } from '../quality/QualityPage'
import { ReviewPage } from '../reviews/ReviewPage'
import { SeatPage } from '../seats/SeatPage'
import { PreApprovalPage } from '../preapproval/PreApprovalPage'
import { ReorganisationPage } from '../reorganisations/ReorganisationPage'
import { ReorganisationsPage } from '../reorganisations/ReorganisationsPage'
import { StatisticsPage } from '../statistics/StatisticsPage'
import { TemplatesPage } from '../templates/TemplatesPage'
import { UnitsPage } from '../units/UnitsPage'
import { WorkItemsPage } from '../work/WorkItemsPage'
import { useMe } from './me'
import { NoPage, NoRights } from './Missing'
import { Shell } from './Shell'

export const createRouter = () =>
  createBrowserRouter([
    {
      element: <Shell />,
      children: [
        { index: true, element: <Home /> },
        { path: 'people', element: <PeoplePage /> },
        { path: 'people/new', element: <NewPersonPage /> },
        { path: 'people/:personId', element: <DossierPage /> },
        { path: 'units', element: <UnitsPage /> },
        { path: 'units/:unitId', element: <UnitsPage /> },
        { path: 'chart', element: <ChartPage /> },
        { path: 'seats/:seatId', element: <SeatPage /> },
        { path: 'plans', element: <PlansPage /> },
        { path: 'procedures', element: <ProceduresPage /> },
        { path: 'pre-approval', element: <PreApprovalPage /> },
        { path: 'procedures/:procedureId', element: <ProcedurePage /> },
        { path: 'decisions', element: <DecisionsPage /> },
        { path: 'decisions/new', element: <NewDecisionPage /> },
        { path: 'decisions/:decisionId', element: <DecisionPage /> },
        { path: 'reorganisations', element: <ReorganisationsPage /> },
        { path: 'reorganisations/:reorganisationId', element: <ReorganisationPage /> },
        { path: 'evaluations', element: <EvaluationsPage /> },
        { path: 'evaluations/:evaluationId', element: <EvaluationPage /> },
        { path: 'quality', element: <QualityPage /> },
        { path: 'quality/merges/new/:keptId/:mergedId', element: <ComparePage /> },
        { path: 'quality/merges/:mergeId', element: <MergePage /> },
        { path: 'quality/reviews/:reviewId', element: <ReviewPage /> },
        { path: 'figures', element: <FiguresPage /> },
        { path: 'statistics', element: <StatisticsPage /> },
        { path: 'imports', element: <ImportPage /> },
        { path: 'templates', element: <TemplatesPage /> },
        { path: 'work-items', element: <WorkItemsPage /> },
        { path: 'delegations', element: <DelegationsPage /> },
        { path: 'admin/accounts', element: <AccountsPage /> },
        // A last step with a dot, as in a user name, would be taken for a file.
        { path: 'admin/accounts/:username/grants', element: <AccountPage /> },
        { path: '*', element: <NoPage /> },
      ],
    },
  ])

/** The first page that this account may use. */
function Home() {
  const { can, settled, me } = useMe()
  if (!settled) return null
  if (!me || can('person.read')) return <Navigate to="/people" replace />
  if (can('grant.write')) return <Navigate to="/admin/accounts" replace />
  return can('statistics.read') ? <Navigate to="/statistics" replace /> : <NoRights />
}
