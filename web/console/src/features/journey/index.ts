export { JourneyHealthPage } from './pages/JourneyHealthPage'
export { JourneyPage } from './pages/JourneyPage'
export { JourneysPage } from './pages/JourneysPage'
export { PlaysPage } from './pages/PlaysPage'
