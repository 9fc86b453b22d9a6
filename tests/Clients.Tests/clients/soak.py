"""Thousands of cells from two clients at once, and how long a trivial cell takes beside IPython's kernel.

python3 soak.py KERNEL_NAME CELLS
"""

import statistics
import sys
import threading
import time

from jupyter_client.manager import start_new_kernel
from reporting import run_all

KERNEL, CELLS = sys.argv[1], int(sys.argv[2])
WARM_UP = 0.2
TIMEOUT = 120

# Megabytes per 1,000 cells. The code of a cell stays loaded, as a .NET process keeps all its code; data must not.
GROWTH_LIMIT = 80


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def execute(client, code):
    """Runs a cell and waits for its reply and its idle; returns the reply."""
    message = client.execute(code)
    reply = client.get_shell_msg(timeout=TIMEOUT)
    while reply["parent_header"].get("msg_id") != message:
        reply = client.get_shell_msg(timeout=TIMEOUT)
    while True:
        published = client.get_iopub_msg(timeout=TIMEOUT)
        idle = published["msg_type"] == "status" and published["content"]["execution_state"] == "idle"
        if idle and published["parent_header"].get("msg_id") == message:
            return reply


def cell(number):
    """Cells as people write them: variables, text, a result, a display, a type, an error."""
    return [
        f"var v{number % 50} = {number};",
        f'Console.WriteLine("line {number}");',
        f"{number} * 2",
        f'"shown {number}".Display();',
        f"record R{number % 50}(int X); new R{number % 50}({number})",
        f"Enumerable.Range(0, {number % 100}).Select(x => x * x).Sum()",
        f'throw new Exception("meant {number}");',
    ][number % 7]


def soak():
    manager, first = start_new_kernel(kernel_name=KERNEL, startup_timeout=60)
    second = manager.blocking_client()
    second.start_channels()
    second.wait_for_ready(timeout=60)
    try:
        pid = manager.provisioner.process.pid
        failures, samples = [], []
        lock = threading.Lock()
        numbers = iter(range(CELLS))

        def work(client):
            while True:
                with lock:
                    number = next(numbers, None)
                if number is None:
                    return
                try:
                    reply = execute(client, cell(number))
                except Exception as error:
                    failures.append(f"cell {number}: {error!r}")
                    return
                expected = "error" if number % 7 == 6 else "ok"
                if reply["content"]["status"] != expected:
                    failures.append(f"cell {number}: {reply['content']}")
                    return
                if number % 50 == 0:
                    samples.append((number, resident_megabytes(pid)))

        threads = [threading.Thread(target=work, args=(client,)) for client in (first, second)]
        started = time.time()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.time() - started
        assert not failures, "\n".join(failures)

        warm = [rss for number, rss in sorted(samples) if number >= CELLS * WARM_UP]
        quarter = len(warm) // 4
        early, late = statistics.median(warm[:quarter]), statistics.median(warm[-quarter:])
        figures = f"{CELLS} cells in {seconds:.0f} s; memory {early:.0f} MB after warm-up, {late:.0f} MB at the end"
        # From the middle of the first quarter to the middle of the last.
        grown = (late - early) / (CELLS * (1 - WARM_UP) * 0.75) * 1000
        figures += f", {grown:.0f} MB more per 1,000 cells"
        assert grown < GROWTH_LIMIT, figures
        return figures
    finally:
        first.stop_channels()
        second.stop_channels()
        manager.shutdown_kernel(now=True)


def timing(kernel, trivial):
    started = time.time()
    manager, client = start_new_kernel(kernel_name=kernel, startup_timeout=60)
    ready = time.time() - started
    try:
        for _ in range(30):
            execute(client, trivial)
        trips = []
        for _ in range(100):
            started = time.time()
            execute(client, trivial)
            trips.append((time.time() - started) * 1000)
        return f"ready after {ready:.2f} s, round trip {statistics.median(trips):.1f} ms"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def timings():
    """Reported, never asserted: a loaded machine is slow for everybody."""
    ours = timing(KERNEL, "1 + 1")
    try:
        return f"{KERNEL}: {ours}; IPython: {timing('python3', '1 + 1')}"
    except Exception as error:
        return f"{KERNEL}: {ours}; IPython did not start: {error}"


run_all({f"{CELLS} cells from two clients": soak, "start and round trip": timings})
