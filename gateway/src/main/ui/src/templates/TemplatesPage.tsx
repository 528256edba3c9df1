import { CheckCircleOutlined, DownloadOutlined, EditOutlined, StopOutlined, UploadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Drawer, Form, Input, Modal, Skeleton, Table, Tag, type FormRule } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateKind, TemplateVersion } from '../api/types'
import { AskDrawer } from '../app/AskDrawer'
import { ChangeButton } from '../app/ChangeButton'
import { InstantText } from '../app/DateText'
import { useMe } from '../app/me'
import { NoRights } from '../app/Missing'
import { PaperButtons } from '../app/PaperButtons'
import { ProblemAlert } from '../app/ProblemAlert'
import { UnitPicker } from '../app/units'
import { useDelayed } from '../app/useDelayed'
import { usePageTitle } from '../app/usePageTitle'
import { FilePicker } from '../documents/FilePicker'
import { sizeText } from '../documents/values'
import { currentLanguage } from '../i18n'
import { ReasonField, required } from '../people/fields'
import { PersonPicker } from '../people/PersonPicker'
import { bringTemplate, endingOf, LARGEST, putTemplate, takeTemplate, templatesQuery, tryTemplate } from './queries'
import './templates.css'

/** What is being done, to which kind of paper and version; a version of none is the house's own. */
type Act = { act: 'bring' | 'try' | 'put'; kind: TemplateKind; version?: TemplateVersion }

/** The templates that papers are printed with: each version that was brought, and which is in force. */
export function TemplatesPage() {
  const { t } = useTranslation()
  const { can, settled } = useMe()
  usePageTitle(t('template.title'))
  if (!settled) return null
  return can('template.read') ? <Kinds /> : <NoRights />
}

function Kinds() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const templates = useQuery(templatesQuery)
  const late = useDelayed(templates.isPending)
  const [act, setAct] = useState<Act>()
  const done = () => {
    void queries.invalidateQueries({ queryKey: templatesQuery.queryKey })
    setAct(undefined)
  }
  return (
    <div className="page templates">
      <div className="page-head">
        <h1>{t('template.title')}</h1>
      </div>
      <p className="second">{t('template.means')}</p>
      {templates.isError && <ProblemAlert error={templates.error} title={t('template.failed')} onRetry={() => void templates.refetch()} />}
      {late && <div className="card card-body"><Skeleton active paragraph={{ rows: 6 }} /></div>}
      {templates.data?.kinds.map((kind) => <Kind key={kind.kind} kind={kind} onAct={setAct} />)}
      {act?.act === 'bring' && <BringDrawer kind={act.kind} onDone={done} onClose={() => setAct(undefined)} />}
      {act?.act === 'try' && act.version && <TryDrawer kind={act.kind} version={act.version} onClose={() => setAct(undefined)} />}
      {act?.act === 'put' && <PutDrawer kind={act.kind} version={act.version} onDone={done} onClose={() => setAct(undefined)} />}
    </div>
  )
}

