export { FriendSourcesPage } from './pages/FriendSourcesPage'
export { GuidesPage } from './pages/GuidesPage'
export { WecomPage } from './pages/WecomPage'
