import 'antd-mobile/es/global'
import './style.css'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { configureClient } from '@/shared/client'
import { bigType } from '@/shared/bigType'
import '@/shared/reactRoots'

configureClient()
bigType.restore()
createRoot(document.getElementById('root')!).render(<App />)
