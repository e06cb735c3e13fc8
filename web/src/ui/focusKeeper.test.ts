// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { keepFocus } from '@/ui/focusKeeper';

let stop = () => {};
beforeEach(() => {
  // jsdom lays nothing out: everything that is there is seen.
  HTMLElement.prototype.checkVisibility = () => true;
  stop = keepFocus(document);
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

function show(html: string): void {
  document.body.innerHTML = `<div>${html}</div>`;
}
const rows = (...names: string[]) =>
  `<ul>${names.map((name) => `<li id="${name}"><button>Edit ${name}</button><button>Remove ${name}</button></li>`).join('')}</ul>`;
const button = (words: string) => [...document.querySelectorAll('button')].find((each) => each.textContent === words);
const press = (words: string) => button(words)?.focus();
/** As a page does it: in a task of its own, answered before the next one. */
async function changed(change: () => void): Promise<string> {
  change();
  await Promise.resolve();
  return document.activeElement?.textContent || (document.activeElement?.id ?? '');
}

it('TheNextRowsSameControlTakesOver', async () => {
  show(rows('a', 'b', 'c'));
  press('Remove b');
  expect(await changed(() => document.getElementById('b')?.remove())).toBe('Remove c');
  expect(await changed(() => document.getElementById('c')?.remove())).toBe('Remove a');
});

it('AfterTheLastRowTheDialogStillHasTheFocus', async () => {
  show(`<div role="dialog" tabindex="-1" id="dialog"><button disabled>Add</button>${rows('a')}</div>`);
  press('Remove a');
  expect(await changed(() => document.getElementById('a')?.remove())).toBe('Add');
  expect(document.activeElement?.id).toBe('dialog');
});

it('AFieldThatEndsHandsOverToWhatStandsInItsPlace', async () => {
  show('<section><h2>Name</h2><form><input></form><button>Else</button></section>');
  document.querySelector('input')?.focus();
  const after = await changed(() => {
    const name = document.createElement('button');
    name.textContent = 'Rename';
    document.querySelector('form')?.replaceWith(name);
  });
  expect(after).toBe('Rename');
});

it('WithinACardTheCardItselfTakesOver', async () => {
  show('<article tabindex="0" id="card"><button>Done</button><div><textarea></textarea></div></article>');
  document.querySelector('textarea')?.focus();
  await changed(() => document.querySelector('textarea')?.remove());
  expect(document.activeElement?.id).toBe('card');
});

it('ADialogThatClosesGivesBackToWhereTheWayToItBegan', async () => {
  show('<button>Menu</button>');
  press('Menu');
  const menu = document.createElement('div');
  menu.innerHTML = '<button>Webhooks</button>';
  document.body.append(menu);
  press('Webhooks');
  const dialog = document.createElement('div');
  dialog.innerHTML = '<div role="dialog"><button>Close</button></div>';
  document.body.append(dialog);
  menu.remove();
  press('Close');
  expect(await changed(() => dialog.remove())).toBe('Menu');
});

it('AControlThatIsSwitchedOffPassesTheFocusOn', async () => {
  show('<li><button>Up</button><button>Down</button></li>');
  press('Up');
  expect(await changed(() => button('Up')?.setAttribute('disabled', ''))).toBe('Down');
});

it('WhoPressedBesideEverythingIsLeftInPeace', async () => {
  show(rows('a', 'b'));
  press('Remove a');
  await changed(() => button('Remove a')?.blur());
  await changed(() => document.getElementById('a')?.remove());
  expect(document.activeElement).toBe(document.body);
});
