// A board on Socket.IO as one would write it in an afternoon. With PEER_POSTGRES each edit is one UPDATE before it is told to anybody.
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import pg from "pg";
import { Server } from "socket.io";

const historyId = randomUUID();
const boards = new Map();
const pool = process.env.PEER_POSTGRES ? new pg.Pool({ ...JSON.parse(process.env.PEER_POSTGRES), max: 32 }) : null;

function board(listId) {
  if (!boards.has(listId)) boards.set(listId, { version: 0, head: {}, tasks: new Map() });
  return boards.get(listId);
}

// The product's own snapshot of a list becomes the board here, so that both load the same thing.
async function seed(snapshot) {
  const { tasks, ...head } = snapshot;
  const made = board(snapshot.listId);
  made.head = head;
  made.tasks = new Map(tasks.map((task) => [task.taskId, task]));
  if (!pool) return;
  for (let at = 0; at < tasks.length; at += 1000) {
    const part = tasks.slice(at, at + 1000);
    await pool.query("INSERT INTO peer_task (id, list_id, title, rest) SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[])", [
      part.map((task) => task.taskId),
      part.map(() => snapshot.listId),
      part.map((task) => task.title),
      part.map(({ taskId, title, ...rest }) => JSON.stringify(rest)),
    ]);
  }
}

async function picture(listId) {
  const { version, head, tasks } = board(listId);
  if (!pool) return { historyId, version, snapshot: { ...head, tasks: [...tasks.values()] } };
  const { rows } = await pool.query({ name: "load", text: "SELECT id, title, rest FROM peer_task WHERE list_id = $1", values: [listId] });
  return { historyId, version, snapshot: { ...head, tasks: rows.map(({ id, title, rest }) => ({ taskId: id, title, ...JSON.parse(rest) })) } };
}

async function save(listId, { taskId, title }) {
  if (!pool) {
    const task = board(listId).tasks.get(taskId);
    if (task) task.title = title;
    return task !== undefined;
  }
  const { rowCount } = await pool.query({ name: "edit", text: "UPDATE peer_task SET title = $1 WHERE id = $2", values: [title, taskId] });
  return rowCount === 1;
}

const http = createServer(async (request, response) => {
  if (request.method !== "POST") return response.writeHead(200).end("ready");
  const parts = [];
  for await (const part of request) parts.push(part);
  await seed(JSON.parse(Buffer.concat(parts).toString()));
  response.writeHead(204).end();
});

const io = new Server(http, { transports: ["websocket"], serveClient: false });
io.on("connection", (socket) => {
  socket.on("open", async (listId, answer) => {
    await socket.join(listId);
    answer(await picture(listId));
  });
  socket.on("edit", async (listId, command, answer) => {
    if (!(await save(listId, command))) return answer({ accepted: false, code: "taskNotFound" });
    const version = ++board(listId).version;
    const events = [{ type: "taskEdited", taskId: command.taskId, title: command.title }];
    const change = { listId, version, commandId: command.commandId, actorId: historyId, at: new Date().toISOString(), events };
    io.to(listId).emit("changed", { listId, historyId, changes: [change] });
    answer({ accepted: true, version });
  });
});
http.listen(Number(process.env.PEER_PORT), "127.0.0.1");
