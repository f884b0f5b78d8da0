import { NavBar } from 'antd-mobile'
import { useEffect, type ReactNode } from 'react'
import { useNavigate } from 'react-router'

/** A page below the first, with the way back. */
export function Page({ title, children }: { title: string; children: ReactNode }) {
  const navigate = useNavigate()
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <>
      <NavBar className="bar" onBack={() => (window.history.length > 1 ? navigate(-1) : navigate('/'))}>
        {title}
      </NavBar>
      <main className="page">{children}</main>
    </>
  )
}
