/** Seconds of processor time that a work takes in this process; other work on the machine does not lengthen it. */
export function processorSeconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
