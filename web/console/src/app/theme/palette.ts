export type Mode = 'light' | 'dark'

/** The colours of water and sun, given to antd, to our own CSS and to the charts alike. */
export const palettes = {
  light: {
    primary: '#0E7C86',
    accent: '#F2A541',
    accentText: '#9A5F0B',
    ground: '#F2F6F6',
    surface: '#FFFFFF',
    sunken: '#EFF5F5',
    line: '#DFE8E8',
    text: '#14292C',
    muted: '#5C7074',
  },
  dark: {
    primary: '#2AA3AE',
    accent: '#F2A541',
    accentText: '#F0B568',
    ground: '#0A1517',
    surface: '#102023',
    sunken: '#182C30',
    line: '#223A3F',
    text: '#E3EEEE',
    muted: '#92A8AB',
  },
} as const
