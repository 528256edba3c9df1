import {
  ApartmentOutlined, AuditOutlined, BarChartOutlined, CarryOutOutlined, ClusterOutlined, DeploymentUnitOutlined, FileDoneOutlined, FileExcelOutlined, ScheduleOutlined, MenuFoldOutlined, MenuUnfoldOutlined, FileSearchOutlined, FileWordOutlined, SafetyCertificateOutlined, SwapOutlined, TableOutlined, TeamOutlined, TrophyOutlined, LockOutlined } from '@ant-design/icons'
import { Tooltip } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useTo } from './asOf'
import { Mark } from './Mark'
import { IMPORT_ACTIONS } from '../imports/queries'
import { useMe } from './me'
import { useRemembered } from './useRemembered'

export function Rail() {
  const { t } = useTranslation()
  const { me, can } = useMe()
  const [width, setWidth] = useRemembered<'wide' | 'narrow'>('rail', 'narrow')
  const narrow = width === 'narrow'
  const toggle = narrow ? t('rail.expand') : t('rail.collapse')

  return (
    <aside className={`rail ${width}`}>
      <div className="brand">
        <Mark size={32} />
        {!narrow && (
          <div>
            <b>OpenCadre</b>
            <span>{t('rail.subtitle')}</span>
          </div>
        )}
      </div>
      <nav aria-label={t('rail.label')}>
        {can('work.read') && <Entry to="/work-items" icon={<CarryOutOutlined />} label={t('rail.work')} narrow={narrow} />}
        {(!me || can('person.read')) && <Entry to="/people" icon={<TeamOutlined />} label={t('rail.people')} narrow={narrow} />}
        {(can('quality.read') || can('review.read')) && <Entry to="/quality" icon={<FileSearchOutlined />} label={t('rail.quality')} narrow={narrow} />}
        {can('unit.read') && <Entry to="/units" icon={<ApartmentOutlined />} label={t('rail.units')} narrow={narrow} />}
        {can('unit.read') && <Entry to="/chart" icon={<ClusterOutlined />} label={t('rail.chart')} narrow={narrow} />}
        {can('plan.read') && <Entry to="/plans" icon={<ScheduleOutlined />} label={t('rail.plans')} narrow={narrow} />}
        {can('procedure.read') && <Entry to="/procedures" icon={<AuditOutlined />} label={t('rail.procedures')} narrow={narrow} />}
        {can('pre-approval.write') && <Entry to="/pre-approval" icon={<LockOutlined />} label={t('rail.preApproval')} narrow={narrow} />}
        {can('decision.read') && <Entry to="/decisions" icon={<FileDoneOutlined />} label={t('rail.decisions')} narrow={narrow} />}
        {can('reorganisation.read') && <Entry to="/reorganisations" icon={<DeploymentUnitOutlined />} label={t('rail.reorganisations')} narrow={narrow} />}
        {can('evaluation.read') && <Entry to="/evaluations" icon={<TrophyOutlined />} label={t('rail.evaluations')} narrow={narrow} />}
        {can('programme.read') && <Entry to="/figures" icon={<BarChartOutlined />} label={t('rail.figures')} narrow={narrow} />}
        {can('statistics.read') && <Entry to="/statistics" icon={<TableOutlined />} label={t('rail.statistics')} narrow={narrow} />}
        {IMPORT_ACTIONS.some(can) && <Entry to="/imports" icon={<FileExcelOutlined />} label={t('rail.imports')} narrow={narrow} />}
        {can('template.read') && <Entry to="/templates" icon={<FileWordOutlined />} label={t('rail.templates')} narrow={narrow} />}
        {can('grant.delegate') && <Entry to="/delegations" icon={<SwapOutlined />} label={t('rail.delegations')} narrow={narrow} />}
        {can('grant.read') && (
          <>
            {narrow ? <hr /> : <h2>{t('rail.admin')}</h2>}
            <Entry to="/admin/accounts" icon={<SafetyCertificateOutlined />} label={t('rail.grants')} narrow={narrow} />
          </>
        )}
      </nav>
      <Tooltip title={narrow ? toggle : undefined} placement="right">
        <button
          type="button"
          className="entry"
          aria-label={toggle}
          aria-expanded={!narrow}
          onClick={() => setWidth(narrow ? 'wide' : 'narrow')}
        >
          {narrow ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          {!narrow && toggle}
        </button>
      </Tooltip>
    </aside>
  )
}

function Entry({ to, icon, label, narrow }: { to: string; icon: ReactNode; label: string; narrow: boolean }) {
  const address = useTo()
  return (
    <Tooltip title={narrow ? label : undefined} placement="right">
      <NavLink to={address(to)} className="entry" aria-label={label}>
        {icon}
        {!narrow && label}
      </NavLink>
    </Tooltip>
  )
}
