export { TagsPage } from './pages/TagsPage'