function Kind({ kind, onAct }: { kind: TemplateKind; onAct: (act: Act) => void }) {
  const { t } = useTranslation()
  const { can } = useMe()
  const take = useMutation({ mutationFn: (which: { version?: string; own?: boolean }) => takeTemplate(kind.kind, `${kind.kind.toLowerCase()}.${endingOf(kind.kind)}`, which) })
  const now = kind.uses[0]
  const inForce = kind.versions.find(({ id }) => id === kind.inForce)
  return (
    <section className="card" data-testid={`template-${kind.kind}`}>
      <div className="card-head">
        <h2>
          {t(`template.kinds.${kind.kind}`)}
          <span className="second">
            {inForce && now ? (
              <>
                {t('template.inForceSince', { file: inForce.file, name: now.putBy })} <InstantText at={now.putAt} />
              </>
            ) : (
              t('template.own')
            )}
          </span>
        </h2>
        <span className="acts">
          <Button size="small" icon={<DownloadOutlined />} loading={take.isPending} onClick={() => take.mutate({})} data-testid={`take-${kind.kind}`}>
            {t('template.take')}
          </Button>
          {kind.inForce && can('template.approve') && (
            <ChangeButton size="small" onClick={() => onAct({ act: 'put', kind })} data-testid={`own-${kind.kind}`}>
              {t('template.backToOwn')}
            </ChangeButton>
          )}
          {can('template.write') && (
            <ChangeButton size="small" type="primary" icon={<UploadOutlined />} onClick={() => onAct({ act: 'bring', kind })} data-testid={`bring-${kind.kind}`}>
              {t('template.bring')}
            </ChangeButton>
          )}
        </span>
      </div>
      {kind.versions.length === 0 ? (
        <p className="empty">{t('template.none')}</p>
      ) : (
        <Table<TemplateVersion>
          size="small"
          rowKey="id"
          pagination={false}
          dataSource={kind.versions}
          columns={[
            { key: 'at', title: t('template.broughtAt'), width: 150, render: (_, { broughtAt }) => <InstantText at={broughtAt} /> },
            { key: 'by', title: t('template.broughtBy'), width: 180, dataIndex: 'broughtBy' },
            {
              key: 'note',
              title: t('template.note'),
              render: (_, { note, file, size, missing }) => (
                <>
                  {note}
                  <div className="third">
                    {file} ({sizeText(size, currentLanguage())})
                  </div>
                  {missing.length > 0 && (
                    <details>
                      <summary>{t('template.missing', { count: missing.length })}</summary>
                      <code>{missing.join(' · ')}</code>
                    </details>
                  )}
                </>
              ),
            },
            { key: 'state', title: t('template.state'), width: 120, render: (_, version) => <State kind={kind} version={version} /> },
            {
              key: 'acts',
              title: t('template.acts'),
              width: 300,
              render: (_, version) => (
                <span className="acts">
                  <Button size="small" onClick={() => take.mutate({ version: version.id })} aria-label={t('template.takeOne', { file: version.file })}>
                    {t('template.takeShort')}
                  </Button>
                  {can('template.write') && (
                    <Button size="small" onClick={() => onAct({ act: 'try', kind, version })} data-testid={`try-${version.id}`}>
                      {t('template.try')}
                    </Button>
                  )}
                  {can('template.approve') && version.id !== kind.inForce && (
                    <ChangeButton
                      size="small"
                      disabled={version.own}
                      onClick={() => onAct({ act: 'put', kind, version })}
                      data-testid={`put-${version.id}`}
                      aria-label={version.own ? t('template.putByAnother') : undefined}
                    >
                      {t('template.put')}
                    </ChangeButton>
                  )}
                </span>
              ),
            },
          ]}
        />
      )}
      <Modal open={take.isError} title={t('template.take')} footer={null} onCancel={() => take.reset()}>
        {take.isError && <ProblemAlert error={take.error} title={t('paper.failed')} />}
      </Modal>
    </section>
  )
}

const LOOKS = {
  inForce: { color: 'success', icon: <CheckCircleOutlined /> },
  waiting: { color: 'warning', icon: <EditOutlined /> },
  earlier: { color: 'default', icon: <StopOutlined /> },
} as const

function State({ kind, version }: { kind: TemplateKind; version: TemplateVersion }) {
  const { t } = useTranslation()
  const state = version.id === kind.inForce ? 'inForce' : kind.uses.some(({ templateId }) => templateId === version.id) ? 'earlier' : 'waiting'
  return (
    <Tag icon={LOOKS[state].icon} color={LOOKS[state].color}>
      {t(`template.states.${state}`)}
    </Tag>
  )
}

