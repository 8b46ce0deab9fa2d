/* The workloads in plain C, as one would write them: xoshiro256++, ziggurat with 256 layers, loops over replicas.
 * Usage: rival WORKLOAD, then one line of input per repetition; answers "nanoseconds-per-unit check" each time. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MOST 65536
static double state[MOST], momentum[MOST], noise[MOST], gradient[MOST], sums[1024];
static double K[256], L[256];

/* xoshiro256++ (Blackman & Vigna 2021), seeded by SplitMix64 */
static uint64_t mixed, s0, s1, s2, s3;
static inline uint64_t turn(uint64_t x, int k) { return x << k | x >> (64 - k); }
static uint64_t split(void) {
  uint64_t z = mixed += 0x9E3779B97F4A7C15ull;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ull;
  z = (z ^ z >> 27) * 0x94D049BB133111EBull;
  return z ^ z >> 31;
}

/* the ziggurat (Marsaglia & Tsang 2000) */
static const double R = 3.6541528853610092, V = 0.004928673233974648;
static double edge[256], width[256], height[257];
static void tables(void) {
  double x[257];
  x[256] = V / exp(-.5 * R * R);
  x[255] = R;
  for (int i = 254; i >= 1; i--) x[i] = sqrt(-2 * log(V / x[i + 1] + exp(-.5 * x[i + 1] * x[i + 1])));
  x[0] = 0;
  for (int i = 0; i < 256; i++) edge[i] = x[i] / x[i + 1], width[i] = x[i + 1];
  for (int i = 0; i < 257; i++) height[i] = exp(-.5 * x[i] * x[i]);
}
static double unit(void) { return ((double)(split() >> 11) + .5) * 0x1p-53; }
static double __attribute__((noinline, cold)) rare(uint64_t r) {
  for (;;) {
    int i = r & 255, negative = r >> 8 & 1;
    double u = (double)(r >> 12) * 0x1p-52, x = u * width[i];
    if (u < edge[i]) return negative ? -x : x;
    if (i == 255) {
      double a, b;
      do a = -log(unit()) / R, b = -log(unit());
      while (b + b < a * a);
      return negative ? -a - R : a + R;
    }
    if (height[i + 1] + unit() * (height[i] - height[i + 1]) < exp(-.5 * x * x)) return negative ? -x : x;
    r = split();
  }
}
static void normals(double *out, int n) {
  uint64_t a = s0, b = s1, c = s2, d = s3;
  for (int k = 0; k < n; k++) {
    uint64_t r = turn(a + d, 23) + a, t = b << 17;
    c ^= a, d ^= b, b ^= c, a ^= d, c ^= t, d = turn(d, 45);
    int i = r & 255;
    double u = (double)(r >> 12) * 0x1p-52;
    if (__builtin_expect(u < edge[i], 1)) {
      double x = u * width[i];
      uint64_t bits;
      memcpy(&bits, &x, 8);
      bits ^= (r & 256) << 55;
      memcpy(out + k, &bits, 8);
    } else out[k] = rare(r);
  }
  s0 = a, s1 = b, s2 = c, s3 = d;
}

static const double rate = .3, mu = .5;
static double curvature(int i, int D) { return .5 + (double)i / D; }
static double deviation(int i, int D) { return sqrt(1 + .5 * i / D); }

static double diagonal(int D, int B, int steps) {
  memset(state, 0, sizeof state), memset(momentum, 0, sizeof momentum);
  for (int t = 0; t < steps; t++) {
    normals(noise, B * D);
    for (int i = 0; i < D; i++) {
      double k = curvature(i, D), c = K[i], sum = 0;
      double *restrict w = state + i * B, *restrict m = momentum + i * B;
      const double *restrict z = noise + i * B;
      for (int r = 0; r < B; r++) {
        double mm = mu * m[r] + k * w[r] + c * z[r], ww = w[r] - rate * mm;
        m[r] = mm, w[r] = ww, sum += ww * ww;
      }
      if (t >= steps / 2) sums[i] += sum;
    }
  }
  return sums[0];
}

static double dense(int D, int B, int steps) {
  memset(state, 0, sizeof state), memset(momentum, 0, sizeof momentum);
  for (int t = 0; t < steps; t++) {
    normals(noise, B * D);
    for (int r = 0; r < B; r += 16) {
      for (int i = 0; i < D; i++) {
        double a[16];
        for (int q = 0; q < 16; q++) a[q] = mu * momentum[i * B + r + q];
        for (int j = 0; j < D; j++)
          for (int q = 0; q < 16; q++) a[q] += K[i * D + j] * state[j * B + r + q];
        for (int j = 0; j <= i; j++)
          for (int q = 0; q < 16; q++) a[q] += L[i * D + j] * noise[j * B + r + q];
        for (int q = 0; q < 16; q++) momentum[i * B + r + q] = a[q];
      }
      for (int i = 0; i < D; i++)
        for (int q = 0; q < 16; q++) state[i * B + r + q] -= rate * momentum[i * B + r + q];
      if (t >= steps / 2)
        for (int i = 0; i < D; i++)
          for (int j = 0; j <= i; j++) {
            double a = 0;
            for (int q = 0; q < 16; q++) a += state[i * B + r + q] * state[j * B + r + q];
            sums[i * D + j] += a;
          }
    }
  }
  return sums[0];
}

