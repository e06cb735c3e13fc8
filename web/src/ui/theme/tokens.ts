/** Every colour of the product, once. MUI turns them into CSS variables (`--tl-palette-…`) that the CSS modules use too. */
export interface Tokens {
  page: string;
  surface: string;
  raised: string;
  border: string;
  strongBorder: string;
  /** Borders of inputs: the only ones that carry meaning, so they keep 3 : 1 against every ground. */
  inputBorder: string;
  hover: string;
  text: string;
  muted: string;
  disabled: string;
  accent: string;
  accentHover: string;
  onAccent: string;
  accentSoft: string;
  good: string;
  goodSoft: string;
  warn: string;
  warnSoft: string;
  bad: string;
  badSoft: string;
  onBad: string;
  toast: string;
  onToast: string;
  toastAction: string;
  scrim: string;
}

export const light: Tokens = {
  page: '#F7F7F9',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  border: '#E4E5EA',
  strongBorder: '#C9CBD3',
  inputBorder: '#868996',
  hover: '#EDEEF2',
  text: '#1B1C21',
  muted: '#5B5E6B',
  disabled: '#9093A0',
  accent: '#4A55D1',
  accentHover: '#3C46B4',
  onAccent: '#FFFFFF',
  accentSoft: '#ECEEFC',
  good: '#1E7F4F',
  goodSoft: '#EAF7F0',
  warn: '#8A5700',
  warnSoft: '#FCF1DC',
  bad: '#B3261E',
  badSoft: '#FCE9E7',
  onBad: '#FFFFFF',
  toast: '#24262D',
  onToast: '#F4F5F8',
  toastAction: '#B4BBFF',
  scrim: '#1B1C2152',
};

export const dark: Tokens = {
  page: '#101114',
  surface: '#17181C',
  raised: '#1E2025',
  border: '#2A2C33',
  strongBorder: '#3C3F48',
  inputBorder: '#70737F',
  hover: '#25272D',
  text: '#ECEDF1',
  muted: '#A3A6B3',
  disabled: '#6B6E7A',
  accent: '#97A0FF',
  accentHover: '#B1B8FF',
  onAccent: '#14161F',
  accentSoft: '#23264A',
  good: '#5CC38B',
  goodSoft: '#173326',
  warn: '#E5AE4C',
  warnSoft: '#372A12',
  bad: '#F2857D',
  badSoft: '#3D1F1D',
  onBad: '#1B0F0E',
  toast: '#ECEDF1',
  onToast: '#1B1C21',
  toastAction: '#3C46B4',
  scrim: '#00000099',
};

/** One label colour: a soft ground with strong text on it, and a solid tone for dots. */
export interface LabelTone {
  soft: string;
  strong: string;
  dot: string;
}

const tone = (soft: string, strong: string, dot: string): LabelTone => ({ soft, strong, dot });

export const lightLabels = {
  red: tone('#FCE7E6', '#A3241D', '#D9483F'),
  orange: tone('#FDEBDD', '#944210', '#E07B35'),
  amber: tone('#FBF2CF', '#735200', '#D3A413'),
  green: tone('#DFF3E7', '#1B6B44', '#35A76D'),
  teal: tone('#DBF2F1', '#14656A', '#2AA2A6'),
  blue: tone('#E1EEFC', '#1D5A9E', '#3E8AE0'),
  indigo: tone('#E8E9FD', '#4247B5', '#6D74E3'),
  purple: tone('#F2E7FC', '#7331AE', '#A063DB'),
  pink: tone('#FCE6F1', '#9C2463', '#DA5197'),
  gray: tone('#ECEDF1', '#4B4E5A', '#80838F'),
};

export type LabelColor = keyof typeof lightLabels;

export const darkLabels: Record<LabelColor, LabelTone> = {
  red: tone('#43201E', '#F6A29B', '#E0645B'),
  orange: tone('#43290F', '#F4B37F', '#E08747'),
  amber: tone('#3C310B', '#E8C75C', '#D1A82B'),
  green: tone('#16352A', '#7FD4A5', '#3FAF77'),
  teal: tone('#10383A', '#74D0D2', '#35A9AD'),
  blue: tone('#162F4D', '#8FC1F7', '#4A93E4'),
  indigo: tone('#262A55', '#B0B5FA', '#7C84EA'),
  purple: tone('#36234E', '#D0A6F7', '#A56CDF'),
  pink: tone('#431E33', '#F29BC6', '#DB5F9E'),
  gray: tone('#2C2E36', '#C3C6D1', '#8A8D99'),
};

export const labelColors = Object.keys(lightLabels) as LabelColor[];
