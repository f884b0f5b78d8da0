import { App as AntApp, ConfigProvider, theme as antTheme, type ThemeConfig } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLanguage } from '@/shared/hooks/useLanguage'
import { ModeContext } from './mode'
import { palettes, type Mode } from './palette'

const STORED = 'ww.mode'

const FONT =
  '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif'

export function ThemeProvider({ children }: { children: ReactNode }) {
  const [mode, setMode] = useState<Mode>(startMode)
  const language = useLanguage()

  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = mode
    root.style.colorScheme = mode
    for (const [name, colour] of Object.entries(palettes[mode])) {
      root.style.setProperty(`--ww-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, colour)
    }
    localStorage.setItem(STORED, mode)
  }, [mode])

  const config = useMemo(() => themeOf(mode), [mode])
  const toggle = useMemo(() => ({ mode, toggle: () => setMode(mode === 'light' ? 'dark' : 'light') }), [mode])

  return (
    <ModeContext value={toggle}>
      <ConfigProvider theme={config} locale={language === 'zh' ? zhCN : enGB} button={{ autoInsertSpace: false }}>
        <AntApp component={false}>{children}</AntApp>
      </ConfigProvider>
    </ModeContext>
  )
}

function themeOf(mode: Mode): ThemeConfig {
  const colours = palettes[mode]
  return {
    algorithm: mode === 'dark' ? antTheme.darkAlgorithm : antTheme.defaultAlgorithm,
    token: {
      colorPrimary: colours.primary,
      colorInfo: colours.primary,
      colorLink: colours.primary,
      colorBgLayout: colours.ground,
      colorBgContainer: colours.surface,
      colorBgElevated: mode === 'dark' ? '#16292D' : colours.surface,
      colorText: colours.text,
      colorTextDescription: colours.muted,
      colorBorderSecondary: colours.line,
      borderRadius: 8,
      fontSize: 14,
      fontFamily: FONT,
    },
    components: {
      Table: { headerBg: 'transparent', headerColor: colours.muted, headerSplitColor: 'transparent', cellPaddingInline: 16, cellPaddingInlineMD: 14, cellPaddingInlineSM: 12 },
      Tabs: { horizontalMargin: '0 0 16px 0' },
    },
  }
}

function startMode(): Mode {
  const stored = localStorage.getItem(STORED)
  if (stored === 'light' || stored === 'dark') return stored
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
