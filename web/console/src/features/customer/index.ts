export { CustomerPage } from './pages/CustomerPage'
export { CustomersPage } from './pages/CustomersPage'
export { IdentityReviewPage } from './pages/IdentityReviewPage'
export { SourcePriorityPage } from './pages/SourcePriorityPage'
