import { Tabs } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { purpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'
import { usePageTitle } from '../app/usePageTitle'
import { MergesTab } from '../merges/MergesTab'
import { DuplicatesTab } from './DuplicatesTab'
import './quality.css'
import { UnitsTab } from './UnitsTab'

/** Quality of dossiers: by unit, down to the dossiers with findings; and who may be on record twice. */
export function QualityPage() {
  const { t } = useTranslation()
  const { me, can, settled } = useMe()
  const [params, setParams] = useSearchParams()
  const [opened, setOpened] = useState(!!purpose())
  usePageTitle(t('quality.title'))

  if (!settled) return null
  if (me && !can('quality.read')) return <NoRights />
  const items = [
    { key: 'units', label: t('quality.byUnit'), children: <UnitsTab /> },
    { key: 'duplicates', label: t('quality.duplicates'), children: <DuplicatesTab /> },
    ...(can('merge.read') ? [{ key: 'merges', label: t('merge.list'), children: <MergesTab /> }] : []),
  ]
  const tab = items.find(({ key }) => key === params.get('tab'))?.key ?? 'units'
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('quality.title')}</h1>
      </div>
      {!opened ? (
        <section className="card">
          <PurposeGate what={t('quality.hidden')} onOpen={() => setOpened(true)} />
        </section>
      ) : (
        <Tabs
          className="quality-tabs"
          activeKey={tab}
          destroyOnHidden
          onChange={(key) =>
            setParams((current) => {
              if (key === 'units') current.delete('tab')
              else current.set('tab', key)
              return current
            })
          }
          items={items}
        />
      )}
    </div>
  )
}
