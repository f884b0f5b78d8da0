export { HomePage } from './pages/HomePage'
export { RepurchasePage } from './pages/RepurchasePage'
