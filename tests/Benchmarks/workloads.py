#!/usr/bin/env python3
"""PyTorch's side of the benchmarks: workloads.py [workload] [steps] [threads]; one line of JSON."""
import json, resource, statistics, sys, time
import torch
import torch.nn as nn
import torch.nn.functional as F

name = sys.argv[1] if len(sys.argv) > 1 else "a"
steps = int(sys.argv[2]) if len(sys.argv) > 2 else 15
torch.set_num_threads(int(sys.argv[3]) if len(sys.argv) > 3 else 2)
torch.manual_seed(0)


class Block(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-6), nn.LayerNorm(width, eps=1e-6)
        self.qkv, self.proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.fc1, self.fc2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        b, n, d = x.shape
        q, k, v = self.qkv(self.norm1(x)).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        weights = ((q @ k.transpose(-2, -1)) * q.shape[-1] ** -0.5).softmax(-1)
        x = x + self.proj((weights @ v).transpose(1, 2).reshape(b, n, d))
        return x + self.fc2(F.gelu(self.fc1(self.norm2(x))))


class ViT(nn.Module):
    def __init__(self, image, patch, channels, width, depth, heads, classes):
        super().__init__()
        self.patch = nn.Conv2d(channels, width, patch, patch)
        self.token = nn.Parameter(torch.randn(1, 1, width) * 0.02)
        self.positions = nn.Parameter(torch.randn(1, (image // patch) ** 2 + 1, width) * 0.02)
        self.blocks = nn.Sequential(*[Block(width, heads) for _ in range(depth)])
        self.norm, self.head = nn.LayerNorm(width, eps=1e-6), nn.Linear(width, classes)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1) + self.positions
        return self.head(self.norm(self.blocks(x)[:, 0]))


if name != "a":
    sys.exit(f"There is no workload '{name}'; there is: a.")
model = ViT(32, 4, 3, 128, 6, 4, 10)
optimizer = torch.optim.AdamW(model.parameters(), 1e-3)
images, labels = torch.randn(64, 3, 32, 32), torch.randint(10, (64,))


def step():
    optimizer.zero_grad(set_to_none=True)
    F.cross_entropy(model(images), labels).backward()
    optimizer.step()


for _ in range(5):
    step()
times = []
for _ in range(steps):
    start = time.perf_counter()
    step()
    times.append((time.perf_counter() - start) * 1e3)
print(json.dumps(dict(workload=name, engine="pytorch " + torch.__version__, median_ms=round(statistics.median(times), 1),
                      min_ms=round(min(times), 1), peak_rss_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)))
