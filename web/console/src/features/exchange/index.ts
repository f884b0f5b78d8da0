export { ExchangePage } from './pages/ExchangePage'
