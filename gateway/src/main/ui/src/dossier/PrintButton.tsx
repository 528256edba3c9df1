import { PrinterOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { printRecorded } from '../app/printing'
import { usePurpose } from '../app/purpose'
import { PurposeGate } from '../app/PurposeGate'

/** Prints the dossier as it stands on the page; each service records what it gave for it, and to what purpose. */
export function PrintButton() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const purpose = usePurpose()
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)

  const print = async () => {
    setAsks(false)
    setBusy(true)
    try {
      if (!(await printRecorded(queries))) void message.error(t('print.unrecorded'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <Button icon={<PrinterOutlined />} loading={busy} data-testid="print" onClick={() => (purpose ? void print() : setAsks(true))}>
        {t('dossier.print')}
      </Button>
      <Modal open={asks} footer={null} onCancel={() => setAsks(false)} destroyOnHidden title={t('dossier.print')}>
        <PurposeGate what={t('print.asks')} onOpen={() => void print()} />
      </Modal>
    </>
  )
}
