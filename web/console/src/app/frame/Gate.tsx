import { Spin } from 'antd'
import { Navigate, Outlet, useLocation } from 'react-router'
import { ProblemView } from '@/shared/components/ProblemView'
import { hasStatus } from '@/shared/api/problem'
import { useSession } from '@/shared/hooks/useSession'

/** Lets signed-in people through, and those with a one-time password only to changing it. */
export function Gate() {
  const session = useSession()
  const { pathname, search } = useLocation()
  const signedOut = session.data ? !session.data.person : hasStatus(session.error, 401)

  if (session.isPending) return <Spin fullscreen />
  if (session.error && !signedOut) return <ProblemView error={session.error} onRetry={() => void session.refetch()} />
  if (signedOut || !session.data?.person) {
    const back = pathname === '/' ? '' : `?back=${encodeURIComponent(pathname + search)}`
    return <Navigate to={`/sign-in${back}`} replace />
  }
  if (session.data.person.mustChangePassword && pathname !== '/change-password') {
    return <Navigate to="/change-password" replace />
  }
  return <Outlet />
}
