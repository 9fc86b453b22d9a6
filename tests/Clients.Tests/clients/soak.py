"""Thousands of cells from two clients at once, and how long a trivial cell takes beside IPython's kernel.

python3 soak.py KERNEL_NAME CELLS
"""

import multiprocessing
import statistics
import sys
import time

from jupyter_client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from reporting import run_all

TIMEOUT = 120

# The first cells fill caches: the compiler's, the runtime's, and the numbered cells of the history.
WARM_UP = 0.3
# Megabytes per 1,000 cells: their text stays in the history, and 20 of them declare something, which later cells may use.
GROWTH_LIMIT = 15


def resident_megabytes(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def execute(client, code):
    """Runs a cell and waits for its reply and its idle; returns the reply. An error stops no other cell in the queue."""
    message = client.execute(code, stop_on_error=False)
    reply = client.get_shell_msg(timeout=TIMEOUT)
    while reply["parent_header"].get("msg_id") != message:
        reply = client.get_shell_msg(timeout=TIMEOUT)
    while True:
        published = client.get_iopub_msg(timeout=TIMEOUT)
        idle = published["msg_type"] == "status" and published["content"]["execution_state"] == "idle"
        if idle and published["parent_header"].get("msg_id") == message:
            return reply


SETUP = "int total = 0; record Pair(int First, int Second);"


def cell(number):
    """Cells as people run them: a value changed, text, a result, a display, a type used, an error; one in 50 declares."""
    if number % 50 == 49:
        return f"var v{number % 20} = {number};"
    return [
        f"total += {number};",
        f'Console.WriteLine("line {number}");',
        f"{number} * 2",
        f'"shown {number}".Display();',
        f"new Pair({number}, total)",
        f"Enumerable.Range(0, {number % 100}).Select(x => x * x).Sum()",
        f'throw new Exception("meant {number}");',
    ][number % 7]


def fails(number):
    return cell(number).startswith("throw")


def work(connection_file, numbers, reports):
    """One client, a process of its own: reports the number of each cell that is done, then None, or what went wrong."""
    client = BlockingKernelClient(connection_file=connection_file)
    client.load_connection_file()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=TIMEOUT)
        for number in numbers:
            status = execute(client, cell(number))["content"]["status"]
            if status != ("error" if fails(number) else "ok"):
                raise AssertionError(f"cell {number}, {cell(number)!r}: {status}")
            reports.put(number)
        reports.put(None)
    except Exception as error:
        reports.put(repr(error))
    finally:
        client.stop_channels()


def soak(kernel, cells):
    manager, client = start_new_kernel(kernel_name=kernel, startup_timeout=60)
    execute(client, SETUP)
    client.stop_channels()
    context = multiprocessing.get_context("spawn")
    reports = context.Queue()
    clients = [
        context.Process(target=work, args=(manager.connection_file, range(first, cells, 2), reports), daemon=True)
        for first in range(2)
    ]
    try:
        pid = manager.provisioner.process.pid
        started = time.time()
        for process in clients:
            process.start()
        done, ended, samples = 0, 0, []
        while ended < len(clients):
            report = reports.get(timeout=TIMEOUT)
            assert not isinstance(report, str), report
            if report is None:
                ended += 1
                continue
            done += 1
            if done % 25 == 0:
                samples.append(resident_megabytes(pid))
        seconds = time.time() - started
        assert done == cells, f"{done} of {cells} cells were run"

        warm = samples[int(len(samples) * WARM_UP):]
        quarter = len(warm) // 4
        early, late = statistics.median(warm[:quarter]), statistics.median(warm[-quarter:])
        # From the middle of the first quarter to the middle of the last.
        grown = (late - early) / (cells * (1 - WARM_UP) * 0.75) * 1000
        figures = f"{cells} cells in {seconds:.0f} s; memory {samples[0]:.0f} MB after 25 cells, {early:.0f} MB after " \
            f"{cells * (WARM_UP + (1 - WARM_UP) / 8):.0f}, {late:.0f} MB at the end: {grown:.1f} MB more per 1,000 cells"
        assert grown < GROWTH_LIMIT, figures
        return figures
    finally:
        for process in clients:
            process.terminate()
        manager.shutdown_kernel(now=True)


def timing(kernel):
    started = time.time()
    manager, client = start_new_kernel(kernel_name=kernel, startup_timeout=60)
    ready = time.time() - started
    try:
        for _ in range(30):
            execute(client, "1 + 1")
        trips = []
        for _ in range(100):
            started = time.time()
            execute(client, "1 + 1")
            trips.append((time.time() - started) * 1000)
        return f"ready after {ready:.2f} s, round trip {statistics.median(trips):.1f} ms"
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def timings(kernel):
    """Reported, never asserted: a loaded machine is slow for everybody."""
    ours = timing(kernel)
    try:
        return f"{kernel}: {ours}; IPython: {timing('python3')}"
    except Exception as error:
        return f"{kernel}: {ours}; IPython did not start: {error}"


if __name__ == "__main__":
    name, count = sys.argv[1], int(sys.argv[2])
    run_all({f"{count} cells from two clients": lambda: soak(name, count), "start and round trip": lambda: timings(name)})
