// The figures of a bench, in the one form that all benches write.

/** Median and 95th percentile of some values. */
export function figure(unit, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => Number(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)].toFixed(3));
  return { unit, n: sorted.length, median: at(0.5), p95: at(0.95) };
}
