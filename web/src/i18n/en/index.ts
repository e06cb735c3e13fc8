import { enUS } from '@mui/material/locale';
import across from '@/i18n/en/across.json';
import actions from '@/i18n/en/actions.json';
import auth from '@/i18n/en/auth.json';
import board from '@/i18n/en/board.json';
import codes from '@/i18n/en/codes.json';
import connection from '@/i18n/en/connection.json';
import filter from '@/i18n/en/filter.json';
import history from '@/i18n/en/history.json';
import inbox from '@/i18n/en/inbox.json';
import lists from '@/i18n/en/lists.json';
import people from '@/i18n/en/people.json';
import settings from '@/i18n/en/settings.json';
import shell from '@/i18n/en/shell.json';
import task from '@/i18n/en/task.json';
import views from '@/i18n/en/views.json';
import webhooks from '@/i18n/en/webhooks.json';

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
export const components = enUS;
