import fc from 'fast-check';
import { day, hour, second } from '@/lib/time';
import { commandFor, type Edit, edits } from '@/sync/testing/edits';
import type { ModelClient } from '@/sync/testing/modelClient';
import type { ModelServer } from '@/sync/testing/modelServer';
import type { VirtualClock } from '@/sync/testing/virtualClock';

const clients = 3;

const faults = ['loseCall', 'loseArrival', 'repeatPush', 'reorder', 'cut', 'head'] as const;

export type Step =
  | { readonly do: 'edit'; readonly client: number; readonly edit: Edit; readonly pick: number }
  | { readonly do: 'serve' | 'serveTwice' | 'deliver' | 'run'; readonly client: number; readonly count: number }
  | { readonly do: 'fault'; readonly client: number; readonly fault: (typeof faults)[number] }
  | { readonly do: 'undecided'; readonly client: number; readonly when: 'before' | 'after' | undefined }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'restart' | 'crash' | 'seen'; readonly client: number }
  /** Whether a transfer is taken by the other list, or one arrives from there. */
  | { readonly do: 'otherList'; readonly what: 'taken' | 'refused' | 'receive' }
  | { readonly do: 'setClock'; readonly ms: number }
  | { readonly do: 'restorePast'; readonly lost: number };

const client = fc.nat(clients - 1);

export const history: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 16,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        client,
        edit: fc.constantFrom(...edits),
        pick: fc.nat(99),
      }),
    },
    {
      weight: 16,
      arbitrary: fc.record({
        do: fc.constantFrom('serve', 'deliver', 'run', 'run'),
        client,
        count: fc.integer({ min: 1, max: 5 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('serveTwice' as const), client, count: fc.constant(1) }) },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('fault' as const), client, fault: fc.constantFrom(...faults) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('undecided' as const),
        client,
        when: fc.constantFrom('before', 'after', undefined),
      }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(5, 20, 300, 2_500, 11_000) }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('restart', 'crash', 'seen'), client }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('otherList' as const),
        what: fc.constantFrom('taken', 'refused', 'receive'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('setClock' as const),
        ms: fc.constantFrom(-2 * hour, -90 * second, 90 * second, 30 * day),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restorePast' as const), lost: fc.nat(4) }) },
  ),
  { minLength: 30, maxLength: 120, size: 'max' },
) as fc.Arbitrary<Step[]>;

export interface World {
  readonly server: ModelServer;
  readonly clock: VirtualClock;
  readonly clients: readonly ModelClient[];
}

export async function play(world: World, step: Step): Promise<void> {
  if (step.do === 'pass') return world.clock.pass(step.ms);
  if (step.do === 'restorePast') {
    world.server.restorePast(step.lost);
    return world.clock.pass(0);
  }
  if (step.do === 'otherList') {
    if (step.what === 'receive') world.server.receive(world.clock.now());
    else world.server.endTransfers(step.what, world.clock.now());
    return world.clock.pass(0);
  }
  if (step.do === 'setClock') return world.clock.jump(step.ms);
  const actor = world.clients[step.client] as ModelClient;
  switch (step.do) {
    case 'edit':
      edit(actor, step.edit, step.pick);
      break;
    case 'serve':
      actor.link.serve(step.count);
      break;
    case 'serveTwice':
      actor.link.serve(step.count, 2);
      break;
    case 'deliver':
      actor.link.deliver(step.count);
      break;
    case 'run':
      await run(world, actor, step.count);
      break;
    case 'fault':
      actor.link[step.fault]();
      break;
    case 'undecided':
      actor.link.undecided = step.when;
      break;
    case 'restart':
      actor.restart();
      break;
    case 'crash':
      actor.crash();
      break;
    case 'seen':
      if (actor.isOpen) actor.engine.poke();
      break;
  }
  await world.clock.pass(0);
}

/** A stretch of an ordinary day: calls are served, answers and pushes arrive. */
async function run(world: World, actor: ModelClient, rounds: number): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    actor.link.serve(3);
    actor.link.push();
    actor.link.deliver(5);
    await world.clock.pass(16);
  }
}

/** All faults end; enough time passes for everything to find its place. */
export async function calm(world: World): Promise<void> {
  for (const each of world.clients) {
    each.link.undecided = undefined;
    if (!each.isOpen) each.restart();
  }
  let quiet = 0;
  for (let round = 0; round < 60 && quiet < 3; round++) {
    world.server.endTransfers('taken', world.clock.now());
    for (const each of world.clients) {
      if (round % 5 === 4) each.link.head();
      await run(world, each, 2);
    }
    await world.clock.pass(1_000);
    const { version, historyId } = world.server;
    const there = world.clients.every(({ view }) => view?.version === version && view.historyId === historyId);
    quiet = there && world.clients.every(({ badge }) => badge?.kind === 'live') ? quiet + 1 : 0;
  }
}

function edit(actor: ModelClient, kind: Edit, pick: number): void {
  const command = actor.view && commandFor(actor.view, kind, pick);
  if (command) actor.execute(command);
}
