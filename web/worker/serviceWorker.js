// Keeps the app itself on the device, so that it opens without a network. It keeps no data: what the lists say is the
// app's to keep, per user. The build puts the three values in.
const { build, entry, files } = __BUILD__;

const prefix = 'tasklist-app-';
const name = prefix + build;
const page = '/';
// A network that answers this late is as good as none.
const patienceMs = 4_000;
const foreign = /^\/(api|hubs|health|metrics|openapi|docs|ops)(\/|$)/;

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));
addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (!foreign.test(pathname)) event.respondWith(freshest(request, page));
  } else if (pathname.startsWith('/assets/')) event.respondWith(anyOf(request));
  else if (files.includes(pathname)) event.respondWith(freshest(request, pathname));
});

async function keep() {
  const cache = await caches.open(name);
  await cache.addAll(files.map((path) => new Request(path, path.startsWith('/assets/') ? {} : { cache: 'no-cache' })));
  await skipWaiting();
}

async function takeOver() {
  const kept = (await caches.keys()).filter((each) => each.startsWith(prefix) && each !== name);
  // The build before stays: a tab that still runs it may ask for a part that the server no longer has.
  for (const old of kept.slice(0, -1)) await caches.delete(old);
  await clients.claim();
  for (const client of await clients.matchAll()) client.postMessage({ entry });
}

/** Names with a hash never change what they mean, whatever build they belong to. */
async function anyOf(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** The server's answer; the kept one where there is none, none in time, or only a proxy's excuse. */
async function freshest(request, path) {
  const kept = await (await caches.open(name)).match(path);
  if (!kept) return fetch(request);
  const late = new Promise((resolve) => setTimeout(resolve, patienceMs));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  return answer && answer.status < 500 ? answer : kept;
}
