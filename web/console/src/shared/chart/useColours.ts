import { theme } from 'antd'

/** The one palette every chart draws with. */
export function useColours() {
  const { token } = theme.useToken()
  return {
    water: token.colorPrimary,
    sun: '#F2A541',
    text: token.colorText,
    muted: token.colorTextDescription,
    line: token.colorBorderSecondary,
    surface: token.colorBgElevated,
  }
}

export type Colours = ReturnType<typeof useColours>