function BringDrawer({ kind, onDone, onClose }: { kind: TemplateKind; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  const sized: FormRule = {
    validator: (_, file: File | undefined) =>
      !file || file.size <= LARGEST ? Promise.resolve() : Promise.reject(new Error(t('documents.tooLarge', { size: sizeText(LARGEST, currentLanguage()) }))),
  }
  return (
    <AskDrawer<{ content: File; note: string }, unknown>
      title={t('template.bring')}
      confirmTestId="confirm-bring"
      about={
        <>
          <p>
            <b>{t(`template.kinds.${kind.kind}`)}</b>
          </p>
          <p className="second">{t('template.bringMeans')}</p>
          {kind.kind === 'STATISTICS' && <p className="second">{t('template.sheetMeans', { open: '{{', close: '}}' })}</p>}
        </>
      }
      names={['content', 'note']}
      initial={{}}
      send={(typed, key) => bringTemplate(kind.kind, typed.content, typed.note, key)}
      onDone={onDone}
      onClose={onClose}
      fields={
        <>
          <Form.Item name="content" label={t('documents.file')} rules={[{ required: true, message: t('documents.chooseFile') }, sized]}>
            <FilePicker accept={`.${endingOf(kind.kind)}`} hint={t(`template.taken.${endingOf(kind.kind)}`)} />
          </Form.Item>
          <Form.Item name="note" label={t('template.note')} rules={[required(t, t('template.note')), { min: 3, max: 500, message: t('form.reasonLength') }]}>
            <Input.TextArea rows={2} maxLength={500} data-testid="field-note" />
          </Form.Item>
        </>
      }
    />
  )
}

function TryDrawer({ kind, version, onClose }: { kind: TemplateKind; version: TemplateVersion; onClose: () => void }) {
  const { t } = useTranslation()
  const isSheet = endingOf(kind.kind) === 'xlsx'
  const [about, setAbout] = useState<string>()
  return (
    <Drawer open size={480} title={<h2>{t('template.try')}</h2>} onClose={onClose}>
      <p>
        <b>{t(`template.kinds.${kind.kind}`)}</b> · {version.file}
      </p>
      <p className="second">{t(isSheet ? 'template.trySheetMeans' : 'template.tryMeans')}</p>
      <Form layout="vertical">
        {isSheet ? (
          <Form.Item required label={t('template.unit')}>
            <UnitPicker value={about} onChange={setAbout} aria-label={t('template.unit')} data-testid="try-unit" />
          </Form.Item>
        ) : (
          <Form.Item required label={t('template.person')}>
            <PersonPicker value={about} onChange={setAbout} aria-label={t('template.person')} data-testid="try-person" />
          </Form.Item>
        )}
      </Form>
      {about && (
        <PaperButtons
          service="personnel"
          label={t(isSheet ? 'template.tryAsSheet' : 'template.tryAs')}
          name={`thu-${kind.kind.toLowerCase()}`}
          sensitive={t(isSheet ? 'statistics.hidden' : 'cvForms.what')}
          testId="try-paper"
          only={isSheet ? 'xlsx' : undefined}
          ask={tryTemplate(kind.kind, version.id, isSheet ? { unit: about } : { person: about })}
        />
      )}
    </Drawer>
  )
}

function PutDrawer({ kind, version, onDone, onClose }: { kind: TemplateKind; version?: TemplateVersion; onDone: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <AskDrawer<{ reason: string }, unknown>
      title={version ? t('template.put') : t('template.backToOwn')}
      confirmTestId="confirm-put"
      about={
        <>
          <p>
            <b>{t(`template.kinds.${kind.kind}`)}</b> · {version ? version.file : t('template.own')}
          </p>
          <p className="second">{t('template.putMeans')}</p>
        </>
      }
      names={['reason', 'templateId']}
      initial={{}}
      send={(typed) => putTemplate(kind.kind, kind.revision, version?.id, typed.reason)}
      onDone={onDone}
      onClose={onClose}
      fields={<ReasonField />}
    />
  )
}
