import { createRoot } from 'react-dom/client'
import { configureClient } from '@/shared/api/configure'
import { Console } from './Console'
import { startI18n } from './i18n'
import './styles/base.css'

async function start() {
  if (import.meta.env.MODE === 'mock') await (await import('@mock/browser')).startMock()
  configureClient()
  startI18n()
  createRoot(document.getElementById('root') as HTMLElement).render(<Console />)
}

void start()
