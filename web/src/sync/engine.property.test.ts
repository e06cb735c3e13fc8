import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Command } from '@/contract/commands';
import { uuidv7 } from '@/lib/uuidv7';
import { type Board, tasksOf } from '@/sync/board';
import { ListCopy } from '@/sync/listCopy';
import { MemoryOpStore } from '@/sync/memoryOpStore';
import type { PendingCommand } from '@/sync/ports';
import { project } from '@/sync/project';
import { Queue } from '@/sync/queue';
import { calm, history, play, type Step, type World } from '@/sync/testing/history';
import { ModelClient } from '@/sync/testing/modelClient';
import { ModelServer, type ServerFaults, snapshotOf } from '@/sync/testing/modelServer';
import { VirtualClock } from '@/sync/testing/virtualClock';
import { createdBy, needs } from '@/sync/touched';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 150);

async function live(steps: readonly Step[], faults: ServerFaults = {}): Promise<void> {
  const clock = new VirtualClock();
  const server = new ModelServer(faults);
  server.execute('founder', { commandId: 'c0', type: 'addSection', sectionId: 's0', name: 'To do' }, clock.now());
  const first = new ModelClient(server, clock, 'user0');
  // Two tabs of one user in one browser, and somebody else.
  const twin = new ModelClient(server, clock, 'user0', first);
  const world: World = { clock, server, clients: [first, twin, new ModelClient(server, clock, 'user1')] };
  const wrong: string[] = [];
  for (const client of world.clients)
    client.onShown = (view, before) => wrong.push(...faultsIn(view, before, client, server));
  for (const step of steps) await play(world, step);
  await calm(world);
  expect(wrong).toEqual([]);
  const ids = server.log.map((change) => change.commandId);
  expect(new Set(ids).size).toBe(ids.length);
  // Together: what one tab did to a task that its twin had made goes with the twin's.
  const made = world.clients.flatMap((client) => client.made).sort((a, b) => (a.commandId < b.commandId ? -1 : 1));
  expect(lost(made, server)).toEqual([]);
  for (const client of world.clients) {
    expect(client.badge).toEqual({ kind: 'live', unsent: 0 });
    expect(client.kept()).toEqual([]);
    expect(client.view && snapshotOf(client.view)).toEqual(server.snapshot());
  }
}

/** Each picture must be the server's board at that version with exactly those own commands on top that are not in it. */
function faultsIn(view: Board, before: Board | undefined, client: ModelClient, server: ModelServer): string[] {
  if (before?.historyId === view.historyId && before.version > view.version) return [`${client.userId} went back`];
  const board = server.boards[view.version];
  // A past that was thrown away stays on the screen until the new one has come.
  if (!board || board.historyId !== view.historyId) return [];
  const kept = client.kept();
  const isIn = ({ command }: PendingCommand) => (server.versionOf(command.commandId) ?? Infinity) <= view.version;
  const pending = kept.filter((each) => !isIn(each));
  // What a restore brings back is known here only if this tab saw it deleted; without that it waits for the server.
  if (pending.some(({ command }) => command.type === 'restoreTask')) return [];
  // What a dead tab had sent may be in the picture already: until the server has answered, it is drawn once more.
  if (kept.some((each) => isIn(each) && !client.own.has(each.command.commandId))) return [];
  const shown = JSON.stringify(snapshotOf(view));
  return shown === JSON.stringify(snapshotOf(project(board, pending, client.userId)))
    ? []
    : [`${client.userId} at ${view.version}: ${tasksOf(view).length}`];
}

/** Those neither in the log nor refused, by themselves or with what they were built on. */
function lost(made: readonly Command[], { log, refused }: ModelServer): Command[] {
  const known = new Set(log.map((change) => change.commandId));
  const turnedAway = new Set(refused.map((command) => command.commandId));
  const missing: string[] = [];
  return made.filter((command) => {
    if (known.has(command.commandId)) return false;
    const isExplained = turnedAway.has(command.commandId) || missing.some((id) => needs(command, id));
    const id = createdBy(command);
    if (isExplained && id !== undefined) missing.push(id);
    return !isExplained;
  });
}

const agreement = (faults?: ServerFaults) => fc.asyncProperty(history, (steps) => live(steps, faults));

test('EveryHistoryEndsInAgreementAndNeverShowsAnythingElse', { timeout: 120_000 }, () =>
  fc.assert(agreement(), { numRuns: runs }),
);

// A net that catches nothing proves nothing: each of these faults must be seen.
describe('PlantedFaultsAreSeen', { timeout: 60_000 }, () => {
  const seen = async (faults?: ServerFaults) => {
    const found = await fc.check(agreement(faults), { numRuns: 500, endOnFailure: true });
    expect(found.failed).toBe(true);
  };

  test('ServerCountsACommandTwice', () => seen({ forgetsCommands: true }));

  test('OpenDoesNotTellWhichPendingCommandsAreIn', () => seen({ keepsOutcomes: true }));

  test('CommandLeavesTheScreenWhenItIsAccepted', () => {
    vi.spyOn(Queue.prototype, 'accepted').mockImplementation(function (this: Queue, commandId) {
      this.settle(0, new Set([commandId]));
    });
    return seen();
  });

  test('WhatADeadTabLeftIsSentUnderNewIds', () => {
    const adopt = MemoryOpStore.prototype.adopt;
    vi.spyOn(MemoryOpStore.prototype, 'adopt').mockImplementation(async function (this: MemoryOpStore, shelf) {
      const left = await adopt.call(this, shelf);
      return left.map((each) => ({ ...each, command: { ...each.command, commandId: uuidv7() } }));
    });
    return seen();
  });

  test('ChangesAreAppliedWithoutLookingAtTheirVersion', () => {
    const hold = ListCopy.prototype.hold;
    vi.spyOn(ListCopy.prototype, 'hold').mockImplementation(function (this: ListCopy, historyId, changes) {
      const next = (this.board?.version ?? 0) + 1;
      hold.call(
        this,
        historyId,
        changes.map((change, at) => ({ ...change, version: next + at })),
      );
    });
    return seen();
  });
});
