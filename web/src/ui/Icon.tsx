import styles from '@/ui/Icon.module.css';

// One family, one weight: strokes on a 20 px grid. A path per name keeps the whole set under 4 KB.
const paths = {
  add: 'M10 4v12M4 10h12',
  alert: 'M10 3.2 17.4 16H2.6L10 3.2ZM10 8v4M10 13.9v.1',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  bell: 'M5.5 13.5V9a4.5 4.5 0 0 1 9 0v4.5l1.2 1.5H4.3l1.2-1.5ZM8.4 17.2h3.2',
  board: 'M3.5 4h3.8v12H3.5zM9 4h3.8v8H9zM14.2 4h2.3v10h-2.3z',
  calendar: 'M4 5.5h12v10.5H4zM4 8.8h12M7 3.5v3.2M13 3.5v3.2',
  check: 'M4 10.5 8.2 14.7 16 6',
  checkCircle: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM6.8 10.2l2.3 2.3 4.1-4.7',
  checklist: 'M3.5 5.6 5 7.1l2.4-2.9M3.5 13.1 5 14.6l2.4-2.9M10 6h6.5M10 13.5h6.5',
  circle: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4Z',
  clock: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 6v4.3l2.8 1.7',
  close: 'M5 5l10 10M15 5 5 15',
  comment: 'M3.5 4.5h13v9.5H9.2L5.8 17v-3H3.5z',
  copy: 'M7.5 7.5h9v9h-9zM4.5 12.5h-1v-9h9v1',
  down: 'M5 7.5 10 12.5 15 7.5',
  edit: 'M4 16l.8-3.4 8.4-8.4 2.6 2.6-8.4 8.4L4 16ZM11.4 6l2.6 2.6',
  eye: 'M2.5 10S5.2 5 10 5s7.5 5 7.5 5-2.7 5-7.5 5-7.5-5-7.5-5ZM10 7.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4Z',
  eyeOff:
    'M3 3l14 14M8.2 5.2A7.8 7.8 0 0 1 10 5c4.8 0 7.5 5 7.5 5a13 13 0 0 1-2.3 2.8M12.3 14.6a7.5 7.5 0 0 1-2.3.4c-4.8 0-7.5-5-7.5-5a13.5 13.5 0 0 1 3.3-3.6M8.4 8.5a2.2 2.2 0 0 0 3.1 3.1',
  globe:
    'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM2.8 10h14.4M10 2.8c2.2 2 3.1 4.5 3.1 7.2s-.9 5.2-3.1 7.2c-2.2-2-3.1-4.5-3.1-7.2s.9-5.2 3.1-7.2Z',
  home: 'M3.5 9.2 10 3.8l6.5 5.4V16.3h-4.3v-4.6H7.8v4.6H3.5z',
  inbox: 'M3.5 11.2 5.7 4.5h8.6l2.2 6.7v4.8h-13zM3.5 11.2h3.7c.2 1.6 1.3 2.5 2.8 2.5s2.6-.9 2.8-2.5h3.7',
  leave: 'M8.5 3.5h-4.5v13h4.5M8.5 10h8M13.3 6.7l3.3 3.3-3.3 3.3',
  left: 'M12.5 4.5 7 10l5.5 5.5',
  link: 'M8.3 11.7l3.4-3.4M9.2 6.1l1.7-1.7a3.3 3.3 0 0 1 4.7 4.7l-1.7 1.7M10.8 13.9l-1.7 1.7a3.3 3.3 0 0 1-4.7-4.7l1.7-1.7',
  menu: 'M3.5 5.5h13M3.5 10h13M3.5 14.5h13',
  monitor: 'M3 4.5h14v9H3zM7.5 16.5h5M10 13.5v3',
  moon: 'M15.9 12.2A6.6 6.6 0 0 1 7.8 4.1a6.6 6.6 0 1 0 8.1 8.1Z',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  move: 'M3.5 10h11.5M11.2 6.2 15 10l-3.8 3.8M17 4.5v11',
  offline: 'M3 3l14 14M6.3 15.2h8.2M4.7 13.9a3.2 3.2 0 0 1 1.5-5.6M8.2 5.6a4.3 4.3 0 0 1 6.1 3.3 3.2 3.2 0 0 1 2 5',
  people:
    'M7.7 9.6a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.8 16.2c.2-2.7 2.2-4.3 4.9-4.3s4.7 1.6 4.9 4.3M12.7 4.2a2.8 2.8 0 0 1 0 5.2M14.2 12.2c1.8.6 2.9 2 3 4',
  person: 'M10 9.8a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM4.2 16.6c.3-3 2.6-4.7 5.8-4.7s5.5 1.7 5.8 4.7',
  plusCircle: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4ZM10 6.8v6.4M6.8 10h6.4',
  repeat:
    'M4 9.5V8a2.5 2.5 0 0 1 2.5-2.5H16M13.5 3 16 5.5 13.5 8M16 10.5V12a2.5 2.5 0 0 1-2.5 2.5H4M6.5 17 4 14.5 6.5 12',
  right: 'M7.5 4.5 13 10l-5.5 5.5',
  share: 'M10 12.2V3.5M6.7 6.5 10 3.2l3.3 3.3M5.5 9.5h-1.5v7h12v-7h-1.5',
  sidebar: 'M3.5 4h13v12h-13zM8 4v12',
  sun: 'M10 6.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4ZM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M15.3 4.7l-1.1 1.1M5.8 14.2l-1.1 1.1',
  tag: 'M3.5 3.5h6.2l6.9 6.9-6.2 6.2-6.9-6.9zM6.8 6.8h.01',
  trash: 'M4 5.8h12M8 5.8V3.7h4v2.1M5.3 5.8l.7 10.7h8l.7-10.7M8.5 8.8v4.9M11.5 8.8v4.9',
  up: 'M5 12.5 10 7.5l5 5',
  upload: 'M10 13V4.5M6.7 7.5 10 4.2l3.3 3.3M4 13v3.2h12V13',
} as const;

export type IconName = keyof typeof paths;

interface Props {
  name: IconName;
  size?: number;
  className?: string | undefined;
}

/** Always decoration: the words stand beside it or on the button that holds it. */
export function Icon({ name, size = 18, className }: Props) {
  return (
    <svg
      className={className ? `${styles['icon']} ${className}` : styles['icon']}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
