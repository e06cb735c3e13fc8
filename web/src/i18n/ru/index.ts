import { ruRU } from '@mui/material/locale';
import across from '@/i18n/ru/across.json';
import actions from '@/i18n/ru/actions.json';
import auth from '@/i18n/ru/auth.json';
import board from '@/i18n/ru/board.json';
import codes from '@/i18n/ru/codes.json';
import connection from '@/i18n/ru/connection.json';
import filter from '@/i18n/ru/filter.json';
import history from '@/i18n/ru/history.json';
import inbox from '@/i18n/ru/inbox.json';
import lists from '@/i18n/ru/lists.json';
import people from '@/i18n/ru/people.json';
import settings from '@/i18n/ru/settings.json';
import shell from '@/i18n/ru/shell.json';
import task from '@/i18n/ru/task.json';
import views from '@/i18n/ru/views.json';
import webhooks from '@/i18n/ru/webhooks.json';

export const texts = {
  across,
  actions,
  auth,
  board,
  codes,
  connection,
  filter,
  history,
  inbox,
  lists,
  people,
  settings,
  shell,
  task,
  views,
  webhooks,
};

/** The few words that the component library brings. */
export const components = ruRU;
