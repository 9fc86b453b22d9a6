// Jupyter Notebook in headless Chromium: node browser.mjs URL NOTEBOOK SCREENSHOT. One line of JSON per case.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const [url, notebook, screenshot] = process.argv.slice(2);
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
const minutes = 60_000;

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
const page = await browser.newPage({ viewport: { width: 1200, height: 1500 } });
page.setDefaultTimeout(2 * minutes);

const inPage = (f, argument) => page.evaluate(f, argument);
const state = () => inPage(() => Jupyter.notebook.get_cells().filter((cell) => cell.cell_type === "code").map((cell) => ({
  id: cell.id ?? cell.cell_id,
  text: cell.get_text(),
  count: cell.input_prompt_number,
  tags: cell.metadata.tags ?? [],
  error: cell.output_area.outputs.find((output) => output.output_type === "error")?.evalue,
  updates: cell.liveUpdates ?? 0,
  images: cell.output_area.element.find("img, svg").length,
})));

const cases = {
  "the notebook opens with our kernel": async () => {
    await page.goto(`${url.replace("?", `notebooks/${notebook}?`)}`);
    await page.waitForFunction(() => globalThis.Jupyter?.notebook?.kernel?.is_connected?.() && Jupyter.notebook.kernel.info_reply?.protocol_version);
    const name = await inPage(() => Jupyter.notebook.kernel.name);
    if (name !== ".net-csharp") {
      throw new Error(`the kernel is ${name}`);
    }

    return name;
  },

  "tab completes, and shift-tab shows the documentation": async () => {
    await inPage(() => {
      const cell = Jupyter.notebook.insert_cell_at_index("code", 0);
      cell.set_text("Console.WriteLi");
      Jupyter.notebook.select(0);
      Jupyter.notebook.edit_mode();
      cell.code_mirror.setCursor(0, 15);
      cell.focus_editor();
    });
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => Jupyter.notebook.get_cell(0).get_text() === "Console.WriteLine");
    await page.keyboard.press("Shift+Tab");
    await page.waitForFunction(() => /WriteLine/.test(document.querySelector("#tooltip, .ipython_tooltip")?.textContent ?? ""));
    const help = await inPage(() => document.querySelector("#tooltip, .ipython_tooltip").textContent);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: screenshot.replace(".png", "-help.png") });
    await page.keyboard.press("Escape");
    await inPage(() => Jupyter.notebook.delete_cell(0));
    return help.slice(0, 80);
  },

  "run all: every cell runs, plots are live": async () => {
    await inPage(() => {
      for (const cell of Jupyter.notebook.get_cells().filter((c) => c.cell_type === "code")) {
        const update = cell.output_area.handle_output.bind(cell.output_area);
        cell.output_area.handle_output = (message) => {
          cell.liveUpdates = (cell.liveUpdates ?? 0) + (message.header.msg_type === "update_display_data" ? 1 : 0);
          return update(message);
        };
        const replace = cell.output_area.update_display_data?.bind(cell.output_area);
        if (replace) {
          cell.output_area.update_display_data = (message) => {
            cell.liveUpdates = (cell.liveUpdates ?? 0) + 1;
            return replace(message);
          };
        }
      }
      Jupyter.notebook.clear_all_output();
      Jupyter.notebook.execute_all_cells();
    });
    await page.waitForFunction(
      () => Jupyter.notebook.get_cells().filter((cell) => cell.cell_type === "code" && cell.get_text().trim() !== "").every((cell) => /^\d+$/.test(String(cell.input_prompt_number))),
      null,
      { timeout: 12 * minutes, polling: 1000 });
    const cells = await state();
    const bad = cells.filter((cell) => cell.error && !cell.tags.includes("raises-exception"));
    if (bad.length > 0) {
      throw new Error(bad.map((cell) => `${cell.text.slice(0, 60)}: ${cell.error}`).join("\n"));
    }

    const updates = cells.reduce((sum, cell) => sum + cell.updates, 0);
    const images = cells.reduce((sum, cell) => sum + cell.images, 0);
    if (updates === 0 || images === 0) {
      throw new Error(`${updates} live updates, ${images} pictures`);
    }

    await inPage(() => {
      const index = Jupyter.notebook.get_cells().findIndex((cell) => cell.cell_type === "code" && cell.liveUpdates > 0);
      Jupyter.notebook.select(index);
      Jupyter.notebook.get_cell(index).element[0].scrollIntoView({ block: "start" });
    });
    await page.waitForTimeout(1000);
    await page.screenshot({ path: screenshot });
    return `${cells.length} cells, ${updates} live updates, ${images} pictures`;
  },
};

for (const [name, run] of Object.entries(cases)) {
  try {
    console.log(JSON.stringify({ test: name, outcome: "passed", detail: (await run()) ?? "" }));
  } catch (error) {
    await page.screenshot({ path: screenshot.replace(".png", "-failed.png") }).catch(() => {});
    console.log(JSON.stringify({ test: name, outcome: "failed", detail: error.stack }));
    break;
  }
}

await browser.close();
