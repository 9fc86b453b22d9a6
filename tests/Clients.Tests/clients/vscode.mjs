// The kernel as VS Code uses it: node vscode.mjs KERNEL.JSON. One line of JSON per case.
import { readdirSync, readFileSync } from "node:fs";
import { Client, Kernel, sleep, within } from "./jupyterWire.mjs";

const kernelJson = process.argv[2];

function check(condition, message) {
  if (!condition) {
    throw new Error(message);
  }
}

const text = (messages) => messages.filter((m) => m.header.msg_type === "stream").map((m) => m.content.text).join("");
const result = (messages) => messages.find((m) => m.header.msg_type === "execute_result")?.content.data["text/plain"];

/** Processes whose environment or command line names the connection file's folder. */
function processesOf(kernel) {
  return readdirSync("/proc").filter((entry) => /^\d+$/.test(entry)).filter((entry) => {
    try {
      return readFileSync(`/proc/${entry}/cmdline`, "utf8").includes(kernel.folder)
        && !/^State:\s+Z/m.test(readFileSync(`/proc/${entry}/status`, "utf8"));
    } catch {
      return false;
    }
  });
}

async function interrupted(client, body) {
  await client.run("var kept = 1;");
  const id = await client.start(`kept++;\nConsole.WriteLine("started");\n${body}`);
  await client.wait((m) => m.parent.msg_id === id && m.header.msg_type === "stream", "the cell's first line");
  const answer = await client.request("control", "interrupt_request");
  check(answer.content.status === "ok", "interrupt_reply is not ok");
  const { reply } = await client.finish(id);
  check(reply.status === "error" || reply.status === "aborted", `an interrupted cell replied ${reply.status}`);
  const after = await client.run("kept");
  check(result(after.output) === "2", `kept is ${result(after.output)} after the interrupt, not 2`);
}