static double regression(int D, int S, int B, int steps) {
  double h = .5 / S;
  memset(state, 0, sizeof state);
  for (int t = 0; t < steps; t++) {
    memset(gradient, 0, sizeof(double) * D * B);
    for (int s = 0; s < S; s++) {
      normals(noise, B * (D + 1));
      for (int r = 0; r < B; r += 8) {
        double e[8];
        for (int q = 0; q < 8; q++) e[q] = noise[D * B + r + q];
        for (int i = 0; i < D; i++)
          for (int q = 0; q < 8; q++) e[q] += noise[i * B + r + q] * state[i * B + r + q];
        for (int i = 0; i < D; i++)
          for (int q = 0; q < 8; q++) gradient[i * B + r + q] += e[q] * noise[i * B + r + q];
      }
    }
    for (int i = 0; i < D; i++) {
      double sum = 0;
      for (int r = i * B; r < i * B + B; r++) {
        double w = state[r] - h * gradient[r];
        state[r] = w, sum += w * w;
      }
      if (t >= steps / 2) sums[i] += sum;
    }
  }
  return sums[0];
}

/* paths leave at |x| >= 1.5; lanes are refilled until all paths have started, then closed up */
static long passage(int paths, double *meanSteps) {
  static int since[4096];
  const int B = 512, gone = 0x7fffffff;
  const double shrink = 1 - .01, variance = .5 * .01;
  int started = B, done = 0, live = B;
  long work = 0;
  double total = 0;
  memset(state, 0, sizeof state), memset(since, 0, sizeof since);
  for (int t = 1; done < paths; t++) {
    int any = 0;
    normals(noise, live), work += live;
    for (int r = 0; r < live; r++) {
      double x = state[r], y = x * shrink + sqrt(variance * (1 + x * x)) * noise[r];
      state[r] = y, any += fabs(y) >= 1.5;
    }
    if (!any) continue;
    for (int r = 0; r < live; r++)
      if (fabs(state[r]) >= 1.5) {
        total += t - since[r], done++, state[r] = 0;
        since[r] = started < paths ? t : gone, started++;
      }
    if (started < paths) continue;
    int kept = 0;
    for (int r = 0; r < live; r++)
      if (since[r] != gone) since[kept] = since[r], state[kept++] = state[r];
    live = kept;
  }
  *meanSteps = total / paths;
  return work;
}

static double cpu(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

int main(int count, char **given) {
  int numbers[5] = {0};
  char line[16];
  for (int i = 2; i < count && i < 7; i++) numbers[i - 2] = atoi(given[i]);
  int counts = !strcmp(given[1], "normals") || !strcmp(given[1], "passage");
  int D = counts ? 0 : numbers[0], replicas = numbers[counts ? 0 : 1], steps = numbers[counts ? 1 : 2], S = numbers[3];
  int B = D == 16 ? 64 : 256;
  tables(), mixed = 5, s0 = split(), s1 = split(), s2 = split(), s3 = split();
  while (fgets(line, sizeof line, stdin)) {
    double begin, end, units = (double)replicas * steps, check = 0;
    memset(sums, 0, sizeof sums);
    for (int i = 0; i < D; i++)
      for (int j = 0; j < D; j++) K[i * D + j] = i == j ? curvature(i, D) : .01, L[i * D + j] = i == j ? deviation(i, D) : j < i ? .01 : 0;
    begin = cpu();
    if (!strcmp(given[1], "normals")) for (int k = 0; k < steps; k++) normals(noise, replicas);
    if (!strcmp(given[1], "diagonal")) {
      for (int i = 0; i < D; i++) K[i] = deviation(i, D);
      for (int b = 0; b < replicas / B; b++) diagonal(D, B, steps);
    }
    if (!strcmp(given[1], "dense")) for (int b = 0; b < replicas / B; b++) dense(D, B, steps);
    if (!strcmp(given[1], "regression")) for (int b = 0; b < replicas / 64; b++) regression(D, S, 64, steps);
    if (!strcmp(given[1], "passage")) units = passage(replicas, &check);
    end = cpu();
    if (!counts) check = sums[0] / ((double)replicas * (steps - steps / 2));
    printf("%.6f %.9g\n", (end - begin) / units, check);
    fflush(stdout);
  }
}
