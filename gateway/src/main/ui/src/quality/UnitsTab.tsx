import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../app/me'
import { UnitPicker } from '../app/units'
import { FiguresCard } from './FiguresCard'
import { FlawedCard } from './FlawedCard'
import { FLAWS, isFlaw, isSeverity, SEVERITIES } from './flaws'
import type { Flaw, Severity } from '../api/types'

/** What is looked at, all of it in the address. */
export interface Asked {
  unit?: string
  code?: Flaw
  severity?: Severity
}

/** The figures of a unit, and below them its dossiers with findings. */
export function UnitsTab() {
  const { t } = useTranslation()
  const { me } = useMe()
  const [params, setParams] = useSearchParams()
  const code = params.get('code')
  const severity = params.get('severity')
  // Where nothing was asked for: the unit over which the reader keeps dossiers.
  const unit = params.get('unit') ?? me?.grants.find(({ actions, personId }) => actions.includes('quality.read') && !personId)?.unitId
  const asked: Asked = { unit, ...(isFlaw(code) ? { code } : {}), ...(isSeverity(severity) ? { severity } : {}) }
  const ask = (change: Asked) =>
    setParams((current) => {
      for (const name of ['unit', 'code', 'severity'] as const) {
        if (!(name in change)) continue
        const value = change[name]
        if (value) current.set(name, value)
        else current.delete(name)
      }
      return current
    })

  return (
    <div className="quality-units">
      <div className="filters">
        <UnitPicker
          className="quality-unit"
          value={unit}
          placeholder={t('quality.unit')}
          aria-label={t('quality.unit')}
          data-testid="quality-unit"
          onChange={(chosen) => ask({ unit: chosen })}
        />
        <Select<Severity | 'any'>
          className="quality-severity"
          value={asked.severity ?? 'any'}
          aria-label={t('quality.severity')}
          data-testid="quality-severity"
          onChange={(chosen) => ask({ severity: chosen === 'any' ? undefined : chosen })}
          options={[{ value: 'any', label: t('quality.anySeverity') }, ...SEVERITIES.map((value) => ({ value, label: t(`quality.severities.${value}`) }))]}
        />
        <Select<Flaw | 'any'>
          className="quality-code"
          value={asked.code ?? 'any'}
          aria-label={t('quality.code')}
          data-testid="quality-code"
          popupMatchSelectWidth={false}
          onChange={(chosen) => ask({ code: chosen === 'any' ? undefined : chosen })}
          options={[
            { value: 'any', label: t('quality.anyCode') },
            ...(Object.keys(FLAWS) as Flaw[])
              .filter((flaw) => !asked.severity || FLAWS[flaw] === asked.severity)
              .map((value) => ({ value, label: t(`quality.codes.${value}`) })),
          ]}
        />
        {(asked.code ?? asked.severity) && (
          <Button type="link" onClick={() => ask({ code: undefined, severity: undefined })}>
            {t('quality.dropFilter')}
          </Button>
        )}
      </div>
      {unit ? (
        <>
          <FiguresCard unit={unit} onAsk={ask} />
          <FlawedCard filter={{ ...asked, unit }} onDrop={() => ask({ code: undefined, severity: undefined })} />
        </>
      ) : (
        <section className="card">
          <p className="empty">{t('quality.chooseUnit')}</p>
        </section>
      )}
    </div>
  )
}
