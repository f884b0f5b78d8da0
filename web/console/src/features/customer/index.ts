export { CustomerPage } from './pages/CustomerPage'
export { CustomersPage } from './pages/CustomersPage'
export { PrivacyPage } from './pages/PrivacyPage'
