export { ImportPage } from './pages/ImportPage'
export { ImportsPage } from './pages/ImportsPage'
export { NewImportPage } from './pages/NewImportPage'
export { SourcesPage } from './pages/SourcesPage'