const cases = {
  "kernel_info on shell and control": async ({ client }) => {
    for (const channel of ["shell", "control"]) {
      const { header, content } = await client.request(channel, "kernel_info_request");
      check(header.msg_type === "kernel_info_reply" && content.status === "ok", `no kernel_info_reply on ${channel}`);
      check(content.protocol_version === "5.4", `protocol ${content.protocol_version}`);
      check(content.language_info.name === "C#", `language ${content.language_info.name}`);
    }
  },

  "a cell: busy, input, output, result, idle": async ({ client }) => {
    const { reply, output } = await client.run("Console.WriteLine(\"one\");\n40 + 2");
    check(reply.status === "ok" && reply.execution_count > 0, JSON.stringify(reply));
    const types = output.map((m) => m.content.execution_state ?? m.header.msg_type);
    check(types.join() === "busy,execute_input,stream,execute_result,idle", types.join());
    check(text(output) === "one\n" && result(output) === "42", text(output));
  },

  "2,000 displays arrive in order": async ({ client }) => {
    const { output } = await client.run("for (int i = 0; i < 2000; i++) $\"d{i}\".Display();", 180_000);
    const shown = output.filter((m) => m.header.msg_type === "display_data").map((m) => m.content.data["text/plain"]);
    check(shown.length === 2000, `${shown.length} displays`);
    check(shown.every((value, i) => value === `d${i}`), "out of order");
  },

  "20 MB of text arrive whole": async ({ client }) => {
    const code = "for (int i = 0; i < 200_000; i++) Console.WriteLine($\"{i,6} \" + new string('x', 92));";
    const lines = text((await client.run(code, 180_000)).output).split("\n");
    check(lines.length === 200_001, `${lines.length} lines`);
    check(lines.slice(0, -1).every((line, i) => line.length === 99 && Number(line.slice(0, 6)) === i), "a line is damaged");
  },

  "100 MB of text are bounded, and the output says what was cut": async ({ client, kernel }) => {
    const code = "for (int i = 0; i < 1_000_000; i++) Console.WriteLine($\"{i,7} \" + new string('x', 91));";
    const shown = text((await client.run(code, 300_000)).output);
    check(shown.length < 60_000_000, `${shown.length} characters came`);
    check(/cut|omitted|left out|not shown/i.test(shown), "nothing says that output was cut");
    check(shown.includes("      0 x"), "the beginning is missing");
    const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${kernel.process.pid}/status`, "utf8"))[1]) / 1024;
    check(rss < 800, `the kernel holds ${rss.toFixed(0)} MB afterwards`);
  },

  "a stream line comes while the cell runs": async ({ client }) => {
    const id = await client.start("Console.WriteLine(\"early\");\nawait Task.Delay(60_000);");
    await client.wait((m) => m.parent.msg_id === id && m.header.msg_type === "stream", "the early line", 30_000);
    check(!client.received.some((m) => m.channel === "shell" && m.parent.msg_id === id), "the cell had ended");
    await client.request("control", "interrupt_request");
    await client.finish(id);
  },

  "interrupt of a loop": ({ client }) => interrupted(client, "while (true) { }"),
  "interrupt of an await": ({ client }) => interrupted(client, "await Task.Delay(-1);"),
  "interrupt of a sleep": ({ client }) => interrupted(client, "System.Threading.Thread.Sleep(120_000);"),

  "stdin: Console.ReadLine and a password": async ({ client }) => {
    client.inputs.push("Ada");
    let { output } = await client.run("Console.ReadLine()");
    check(result(output) === "Ada", `read ${result(output)}`);
    client.inputs.push("secret");
    ({ output } = await client.run("using Microsoft.DotNet.Interactive;\n(await Kernel.GetPasswordAsync(\"Key:\")).GetClearTextPassword()"));
    const asked = client.received.filter((m) => m.header.msg_type === "input_request").at(-1);
    check(asked.content.password === true && asked.content.prompt === "Key:", JSON.stringify(asked.content));
    check(result(output) === "secret", `read ${result(output)}`);
  },

  "control is answered while a cell runs": async ({ client }) => {
    const id = await client.start("Console.WriteLine(1);\nawait Task.Delay(30_000);");
    await client.wait((m) => m.parent.msg_id === id && m.header.msg_type === "stream", "the cell's first line");
    await client.request("control", "kernel_info_request");
    check(!client.received.some((m) => m.channel === "shell" && m.parent.msg_id === id), "the cell had ended");
    await client.request("control", "interrupt_request");
    await client.finish(id);
  },

  "an error goes on when stop_on_error is false": async ({ client }) => {
    const first = await client.start("throw new InvalidOperationException(\"meant\");");
    const second = await client.start("7 * 6");
    const failed = await client.finish(first);
    check(failed.reply.status === "error" && failed.reply.evalue.includes("meant"), JSON.stringify(failed.reply));
    check(failed.output.some((m) => m.header.msg_type === "error"), "no error message");
    check(result((await client.finish(second)).output) === "42", "the next cell did not run");
  },

  "two clients see each other's output": async ({ kernel, client }) => {
    const other = new Client(kernel.connection);
    try {
      await other.ready();
      const { output } = await other.run("\"from the other\"");
      check(result(output) === "from the other", "the second client got no result");
      const seen = (m) => m.channel === "iopub" && m.header.msg_type === "execute_result" && m.parent.session === other.session;
      await client.wait(seen, "the other client's result");
    } finally {
      other.close();
    }
  },

  "a client that comes back under its old routing id": async ({ kernel }) => {
    const id = "the-same-identity";
    for (let round = 0; round < 3; round++) {
      const again = new Client(kernel.connection, id);
      await again.ready();
      check(result((await again.run(`${round} + 1`)).output) === `${round + 1}`, `round ${round}`);
      again.close();
    }
  },

  "SIGTERM leaves no process behind": async ({ kernel, client }) => {
    await client.run("var child = System.Threading.Tasks.Task.Run(() => { while (true) { } });");
    kernel.process.kill("SIGTERM");
    await within(kernel.ended, 15_000, "the end of the process");
    check(processesOf(kernel).length === 0, "a process was left behind");
  },

  "a restart ends the old process, and the new one knows nothing": async ({ kernel, client }) => {
    await client.run("var old = 1;");
    const running = await client.start("while (true) { }");
    await client.wait((m) => m.parent.msg_id === running && m.content.execution_state === "busy", "busy");
    const { content } = await client.request("control", "shutdown_request", { restart: true });
    check(content.restart === true, JSON.stringify(content));
    await within(kernel.ended, 15_000, "the end of the process");
    check(processesOf(kernel).length === 0, "a process was left behind");
    await withKernel(async (fresh) => {
      const { reply } = await fresh.client.run("old");
      check(reply.status === "error", "the new kernel still knows the old variable");
    });
  },
};

async function withKernel(use) {
  const kernel = await Kernel.start(kernelJson);
  const client = new Client(kernel.connection);
  try {
    await client.ready();
    await use({ kernel, client });
  } catch (error) {
    error.message += kernel.log === "" ? "" : `\nthe kernel's log:\n${kernel.log.slice(-2000)}`;
    throw error;
  } finally {
    client.close();
    await kernel.stop();
  }
}

for (const [name, run] of Object.entries(cases)) {
  const started = Date.now();
  try {
    await withKernel(run);
    console.log(JSON.stringify({ test: name, outcome: "passed", detail: `${Date.now() - started} ms` }));
  } catch (error) {
    console.log(JSON.stringify({ test: name, outcome: "failed", detail: error.stack }));
  }
}

await sleep(50);
process.exit(0);
