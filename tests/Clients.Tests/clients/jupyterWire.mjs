// A Jupyter client over zeromq.js that talks as VS Code does: one routing id on shell, control and stdin, no heartbeat.
import { createHmac, randomUUID } from "node:crypto";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as zmq from "zeromq";

const delimiter = "<IDS|MSG>";

export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

export async function within(promise, milliseconds, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${milliseconds / 1000} s`)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
  })));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** A kernel process started from its kernel.json. */
export class Kernel {
  static async start(kernelJson) {
    const kernel = new Kernel();
    kernel.folder = mkdtempSync(join(tmpdir(), "kernel-"));
    const [shell, control, stdin, iopub, heartbeat] = await freePorts(5);
    kernel.connection = {
      shell_port: shell, control_port: control, stdin_port: stdin, iopub_port: iopub, hb_port: heartbeat,
      ip: "127.0.0.1", transport: "tcp", key: randomUUID(), signature_scheme: "hmac-sha256", kernel_name: ".net-csharp",
    };
    const file = join(kernel.folder, "connection.json");
    writeFileSync(file, JSON.stringify(kernel.connection));
    const spec = JSON.parse(readFileSync(kernelJson, "utf8"));
    const [program, ...rest] = spec.argv.map((part) => part.replace("{connection_file}", file));
    kernel.process = spawn(program, rest, { cwd: kernel.folder, env: { ...process.env, ...spec.env }, stdio: ["ignore", "pipe", "pipe"] });
    kernel.log = "";
    kernel.process.stdout.on("data", (data) => { kernel.log += data; });
    kernel.process.stderr.on("data", (data) => { kernel.log += data; });
    kernel.ended = new Promise((resolve) => kernel.process.on("exit", (code, signal) => resolve(signal ?? code)));
    return kernel;
  }

  async stop() {
    this.process.kill("SIGKILL");
    await this.ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** One client; `id` is its routing id. */
export class Client {
  constructor(connection, id = randomUUID()) {
    this.key = connection.key;
    this.session = randomUUID();
    this.received = [];
    this.waiting = [];
    this.inputs = [];
    this.closed = false;
    for (const name of ["shell", "control", "stdin"]) {
      this[name] = new zmq.Dealer({ routingId: id, linger: 0 });
      this[name].connect(`tcp://127.0.0.1:${connection[`${name}_port`]}`);
      this.#read(name);
    }

    this.iopub = new zmq.Subscriber({ linger: 0, receiveHighWaterMark: 0 });
    this.iopub.connect(`tcp://127.0.0.1:${connection.iopub_port}`);
    this.iopub.subscribe();
    this.#read("iopub");
  }

  async #read(channel) {
    try {
      for await (const frames of this[channel]) {
        const at = frames.findIndex((frame) => frame.toString() === delimiter);
        const parts = frames.slice(at + 2, at + 6);
        if (this.#sign(parts) !== frames[at + 1].toString()) {
          throw new Error(`a message on ${channel} has a wrong signature`);
        }

        const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString()));
        this.#arrived({ channel, header, parent, metadata, content });
      }
    } catch (error) {
      if (!this.closed) {
        throw error;
      }
    }
  }

  #arrived(message) {
    if (message.channel === "stdin" && this.inputs.length > 0) {
      this.send("stdin", "input_reply", { status: "ok", value: this.inputs.shift() }, message.header);
    }

    this.received.push(message);
    for (const waiter of this.waiting.filter((entry) => entry.matches(message))) {
      this.waiting.splice(this.waiting.indexOf(waiter), 1);
      waiter.resolve(message);
    }
  }

  #sign(parts) {
    const hmac = createHmac("sha256", this.key);
    parts.forEach((part) => hmac.update(part));
    return hmac.digest("hex");
  }

  async send(channel, type, content, parent = {}) {
    const header = { msg_id: randomUUID(), session: this.session, username: "", date: new Date().toISOString(), msg_type: type, version: "5.2" };
    const parts = [header, parent, {}, content].map((part) => Buffer.from(JSON.stringify(part)));
    await this[channel].send([delimiter, this.#sign(parts), ...parts]);
    return header.msg_id;
  }

  /** The first message that matches, whether it has come already or not. */
  wait(matches, what, milliseconds = 60_000) {
    const known = this.received.find(matches);
    const coming = known ? Promise.resolve(known) : new Promise((resolve) => this.waiting.push({ matches, resolve }));
    return within(coming, milliseconds, what);
  }

  async request(channel, type, content = {}) {
    const id = await this.send(channel, type, content);
    return this.wait((m) => m.channel === channel && m.parent.msg_id === id, `the reply to ${type} on ${channel}`);
  }

  /** Starts a cell. */
  start(code) {
    return this.send("shell", "execute_request", {
      code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, stop_on_error: false,
    });
  }

  /** Waits until a cell has ended and gives its reply and its messages. */
  async finish(id, milliseconds = 60_000) {
    const reply = await this.wait((m) => m.channel === "shell" && m.parent.msg_id === id, "execute_reply", milliseconds);
    await this.wait((m) => m.channel === "iopub" && m.parent.msg_id === id && m.content.execution_state === "idle", "idle", milliseconds);
    const output = this.received.filter((m) => m.channel === "iopub" && m.parent.msg_id === id);
    return { reply: reply.content, output };
  }

  async run(code, milliseconds) {
    return this.finish(await this.start(code), milliseconds);
  }

  /** Like VS Code: asks until iopub answers too, since a subscription takes a moment. */
  async ready() {
    for (let attempt = 0; attempt < 100; attempt++) {
      const id = await this.send("shell", "kernel_info_request", {});
      try {
        const idle = (m) => m.channel === "iopub" && m.parent.msg_id === id && m.content.execution_state === "idle";
        return await this.wait(idle, "the first status", attempt === 0 ? 10_000 : 1_000);
      } catch { /* once more */ }
    }

    throw new Error("the kernel never became ready");
  }

  close() {
    this.closed = true;
    for (const name of ["shell", "control", "stdin", "iopub"]) {
      this[name].close();
    }
  }
}
