import 'antd/dist/reset.css'
import './app/fonts.css'
import './app/base.css'
import './app/shell.css'
import './people/people.css'
import './dossier/dossier.css'
import './app/print.css'
import './i18n'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { giveStylesTheNonce } from './app/nonce'

giveStylesTheNonce()
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
