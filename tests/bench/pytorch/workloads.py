#!/usr/bin/env python3
"""PyTorch's side of `course bench`: workloads.py WORKLOAD THREADS.

Says in one line of JSON when it is ready, then for each number N that it reads runs N steps and answers with their times, and at the end
of its input gives the peak memory: as tests/bench/Program.cs, whose models and sizes these are."""
import json, math, resource, sys, time
import torch
import torch.nn as nn
import torch.nn.functional as F


class Attention(nn.Module):
    def __init__(self, width, heads, context=None, causal=0):
        super().__init__()
        self.heads, self.cross = heads, context is not None
        if self.cross:
            self.q, self.kv = nn.Linear(width, width), nn.Linear(context, 2 * width)
        else:
            self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.mask = torch.full((causal, causal), -math.inf).triu(1) if causal else None

    def forward(self, x, context=None):
        b, n, d = x.shape
        if self.cross:
            q = self.q(x).view(b, n, self.heads, -1).transpose(1, 2)
            k, v = self.kv(context).view(b, context.shape[1], 2, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        else:
            q, k, v = self.qkv(x).view(b, n, 3, self.heads, -1).permute(2, 0, 3, 1, 4).unbind(0)
        scores = (q @ k.transpose(-2, -1)) * q.shape[-1] ** -0.5
        if self.mask is not None:
            scores = scores + self.mask
        return self.proj((scores.softmax(-1) @ v).transpose(1, 2).reshape(b, n, d))


class Block(nn.Module):
    def __init__(self, width, heads, eps=1e-5, context=None, causal=0):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=eps), nn.LayerNorm(width, eps=eps)
        self.context_norm = nn.LayerNorm(context) if context else None
        self.attention = Attention(width, heads, context, causal)
        self.fc1, self.fc2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x, context=None):
        x = x + self.attention(self.norm1(x), None if context is None else self.context_norm(context))
        return x + self.fc2(F.gelu(self.fc1(self.norm2(x))))


class ViT(nn.Module):
    def __init__(self, image, patch, width, depth, heads, outputs):
        super().__init__()
        self.patch = nn.Conv2d(3, width, patch, patch)
        self.token = nn.Parameter(torch.randn(1, 1, width) * 0.02)
        self.positions = nn.Parameter(torch.randn(1, (image // patch) ** 2 + 1, width) * 0.02)
        self.blocks = nn.Sequential(*[Block(width, heads, eps=1e-6) for _ in range(depth)])
        self.norm, self.head = nn.LayerNorm(width, eps=1e-6), nn.Linear(width, outputs)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.cat([self.token.expand(x.shape[0], -1, -1), x], 1) + self.positions
        return self.head(self.norm(self.blocks(x)[:, 0]))


class Text(nn.Module):
    def __init__(self, vocabulary, context, width, depth, heads, outputs, last_only):
        super().__init__()
        self.last_only = last_only
        self.embedding = nn.Embedding(vocabulary, width)
        self.positions = nn.Parameter(torch.randn(context, width) * 0.02)
        self.blocks = nn.Sequential(*[Block(width, heads, causal=context) for _ in range(depth)])
        self.norm, self.head = nn.LayerNorm(width), nn.Linear(width, outputs, bias=False)

    def forward(self, tokens):
        x = self.norm(self.blocks(self.embedding(tokens) + self.positions))
        return self.head(x[:, -1] if self.last_only else x)


class Clip(nn.Module):
    def __init__(self):
        super().__init__()
        self.vision, self.text = ViT(64, 8, 192, 6, 6, 128), Text(2048, 24, 192, 4, 6, 128, True)
        self.scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))

    def forward(self, images, tokens):
        return self.scale.exp() * F.normalize(self.vision(images), dim=-1) @ F.normalize(self.text(tokens), dim=-1).t()


class Perceiver(nn.Module):
    def __init__(self):
        super().__init__()
        self.latents = nn.Parameter(torch.randn(1, 32, 128) * 0.02)
        self.cross = Block(128, 4, context=64)
        self.blocks = nn.Sequential(*[Block(128, 4) for _ in range(4)])
        self.norm, self.head = nn.LayerNorm(128), nn.Linear(128, 10)

    def forward(self, x):
        z = self.blocks(self.cross(self.latents.expand(x.shape[0], -1, -1), x))
        return self.head(self.norm(z.mean(1)))


def training(model, loss):
    optimizer = torch.optim.AdamW(model.parameters(), 1e-3)

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(model).backward()
        optimizer.step()

    return step


def vit(batch, image, patch, width, heads):
    images, labels = torch.randn(batch, 3, image, image), torch.randint(10, (batch,))
    return training(ViT(image, patch, width, 6, heads, 10), lambda model: F.cross_entropy(model(images), labels))


def clip():
    images, tokens, pairs = torch.randn(128, 3, 64, 64), torch.randint(2048, (128, 24)), torch.arange(128)

    def loss(model):
        logits = model(images, tokens)
        return (F.cross_entropy(logits, pairs) + F.cross_entropy(logits.t(), pairs)) / 2

    return training(Clip(), loss)


def perceiver():
    data, labels = torch.randn(32, 1024, 64), torch.randint(10, (32,))
    return training(Perceiver(), lambda model: F.cross_entropy(model(data), labels))


def gpt():
    tokens, following = torch.randint(2048, (32, 64)), torch.randint(2048, (32 * 64,))
    return training(Text(2048, 64, 192, 4, 6, 2048, False), lambda model: F.cross_entropy(model(tokens).reshape(-1, 2048), following))


def inference():
    model, image = ViT(224, 16, 768, 12, 12, 1000).eval(), torch.randn(1, 3, 224, 224)

    def step():
        with torch.no_grad():
            model(image)

    return step


def products(shape):
    m, k, n = (int(size) for size in shape.split("x"))
    left, right = torch.randn(m, k), torch.randn(k, n)

    def step():
        with torch.no_grad():
            for _ in range(10):
                left.mm(right)

    return step


def create(name):
    makers = dict(a=lambda: vit(64, 32, 4, 128, 4), b=lambda: vit(64, 64, 8, 192, 6), c=clip, d=perceiver, e=gpt, f=inference)
    return makers[name]() if name in makers else products(name)


def measure(step, count):
    times, processor = [], time.process_time()
    for _ in range(count):
        start = time.perf_counter()
        step()
        times.append((time.perf_counter() - start) * 1e3)
    return dict(times_ms=times, cpu_ms=(time.process_time() - processor) * 1e3 / count)


def say(**message):
    print(json.dumps(message), flush=True)


def main():
    torch.set_num_threads(int(sys.argv[2]))
    torch.manual_seed(0)
    step = create(sys.argv[1])
    for _ in range(3):
        step()
    say(engine="pytorch " + torch.__version__)
    for line in sys.stdin:
        say(**measure(step, int(line)))
    say(peak_rss_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10)


main()
