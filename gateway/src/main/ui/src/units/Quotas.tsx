import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Quota, QuotaBelief, QuotaList } from '../api/types'
import { useMe } from '../app/me'
import { formatNumber } from '../i18n'
import { required } from '../people/fields'
import { PAPER_NAMES, PaperFields, paperOf, typedPaper, type TypedPaper } from './PaperFields'
import { putQuota, quotaHistoryQuery, quotasQuery, voidQuota } from './queries'
import { UnitFactCard } from './UnitFactCard'

const REGIMES: readonly Quota['regime'][] = ['CADRE', 'PUBLIC_EMPLOYEE']

interface Typed extends TypedPaper {
  regime: Quota['regime']
  people: number
}

/** How many people a unit with all below it may have, beside how many are there. */
export function Quotas({ unitId }: { unitId: string }) {
  const { t } = useTranslation()
  const { legalDay } = useMe()
  const listed = useQuery(quotasQuery(unitId))
  const isNow = ({ validFrom, validTo }: Quota) => validFrom <= legalDay && (!validTo || validTo > legalDay)
  return (
    <UnitFactCard<Quota, QuotaBelief, Typed>
      of="quota"
      query={useQuery({ ...quotasQuery(unitId), select: ({ items }) => items })}
      changes={quotasQuery(unitId).queryKey}
      useHistory={() => useQuery(quotaHistoryQuery(unitId))}
      what={({ regime, people }) => `${t(`reorganisation.regimes.${regime}`)}: ${formatNumber(people)}`}
      columns={[
        { key: 'regime', title: t('quota.regime'), render: (_, { regime }) => t(`reorganisation.regimes.${regime}`) },
        { key: 'people', title: t('quota.people'), width: 90, align: 'right', render: (_, { people }) => formatNumber(people) },
        {
          key: 'present',
          title: t('quota.present'),
          width: 130,
          align: 'right',
          render: (_, quota) => (isNow(quota) && listed.data ? <Beside quota={quota} listed={listed.data} /> : <span className="third">–</span>),
        },
      ]}
      names={['regime', 'people', ...PAPER_NAMES]}
      typedOf={(quota) => ({ regime: quota.regime, people: quota.people, ...typedPaper(quota) })}
      fields={() => (
        <>
          <div className="pair">
            <Form.Item name="regime" label={t('quota.regime')} rules={[required(t, t('quota.regime'))]}>
              <Select data-testid="field-regime" placeholder={t('form.choose')} options={REGIMES.map((value) => ({ value, label: t(`reorganisation.regimes.${value}`) }))} />
            </Form.Item>
            <Form.Item name="people" label={t('quota.people')} rules={[{ required: true, message: t('form.requiredShort') }]}>
              <InputNumber className="full-width" min={0} max={100000} precision={0} controls={false} data-testid="field-people" />
            </Form.Item>
          </div>
          <PaperFields toHint={t('quota.toHint')} />
        </>
      )}
      put={(standing, typed, id) => putQuota(unitId, standing, { regime: typed.regime, people: typed.people, ...paperOf(typed) }, id)}
      takeAway={voidQuota}
    >
      {listed.data && listed.data.items.length > 0 && <Notes listed={listed.data} />}
    </UnitFactCard>
  )
}

const countOf = (listed: QuotaList, regime: Quota['regime'] | undefined) => listed.present.find((each) => each.regime === regime)?.people ?? 0

/**
 * Who is there, and by how many that is more or less. Places are free only where everybody is seen and the regime of
 * everybody is known; too many are too many whoever else there is.
 */
function Beside({ quota, listed }: { quota: Quota; listed: QuotaList }) {
  const { t } = useTranslation()
  const present = countOf(listed, quota.regime)
  const more = present - quota.people
  const isKnown = more > 0 || (listed.whole && countOf(listed, undefined) === 0)
  return (
    <>
      {formatNumber(present)}
      {isKnown && more !== 0 && <div className={more > 0 ? 'quota-over' : 'third'}>{t(more > 0 ? 'quota.over' : 'quota.free', { count: Math.abs(more) })}</div>}
    </>
  )
}

function Notes({ listed }: { listed: QuotaList }) {
  const { t } = useTranslation()
  const unseated = countOf(listed, undefined)
  return (
    <div className="card-body third" data-testid="quota-notes">
      <p>{t('quota.counted')}</p>
      {unseated > 0 && <p>{t('quota.unseated', { count: unseated })}</p>}
      {!listed.whole && <p>{t('quota.notWhole')}</p>}
    </div>
  )
}
