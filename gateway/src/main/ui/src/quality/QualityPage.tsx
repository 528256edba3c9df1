import { Tabs } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { usePageTitle } from '../app/usePageTitle'
import { MergesTab } from '../merges/MergesTab'
import { ReviewsTab } from '../reviews/ReviewsTab'
import { DuplicatesTab } from './DuplicatesTab'
import './quality.css'
import { UnitsTab } from './UnitsTab'

/**
 * Quality of dossiers: by unit, down to the dossiers with findings; who may be on record twice; and rounds in which they are looked
 * through. What is found is opened to a purpose, how far a round is is not.
 */
export function QualityPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState(!!purpose())
  usePageTitle(t('quality.title'))

  if (!settled) return null
  if (me && !can('quality.read') && !can('review.read')) return <NoRights />
  const behindGate = (tab: ReactNode) =>
    opened ? (
      tab
    ) : (
      <section className="card">
        <PurposeGate what={t('quality.hidden')} onOpen={() => setOpened(true)} />
      </section>
    )
  const items = [
    ...(can('quality.read')
      ? [
          { key: 'units', label: t('quality.byUnit'), children: behindGate(<UnitsTab />) },
          { key: 'duplicates', label: t('quality.duplicates'), children: behindGate(<DuplicatesTab />) },
        ]
      : []),
    ...(can('merge.read') ? [{ key: 'merges', label: t('merge.list'), children: behindGate(<MergesTab />) }] : []),
    ...(can('review.read') ? [{ key: 'reviews', label: t('review.list'), children: <ReviewsTab /> }] : []),
  ]
  const tab = items.find(({ key }) => key === params.get('tab'))?.key ?? items[0]?.key
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('quality.title')}</h1>
      </div>
      <Tabs
        className="quality-tabs"
        activeKey={tab}
        destroyOnHidden
        onChange={(key) =>
          setParams((current) => {
            if (key === items[0]?.key) current.delete('tab')
            else current.set('tab', key)
            return current
          })
        }
        items={items}
      />
    </div>
  )
}
