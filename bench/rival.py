"""The workloads in NumPy, as one would write them well: PCG64, preallocated arrays, blocks that fit the cache.

Usage: rival.py WORKLOAD ..., then one line of input per repetition; answers "nanoseconds-per-unit check" each time.
"""
import sys
import time

import numpy as np

rng = np.random.Generator(np.random.PCG64(5))
rate, mu = 0.3, 0.5


def normals(count, times):
    out = np.empty(count)
    for _ in range(times):
        rng.standard_normal(out=out)
    return count * times, 0.0


def diagonal(D, replicas, steps):
    block = max(512, 4096 // D)
    k = (0.5 + np.arange(D) / D)[:, None]
    c = np.sqrt(1 + 0.5 * np.arange(D) / D)[:, None]
    total = 0.0
    z, a = np.empty((D, block)), np.empty((D, block))
    for _ in range(replicas // block):
        w, m, squares = np.zeros((D, block)), np.zeros((D, block)), np.zeros((D, block))
        for t in range(steps):
            rng.standard_normal(out=z)
            m *= mu
            m += np.multiply(w, k, out=a)
            z *= c
            m += z
            w -= np.multiply(m, rate, out=a)
            if t >= steps // 2:
                squares += np.multiply(w, w, out=a)
        total += squares[0].sum()
    return replicas * steps, total / (replicas * (steps - steps // 2))


def dense(D, replicas, steps):
    block = 1024
    diagonal_k, diagonal_l = 0.5 + np.arange(D) / D, np.sqrt(1 + 0.5 * np.arange(D) / D)
    K = np.full((D, D), 0.01)
    np.fill_diagonal(K, diagonal_k)
    L = np.tril(np.full((D, D), 0.01))
    np.fill_diagonal(L, diagonal_l)
    total = np.zeros((D, D))
    z, a = np.empty((D, block)), np.empty((D, block))
    for _ in range(replicas // block):
        w, m = np.zeros((D, block)), np.zeros((D, block))
        for t in range(steps):
            rng.standard_normal(out=z)
            m *= mu
            m += np.matmul(K, w, out=a)
            m += np.matmul(L, z, out=a)
            w -= np.multiply(m, rate, out=a)
            if t >= steps // 2:
                total += w @ w.T
    return replicas * steps, total[0, 0] / (replicas * (steps - steps // 2))


def regression(D, replicas, steps, S):
    block = 256
    total = 0.0
    x, e = np.empty((S, D, block)), np.empty((S, block))
    for _ in range(replicas // block):
        w, squares = np.zeros((D, block)), np.zeros((D, block))
        for t in range(steps):
            rng.standard_normal(out=x)
            rng.standard_normal(out=e)
            e += np.einsum('sdr,dr->sr', x, w)
            w -= 0.5 / S * np.einsum('sdr,sr->dr', x, e)
            if t >= steps // 2:
                squares += w * w
        total += squares[0].sum()
    return replicas * steps, total / (replicas * (steps - steps // 2))


def passage(paths):
    x, since = np.zeros(4096), np.zeros(4096, dtype=np.int64)
    started, total, work, t = 4096, 0, 0, 0
    while x.size:
        t += 1
        work += x.size
        z = rng.standard_normal(x.size)
        y = x * x
        y += 1
        y *= 0.5 * 0.01
        np.sqrt(y, out=y)
        y *= z
        x *= 1 - 0.01
        x += y
        gone = np.flatnonzero(np.abs(x) >= 1.5)
        if gone.size:
            total += (t - since[gone]).sum()
            fresh = min(gone.size, paths - started)
            started += fresh
            x[gone[:fresh]] = 0
            since[gone[:fresh]] = t
            if fresh < gone.size:
                x, since = np.delete(x, gone[fresh:]), np.delete(since, gone[fresh:])
    return work, total / paths


workload = {'normals': normals, 'diagonal': diagonal, 'dense': dense, 'regression': regression, 'passage': passage}
name, *numbers = sys.argv[1:]
for _ in sys.stdin:
    begin = time.process_time_ns()
    units, check = workload[name](*map(int, numbers))
    print((time.process_time_ns() - begin) / units, check, flush=True)
