import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { useMe } from '../app/me'
import { ProblemAlert } from '../app/ProblemAlert'
import { PurposeGate } from '../app/PurposeGate'
import { usePurpose } from '../app/purpose'
import { UnitPicker } from '../app/units'
import { catalogueQuery, WRITTEN_BY } from '../cv/queries'
import { currentLanguage } from '../i18n'
import { CONDUCT_SHEETS, ORGANISATION_ACTION, ORGANISATION_SHEETS, PERSON_SHEETS, takeOut } from './queries'

/** What stands, as a workbook to be changed and sent back. */
export function TakeOutCard() {
  const { t } = useTranslation()
  const { can } = useMe()
  const ids = { unit: useId(), sheets: useId() }
  const purpose = usePurpose()
  const catalogue = useQuery(catalogueQuery())
  const [asked] = useSearchParams()
  const [unit, setUnit] = useState(asked.get('unit') ?? undefined)
  const [chosen, setSheets] = useState<string[] | undefined>(asked.get('sheets')?.split(','))

  const language = currentLanguage()
  const offered = [
    ...[
      ...(can('person.write') ? PERSON_SHEETS : []),
      ...(can('conduct.write') ? CONDUCT_SHEETS : []),
      ...ORGANISATION_SHEETS.filter((code) => can(ORGANISATION_ACTION[code])),
    ].map((code) => ({ value: code as string, label: t(`import.takeOut.codes.${code}`) })),
    ...(catalogue.data?.kinds ?? [])
      .filter((kind) => kind.fieldClass !== 'RESTRICTED' && can(WRITTEN_BY[kind.fieldClass]))
      .map((kind) => ({ value: kind.code, label: kind[language] })),
  ]
  const sheets = (chosen ?? offered.slice(0, 1).map(({ value }) => value)).filter((code) => offered.some(({ value }) => value === code))
  const taking = useMutation({ mutationFn: () => takeOut(unit, sheets) })
  return (
    <section className="card" data-testid="take-out">
      <h2>{t('import.takeOut.title')}</h2>
      <div className="card-body take-out">
        <p className="second">{t('import.takeOut.means')}</p>
        {purpose ? (
          <>
            <label htmlFor={ids.unit}>{t('import.takeOut.unit')}</label>
            <UnitPicker id={ids.unit} value={unit} onChange={setUnit} allowClear placeholder={t('import.takeOut.all')} data-testid="take-out-unit" />
            <label htmlFor={ids.sheets}>{t('import.takeOut.sheets')}</label>
            <Select<string[]>
              id={ids.sheets}
              mode="multiple"
              value={sheets}
              onChange={setSheets}
              loading={catalogue.isPending}
              options={offered}
              optionFilterProp="label"
              data-testid="take-out-sheets"
            />
            <Button icon={<DownloadOutlined />} loading={taking.isPending} disabled={sheets.length === 0} onClick={() => taking.mutate()} data-testid="take-out-go">
              {t('import.takeOut.go')}
            </Button>
            {taking.isPending && <span role="status">{t('import.takeOut.writing')}</span>}
          </>
        ) : (
          <PurposeGate what={t('import.takeOut.asks')} onOpen={() => undefined} />
        )}
      </div>
      {catalogue.isError && <ProblemAlert error={catalogue.error} title={t('import.takeOut.failed')} onRetry={() => void catalogue.refetch()} />}
      {taking.isError && <ProblemAlert error={taking.error} title={t('import.takeOut.failed')} />}
    </section>
  )
}
